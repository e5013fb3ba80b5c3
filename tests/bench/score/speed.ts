/**
 * How fast a million leads are scored, beside the least a machine could do over the same numbers; and how long a preview of
 * another definition over a hundred thousand verdicts takes. Leads and verdicts are made up; nothing is learned from them.
 */
import { countersOf, dayOf } from '../../../lib/score/counters.ts';
import {
  emptyTable,
  type LeadTable,
  pointsOfTable,
  putLead,
} from '../../../lib/score/lead-table.ts';
import { caseTable } from '../../../lib/score/learn/cases.ts';
import { preview } from '../../../lib/score/learn/preview.ts';
import { type Random, seeded } from '../../../lib/score/learn/random.ts';
import type { VerdictCase } from '../../../lib/score/learn/verdict-case.ts';
import type { ScoredEvent } from '../../../lib/score/match.ts';
import { matchingOf } from '../../../lib/score/match.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { pointsOn } from '../../../lib/score/score.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26, 12);
const ROUNDS = 5;

export interface Speed {
  leads: number;
  rules: number;
  /** Leads per second, medians. */
  scored: number;
  floor: number;
  /** Megabytes that five rounds of scoring left behind. */
  growth: number;
  verdicts: number;
  /** Milliseconds: from verdicts as they are read, and when the desk has them counted already. */
  previewCold: number;
  previewWarm: number;
}

/** Rounds of the two loops alternate, so that both meet the same machine. */
export function measureSpeed(leads: number, verdicts: number): Speed {
  const table = madeUpTable(leads, seeded(1));
  const out = new Int32Array(leads);
  const weights = Float64Array.from(gitlabPreset.engagement, ({ points }) => points);
  pointsOfTable(table, gitlabPreset, out);
  floorOver(table, weights, out);
  const times: { scored: number[]; floor: number[] } = { scored: [], floor: [] };
  const before = memory();
  for (let round = 0; round < ROUNDS; round++) {
    times.scored.push(msOf(() => pointsOfTable(table, gitlabPreset, out)));
    times.floor.push(msOf(() => floorOver(table, weights, out)));
  }
  const growth = memory() - before;
  const cases = madeUpVerdicts(verdicts, seeded(2));
  const other = {
    ...gitlabPreset,
    version: 2,
    engagement: gitlabPreset.engagement.map((rule) =>
      rule.id === 'webinar' ? { ...rule, points: 12, cap: 24 } : rule,
    ),
  };
  const cold = Array.from({ length: ROUNDS }, () =>
    msOf(() => preview(cases, gitlabPreset, other, NOW)),
  );
  const counted = caseTable(cases, gitlabPreset, NOW);
  const warm = Array.from({ length: ROUNDS }, () =>
    msOf(() => preview(cases, gitlabPreset, other, NOW, counted)),
  );
  return {
    leads,
    rules: table.rules.length,
    scored: (leads / median(times.scored)) * 1000,
    floor: (leads / median(times.floor)) * 1000,
    growth,
    verdicts,
    previewCold: median(cold),
    previewWarm: median(warm),
  };
}

/** One multiply-add per feature over the same arrays: no decay, no caps, no rounding, no limits. */
function floorOver({ values, rules, leads }: LeadTable, weights: Float64Array, out: Int32Array) {
  const width = rules.length;
  for (let row = 0; row < leads; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += (values[row * width + column] ?? 0) * (weights[column] ?? 0);
    }
    out[row] = sum;
  }
}

/** A thousand different leads, many times over: what differs is enough to be real, and the table is of full size. */
function madeUpTable(leads: number, random: Random): LeadTable {
  const table = emptyTable(leads, gitlabPreset);
  const some = Array.from({ length: 1000 }, () => madeUpLead(NOW, random));
  for (let row = 0; row < leads; row++) {
    const lead = some[Math.floor(random() * some.length)] ?? madeUpLead(NOW, random);
    putLead(table, row, { ...lead, day: dayOf(NOW) }, gitlabPreset);
  }
  return table;
}

const TITLES = [null, 'Head of Operations', 'Student', 'Planner', 'Senior Engineer'];
const KINDS = [
  'page_viewed',
  'page_viewed',
  'webinar_attended',
  'content_downloaded',
  'form_submitted',
  'email_clicked',
  'email_opened',
] as const;

function madeUpLead(at: number, random: Random) {
  const any = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  const events = Array.from(
    { length: Math.floor(random() * 12) },
    (): ScoredEvent => ({
      kind: any(KINDS) ?? 'other',
      name: any(['Newsletter', 'Guide', 'Contact us']) ?? '',
      title: null,
      path: any(['/pricing', '/blog', '/careers']) ?? null,
      campaign: null,
      at: at - random() * 120 * DAY,
      machine: random() < 0.1,
    }),
  );
  const fit = {
    email: random() < 0.4 ? 'a@gmail.com' : 'a@acme.example',
    title: any(TITLES) ?? null,
    company: null,
    industry: null,
    country: null,
    employees: null,
    source: null,
    campaign: null,
  };
  return { counters: countersOf(events, gitlabPreset), fit };
}

function madeUpVerdicts(count: number, random: Random): VerdictCase[] {
  const matching = matchingOf(gitlabPreset);
  const verdicts = Array.from({ length: count }, (_, place): VerdictCase => {
    const at = NOW - random() * 300 * DAY;
    const lead = madeUpLead(at, random);
    const day = dayOf(at);
    const points = pointsOn(lead.counters, lead.fit, gitlabPreset, day);
    const accepted = random() < 1 / (1 + Math.exp(2.2 - points / 10));
    return {
      leadId: `lead ${place}`,
      at,
      memberId: 'somebody',
      verdict: accepted ? 'accepted' : 'rejected',
      reason: null,
      lead: { ...lead, day, matching, salesSourced: false, points, definitionVersion: 1 },
    };
  });
  // As the store hands them over.
  return verdicts.sort((a, b) => a.at - b.at);
}

function msOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
