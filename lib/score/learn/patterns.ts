/**
 * What leads that were turned down for one reason have in common, and others have not.
 *
 * A pattern is shown when all of it holds: the 95 % intervals of its share among these leads and among everybody judged lie
 * apart, it is more frequent among these, eight of them have it, and it would stand among all that were looked at at once:
 * of a thousand words some are frequent by chance (Benjamini and Hochberg 1995, JRSS B 57: a false one in a hundred).
 */
import type { LeadDefinition } from '../../contract/definition.ts';
import type { Pattern, PatternsAnswer } from '../../contract/review.ts';
import { wilson } from './intervals.ts';
import { type Counts, changeFor, type RuleLabels } from './pattern-change.ts';
import { type Feature, featuresOf, type JudgedLead } from './pattern-features.ts';
import { normal } from './suggest.ts';
import { teachingOf } from './verdict-case.ts';

/** With fewer reasons given, what they have in common is chance. */
const NEEDS = 20;
const FEWEST_WITH = 8;
const MOST = 20;
const FALSE_SHARE = 0.01;
/** Two things that these leads have in common are one when this share of the leads are the same. */
const SAME_LEADS = 0.8;

/** One thing leads may have in common, over everybody judged. */
interface Seen extends Feature {
  /** Places of the leads that have it. */
  leads: number[];
}

/** Leads that were turned down for one reason. */
interface Group {
  said: Pattern['said'];
  reason: string;
  leads: number[];
}

interface Found {
  group: Group;
  seen: Seen;
  /** Those of the group that have it. */
  own: number[];
  /** Chance that nothing is behind it. */
  chance: number;
}

/** @param labels what a new rule would be called */
export function patternsOf(
  leads: readonly JudgedLead[],
  definition: LeadDefinition,
  labels: RuleLabels,
): PatternsAnswer {
  const groups = groupsOf(leads);
  const looked = groups.reduce((sum, group) => sum + group.leads.length, 0);
  if (looked < NEEDS) return { patterns: [], looked, needs: NEEDS };
  const ruleLabels = new Map(
    [...definition.engagement, ...definition.fit].map(({ id, label }) => [id, label]),
  );
  const seen = seenIn(leads, ruleLabels);
  const tried = groups.flatMap((group) => triedIn(group, seen, leads.length));
  const apart = surest(tried).filter(
    ({ group, seen: { leads: all }, own }) =>
      wilson(own.length, group.leads.length).low > wilson(all.length, leads.length).high,
  );
  const widest = apart.toSorted(
    (a, b) => gapOf(b, leads.length) - gapOf(a, leads.length) || idOf(a).localeCompare(idOf(b)),
  );
  const outcomes = leads.map((lead) => outcomeOf(lead, definition));
  const patterns = withoutTheSame(widest)
    .slice(0, MOST)
    .map((found): Pattern => {
      const { group, seen: all, own } = found;
      const { by, value } = all;
      return {
        id: idOf(found),
        said: group.said,
        reason: group.reason,
        by,
        value,
        label: by === 'rule' ? (ruleLabels.get(value) ?? value) : value,
        among: share(own.length, group.leads.length),
        everybody: share(all.leads.length, leads.length),
        change: changeFor(all, countsOf(all, outcomes), definition, labels),
      };
    });
  return { patterns, looked, needs: NEEDS };
}

function groupsOf(leads: readonly JudgedLead[]): Group[] {
  const groups = new Map<string, Group>();
  leads.forEach(({ verdict: said, reason }, place) => {
    if (reason === null || (said !== 'rejected' && said !== 'disqualified')) return;
    const key = `${said} ${reason}`;
    const own = groups.get(key) ?? { said, reason, leads: [] };
    own.leads.push(place);
    groups.set(key, own);
  });
  return [...groups.values()];
}

