/** What the rep saw beside what is true today, line by line. */

import type { ReviewCase } from '../../lib/contract/review.ts';
import type { Contribution } from '../../lib/contract/score.ts';
import { reviewWords } from '../../lib/words/review.ts';

/** One line; `then` or `today` is null when the line was not there. */
export type Row = {
  ruleId: string;
  label: string;
  then: Contribution | null;
  today: Contribution | null;
  differs: boolean;
};

/** @returns the lines in the order the rep saw them, then those that are new. */
export function rowsOf({ snapshot, today }: ReviewCase): Row[] {
  const now = new Map(today.score.contributions.map((each) => [each.ruleId, each]));
  const seen = snapshot.contributions.map((then) => row(then, now.get(then.ruleId) ?? null));
  const known = new Set(snapshot.contributions.map((each) => each.ruleId));
  const fresh = today.score.contributions.filter((each) => !known.has(each.ruleId));
  return [...seen, ...fresh.map((each) => row(null, each))];
}

function row(then: Contribution | null, today: Contribution | null): Row {
  const either = today ?? then;
  return {
    ruleId: either?.ruleId ?? '',
    label: either?.label ?? '',
    then,
    today,
    differs: then?.points !== today?.points || then?.times !== today?.times,
  };
}

/** @returns how often it was seen and what was left out, for one side of the table. */
export function details(line: Contribution | null, earlier?: Contribution | null): string {
  const t = reviewWords();
  if (!line) return earlier === undefined ? t.notThere : t.gone;
  const words: string[] = [];
  if (line.times > 0) words.push(t.times(line.times));
  if (line.capped) words.push(t.atCap);
  if (line.discounted > 0) words.push(t.byMachines(line.discounted));
  if (earlier === null) words.push(t.fresh);
  else if (earlier && line.times > earlier.times) words.push(t.since(line.times - earlier.times));
  return words.join(', ');
}
