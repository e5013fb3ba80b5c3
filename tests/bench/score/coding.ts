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
  /** For words made of two others, "first by second": what the two say, wherever they meet. */
  pair?: readonly [Part, Part];
}

/** One half of a pair. */
export interface Part {
  name: string;
  read: (values: Values) => string;
}

export interface Level {
  label: string;
  /** Of a quantity: the smallest amount at this level. */
  from?: number;
  /** Which weights apply at this level; the last one is what tells it from those before. */
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
const OTHER = 'other';

/** @param training values of the training leads only: edges and levels are chosen on them */
export function codingOf(inputs: readonly Input[], training: readonly Values[]): Coding {
  const groups: string[] = [];
  const names: string[] = [];
  const column = (group: string, name: string): number => {
    groups.push(group);
    return names.push(name) - 1;
  };
  const coded = inputs.map((input) => {
    if (input.pair) return ofPair(input, input.pair, training, column);
    if (input.steps !== undefined) return ofQuantity(input, input.steps, training, column);
    return ofWords(input, training, column);
  });
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

/** @returns the words that are not rare, most frequent first */
function frequent(words: readonly string[]): string[] {
  const seen = new Map<string, number>();
  for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  const kept = [...seen].filter(([, n]) => n >= RARE);
  return kept.sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** One weight per word, and one for "answered at all", so that the words need only say how they differ. */
function ofWords(input: Input, training: readonly Values[], column: Columns): CodedInput {
  const read = (values: Values): string => String(input.read(values));
  const answered: Entry[] = input.absent
    ? [[column(`${input.name}: at all`, `${input.name}: answered`), 1]]
    : [];
  const level = (label: string): Level => ({
    label,
    entries: [...answered, [column(input.name, `${input.name}: ${label}`), 1]],
  });
  const words = frequent(training.map(read)).filter((word) => word !== input.absent);
  const levels = [...words, OTHER].map(level);
  const places = new Map(words.map((word, place) => [word, place]));
  if (input.absent) places.set(input.absent, levels.push({ label: input.absent, entries: [] }) - 1);
  return {
    name: input.name,
    levels,
    levelOf: (values) => places.get(read(values)) ?? words.length,
  };
}

/** A weight for each half, and one for what is particular to both together: one level, one number of points. */
function ofPair(
  input: Input,
  pair: readonly [Part, Part],
  training: readonly Values[],
  column: Columns,
): CodedInput {
  const [first, second] = pair.map(({ name, read }) => {
    const words = frequent(training.map(read));
    const columns = [...words, OTHER].map((word) => column(name, `${name}: ${word}`));
    const placeOf = (values: Values): number => {
      const place = words.indexOf(read(values));
      return place < 0 ? words.length : place;
    };
    return { words: [...words, OTHER], columns, placeOf };
  });
  if (!first || !second) throw new RangeError('A pair has two parts.');
  const levelOf = (values: Values): number =>
    first.placeOf(values) * second.words.length + second.placeOf(values);
  const own = new Set(frequent(training.map((values) => String(levelOf(values)))));
  const levels = first.words.flatMap((one, row) =>
    second.words.map((other, place): Level => {
      const label = `${one} by ${other}`;
      const entries: Entry[] = [
        [first.columns[row] ?? 0, 1],
        [second.columns[place] ?? 0, 1],
      ];
      if (own.has(String(row * second.words.length + place))) {
        entries.push([column(input.name, `${input.name}: ${label}`), 1]);
      }
      return { label, entries };
    }),
  );
  return { name: input.name, levels, levelOf };
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
    levels.push({ label, from: edge, entries: [...(levels.at(-1)?.entries ?? []), ...entries] });
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