/** Rules that are no part of the definition any more are left out: that has been answered. */
function seenIn(leads: readonly JudgedLead[], rules: ReadonlyMap<string, string>): Seen[] {
  // One map for each kind: of a hundred thousand leads, making a key of both would be most of the work.
  const places = new Map<Feature['by'], Map<string, Seen>>();
  const all: Seen[] = [];
  leads.forEach((lead, place) => {
    for (const { by, value } of featuresOf(lead)) {
      if (by === 'rule' && !rules.has(value)) continue;
      const known = places.get(by) ?? new Map<string, Seen>();
      places.set(by, known);
      const own = known.get(value);
      if (own) {
        own.leads.push(place);
        continue;
      }
      const first = { by, value, leads: [place] };
      known.set(value, first);
      all.push(first);
    }
  });
  return all;
}

function triedIn(group: Group, seen: readonly Seen[], everybody: number): Found[] {
  const members = new Uint8Array(everybody);
  for (const place of group.leads) members[place] = 1;
  return seen.flatMap((one) => {
    if (one.leads.length < FEWEST_WITH) return [];
    const own = one.leads.filter((place) => members[place] === 1);
    if (own.length < FEWEST_WITH) return [];
    const chance = chanceOfMore(own.length, group.leads.length, one.leads.length, everybody);
    return [{ group, seen: one, own, chance }];
  });
}

/** One-sided likelihood-ratio test of the share among these against the share among the others. */
function chanceOfMore(own: number, of: number, all: number, everybody: number): number {
  const others = { hits: all - own, n: everybody - of };
  if (others.n === 0) return 1;
  const expected = all / everybody;
  const part = (hits: number, n: number, share: number) =>
    hits === 0 ? 0 : hits * Math.log(hits / (n * share));
  const ratio =
    part(own, of, expected) +
    part(of - own, of, 1 - expected) +
    part(others.hits, others.n, expected) +
    part(others.n - others.hits, others.n, 1 - expected);
  const distance = Math.sqrt(Math.max(0, 2 * ratio));
  return normal(own / of > others.hits / others.n ? -distance : distance);
}

function surest(tried: readonly Found[]): Found[] {
  const sorted = tried.toSorted((a, b) => a.chance - b.chance);
  const last = sorted.findLastIndex(
    ({ chance }, place) => chance <= (FALSE_SHARE * (place + 1)) / sorted.length,
  );
  return sorted.slice(0, last + 1);
}

function gapOf({ group, seen, own }: Found, everybody: number): number {
  return wilson(own.length, group.leads.length).low - wilson(seen.leads.length, everybody).high;
}

/** What the same leads have in common is said once, by what is widest apart. */
function withoutTheSame(widest: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of widest) {
    const same = kept.some(({ group, own }) => group === one.group && areSame(own, one.own));
    if (!same) kept.push(one);
    if (kept.length === MOST) break;
  }
  return kept;
}

function areSame(one: readonly number[], other: readonly number[]): boolean {
  const known = new Set(one);
  const shared = other.filter((place) => known.has(place)).length;
  return shared / (one.length + other.length - shared) >= SAME_LEADS;
}

/** Null: it says nothing about whether such leads are wanted (a wrong moment, a wrong record). */
function outcomeOf({ verdict, reason }: JudgedLead, definition: LeadDefinition): boolean | null {
  if (verdict === 'recycled') return null;
  if (verdict !== 'rejected') return true;
  const id = definition.reasons.rejected.find(({ label }) => label === reason)?.id ?? null;
  return teachingOf(id, definition) === 'targeting' ? false : null;
}

function countsOf(seen: Seen, outcomes: readonly (boolean | null)[]): Counts {
  const counts: Counts = { with: { n: 0, accepted: 0 }, without: { n: 0, accepted: 0 } };
  const having = new Uint8Array(outcomes.length);
  for (const place of seen.leads) having[place] = 1;
  outcomes.forEach((accepted, place) => {
    if (accepted === null) return;
    const own = counts[having[place] === 1 ? 'with' : 'without'];
    own.n++;
    if (accepted) own.accepted++;
  });
  return counts;
}

function idOf({ group, seen }: Found): string {
  return [group.said, group.reason, seen.by, seen.value].join(':');
}

function share(n: number, of: number): Pattern['among'] {
  return { n, of, ...wilson(n, of) };
}
