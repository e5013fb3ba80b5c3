/**
 * From what is known of a lead to the weights that apply. Every input has a fixed list of levels, each lead is at one
 * level of each, and so a scorecard is a table: input, level, points.
 */
import { edgesOf, stepOf } from '../../../lib/score/learn/bins.ts';
import { type Design, designOf, type Entry } from '../../../lib/score/learn/design.ts';

/** Values by column, as text; what was not answered is `absent`. */
export type Values = Readonly<Record<string, string>>;

export interface Input {
  name: string;
  /** Which columns of the file it reads. */
  columns: readonly string[];
  /** A word for a level; a number for a quantity, NaN when it is not known. */
  read: (values: Values) => string | number;
  /** For a quantity: steps above zero at most. */
  steps?: number;
  /** For words: the one that says nothing was answered; it weighs nothing. */
  absent?: string;
}

export interface Level {
  label: string;
  /** Which weights apply at this level. */
  entries: readonly Entry[];
}

export interface CodedInput {
  name: string;
  levels: readonly Level[];
  /** At which level a lead is. */
  levelOf: (values: Values) => number;
}

export interface Coding {
  inputs: readonly CodedInput[];
  /** Which weights share a prior width, by column. */
  groups: readonly string[];
  /** What each weight is about, by column. */
  names: readonly string[];
}

/** Words seen less often than this in training are one level, "other". */
const RARE = 20;

/** @param training values of the training leads only: edges and levels are chosen on them */
export function codingOf(inputs: readonly Input[], training: readonly Values[]): Coding {
  const groups: string[] = [];
  const names: string[] = [];
  const column = (group: string, name: string): number => {
    groups.push(group);
    return names.push(name) - 1;
  };
  const coded = inputs.map((input) =>
    input.steps === undefined
      ? ofWords(input, training, column)
      : ofQuantity(input, input.steps, training, column),
  );
  return { inputs: coded, groups, names };
}

/** @returns the design of these leads */
export function encode(coding: Coding, leads: readonly Values[]): Design {
  const rows = leads.map((values) =>
    coding.inputs.flatMap((input) => input.levels[input.levelOf(values)]?.entries ?? []),
  );
  return designOf(rows, coding.names.length);
}

type Columns = (group: string, name: string) => number;

/** One weight per word, and one for "answered at all", so that the words need only say how they differ. */
function ofWords(input: Input, training: readonly Values[], column: Columns): CodedInput {
  const seen = new Map<string, number>();
  for (const values of training) {
    const word = String(input.read(values));
    seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  const words = [...seen].filter(([word, n]) => n >= RARE && word !== input.absent);
  const answered: Entry[] = input.absent
    ? [[column(`${input.name}: at all`, `${input.name}: answered`), 1]]
    : [];
  const level = (label: string): Level => ({
    label,
    entries: [...answered, [column(input.name, `${input.name}: ${label}`), 1]],
  });
  const levels = words.sort((a, b) => b[1] - a[1]).map(([word]) => level(word));
  const places = new Map(levels.map(({ label }, place) => [label, place]));
  levels.push(level('other'));
  const other = levels.length - 1;
  if (input.absent) places.set(input.absent, levels.push({ label: input.absent, entries: [] }) - 1);
  return {
    name: input.name,
    levels,
    levelOf: (values) => places.get(String(input.read(values))) ?? other,
  };
}

/**
 * Step k has the weights of all steps up to k. A weight is what one step more adds, so that its prior keeps neighbours
 * close (a random walk) instead of pulling every step to zero.
 */
function ofQuantity(
  input: Input,
  steps: number,
  training: readonly Values[],
  column: Columns,
): CodedInput {
  const edges = edgesOf(training.map(input.read).map(Number), steps);
  const levels: Level[] = [{ label: `${input.name} 0`, entries: [] }];
  edges.forEach((edge, step) => {
    const label = `from ${Number(edge.toFixed(2))} on`;
    const group = step === 0 ? `${input.name}: at all` : input.name;
    const entries: Entry[] = [[column(group, `${input.name}: ${label}`), 1]];
    levels.push({ label, entries: [...(levels.at(-1)?.entries ?? []), ...entries] });
  });
  const unknown = levels.push({
    label: 'not known',
    entries: [[column('not known', `${input.name}: not known`), 1]],
  });
  return {
    name: input.name,
    levels,
    levelOf: (values) => {
      const amount = Number(input.read(values));
      return Number.isNaN(amount) ? unknown - 1 : stepOf(edges, amount);
    },
  };
}
