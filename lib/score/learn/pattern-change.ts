/** From what leads have in common to one change of the definition, with points made from how often such leads were accepted. */
import type { DraftChange } from '../../contract/agreement.ts';
import type { FitRule, LeadDefinition } from '../../contract/definition.ts';
import { logitOf } from './logit.ts';
import type { Feature } from './pattern-features.ts';
import { pointsOf } from './points.ts';

/** Judged leads that have it, and that have not. */
export interface Counts {
  with: Tally;
  without: Tally;
}
interface Tally {
  n: number;
  accepted: number;
}

/** What a new rule is called, by what it is about. The labels of a definition are the team's own. */
export type RuleLabels = Record<Exclude<Feature['by'], 'rule'>, (value: string) => string>;

/** So many verdicts as everybody's speak for there being no difference. */
const PRIOR = 10;
const MOST_LOWERED = -30;
const LEAST_LOWERED = -2;
const LONGEST_LABEL = 120;
const LONGEST_ID = 50;
const MOST_RULES = 150;
const LOWEST_POINTS = -300;

/** @returns null where nothing sensible would answer it: such leads are accepted as often as others, or steps would have to change */
export function changeFor(
  feature: Feature,
  counts: Counts,
  definition: LeadDefinition,
  labels: RuleLabels,
): DraftChange | null {
  const lowered = loweredBy(counts);
  if (lowered === null) return null;
  const { by, value } = feature;
  const known = by === 'rule' ? ruleOf(value, definition) : ruleAbout(feature, definition);
  if (known) return pointsLowered(known, lowered);
  if (by === 'rule' || definition.fit.length >= MOST_RULES) return null;
  const label = cut(labels[by](value), LONGEST_LABEL);
  const rule = { id: freshId(label, definition), label, test: testFor(by, value), points: lowered };
  return { of: 'fit-rule', rule };
}

/** In whole points, from the log odds of acceptance with it against without. */
function loweredBy(counts: Counts): number | null {
  const n = counts.with.n + counts.without.n;
  if (counts.with.n === 0 || counts.without.n === 0) return null;
  // Half a verdict either way: nobody, or everybody, so far is not never, or always.
  const base = (counts.with.accepted + counts.without.accepted + 0.5) / (n + 1);
  const shrunk = ({ n: own, accepted }: Tally) => (accepted + PRIOR * base) / (own + PRIOR);
  const points = pointsOf(logitOf(shrunk(counts.with)) - logitOf(shrunk(counts.without)));
  return points > LEAST_LOWERED ? null : Math.max(MOST_LOWERED, points);
}

interface Weighed {
  id: string;
  points: number;
  steps?: unknown;
}

function ruleOf(id: string, definition: LeadDefinition): Weighed | undefined {
  return [...definition.engagement, ...definition.fit].find((rule) => rule.id === id);
}

/** A second rule about the same would count twice, or not at all. */
function ruleAbout({ by, value }: Feature, definition: LeadDefinition): Weighed | undefined {
  return definition.fit.find(({ test }) => {
    switch (test.is) {
      case 'came-from':
        return test.first === by && test.values.includes(value);
      case 'contains':
        return by === 'title-word' && test.attribute === 'title' && has(test.words, value);
      case 'mail-domain':
        return by === 'mail-domain' && has(test.domains, value);
      default:
        return false;
    }
  });
}

function has(words: readonly string[], value: string): boolean {
  return words.some((word) => word.toLowerCase() === value);
}

/** What such leads lack comes on top of what the rule counts already. Of a rule with steps no single number is the points. */
function pointsLowered({ id, points, steps }: Weighed, lowered: number): DraftChange | null {
  if (steps !== undefined) return null;
  const to = Math.max(LOWEST_POINTS, points + lowered);
  return to < points ? { of: 'points', ruleId: id, step: null, to } : null;
}

function testFor(by: Exclude<Feature['by'], 'rule'>, value: string): FitRule['test'] {
  switch (by) {
    case 'title-word':
      return { is: 'contains', attribute: 'title', words: [value] };
    case 'mail-domain':
      return { is: 'mail-domain', domains: [value] };
    default:
      return { is: 'came-from', first: by, values: [value] };
  }
}

function freshId(label: string, { engagement, fit }: LeadDefinition): string {
  const taken = new Set([...engagement, ...fit].map(({ id }) => id));
  const plain = label.normalize('NFKD').toLowerCase();
  const slug = plain
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '');
  const id = slug === '' ? 'rule' : slug;
  if (!taken.has(id)) return id;
  let next = 2;
  while (taken.has(`${id}-${next}`)) next++;
  return `${id}-${next}`;
}

function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
