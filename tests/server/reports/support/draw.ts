/** One lead of the fixture, drawn: what it did, what sales said, what became of it. Seeded, so that a failure can be seen again. */
import { createHash } from 'node:crypto';
import type { Stage, VerdictKind } from '../../../../lib/contract/words.ts';
import { STAGE_AFTER, STAGE_BY } from '../../../../lib/contract/words.ts';
import { type Random, seeded } from '../../../../lib/score/learn/random.ts';
import { DAY, HOUR, MINUTE } from '../../support/scene.ts';

export const FIRST_DAY = Date.UTC(2026, 5, 1);
export const DAYS = 170;

const SOURCES = ['google', 'linkedin', 'newsletter', 'A “quoted: source', null];
const CONTENT = [
  'page_viewed',
  'content_downloaded',
  'webinar_attended',
  'event_attended',
  'form_submitted',
  'webinar_registered',
  'email_clicked',
] as const;
const VERDICTS: VerdictKind[] = ['accepted', 'rejected', 'qualified', 'disqualified', 'recycled'];
const REASONS: Partial<Record<VerdictKind, (string | null)[]>> = {
  rejected: ['Student', 'Competitor', 'No budget: none', null],
  disqualified: ['No budget: none', 'Wrong size', null],
};
const BECAUSE = ['day', 'moment', 'asks', 'line', 'rule'] as const;
const RULES = ['pricing', 'demo', 'student-mail', 'director'];

export interface DrawnVerdict {
  id: string;
  verdict: VerdictKind;
  reason: string | null;
  at: number;
  seq: number;
  member: number;
  points: number;
  chance: number | null;
  rules: string[];
  wokenAt: number | null;
  because: (typeof BECAUSE)[number];
}

export interface DrawnEvent {
  id: string;
  kind: (typeof CONTENT)[number] | 'opportunity_opened' | 'deal_won' | 'deal_lost';
  name: string;
  title: string | null;
  machine: boolean;
  at: number;
}

export interface DrawnLead {
  id: string;
  createdAt: number;
  firstAt: number | null;
  source: string | null;
  campaign: string | null;
  sales: boolean;
  handedBy: 'line' | 'asked' | 'audit' | null;
  handedAt: number | null;
  stage: Stage;
  verdicts: DrawnVerdict[];
  events: DrawnEvent[];
}

export interface Dice {
  random: Random;
  chance: (share: number) => boolean;
  whole: (below: number) => number;
  of: <T>(list: readonly T[]) => T;
  id: () => string;
}

export function diceOf(seed: number): Dice {
  const random = seeded(seed);
  const whole = (below: number) => Math.floor(random() * below);
  let ids = 0;
  return {
    random,
    chance: (share) => random() < share,
    whole,
    of: (list) => {
      const one = list[whole(list.length)];
      if (one === undefined) throw new Error('Nothing to draw from.');
      return one;
    },
    id: () => {
      ids += 1;
      const hex = createHash('sha256').update(`${seed} ${ids}`).digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}

/** To the minute, and often to the day: what happens on a border happens in the fixture. */
function drawnTime(dice: Dice, from: number, days: number): number {
  const at = from + Math.floor(dice.random() * days * DAY);
  return dice.chance(0.1) ? Math.ceil(at / DAY) * DAY : Math.floor(at / MINUTE) * MINUTE;
}

export function drawnLead(dice: Dice): DrawnLead {
  const createdAt = drawnTime(dice, FIRST_DAY, DAYS);
  const firstAt = dice.chance(0.1) ? null : createdAt - dice.whole(72) * HOUR;
  const verdicts = drawnVerdicts(dice, createdAt);
  const last = verdicts.toSorted(later).at(-1);
  const woken = last?.verdict === 'recycled' ? last.wokenAt : null;
  const handedAt = dice.chance(last ? 0.9 : 0.4) ? createdAt + dice.whole(30 * 24) * HOUR : null;
  const outcomes = drawnOutcomes(dice, createdAt);
  const lead = {
    id: dice.id(),
    createdAt,
    firstAt,
    source: dice.of(SOURCES),
    campaign: dice.chance(0.2) ? null : `Campaign ${dice.whole(70)}`,
    sales: dice.chance(0.12),
    handedAt: woken ?? handedAt,
    verdicts,
    events: [...outcomes, ...drawnContent(dice, createdAt)],
  };
  const handedBy = lead.handedAt === null ? null : dice.of(['line', 'asked', 'audit'] as const);
  return { ...lead, handedBy, stage: stageOf(lead, outcomes) };
}

/** By hand, and not the way the store does it: the latest word, of the same moment the deal. */
function stageOf(
  { verdicts, handedAt }: Pick<DrawnLead, 'verdicts' | 'handedAt'>,
  outcomes: readonly DrawnEvent[],
): Stage {
  const words = [
    ...verdicts.toSorted(later).map((one) => ({ at: one.at, stage: afterVerdict(one) })),
    ...outcomes
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .flatMap(({ kind, at }) => (kind in STAGE_BY ? [{ at, stage: outcomeStage(kind) }] : [])),
  ].sort((a, b) => a.at - b.at);
  return words.at(-1)?.stage ?? (handedAt === null ? 'inquiry' : 'mql');
}

const afterVerdict = ({ verdict, wokenAt }: DrawnVerdict): Stage =>
  verdict === 'recycled' && wokenAt !== null ? 'mql' : STAGE_AFTER[verdict];

function outcomeStage(kind: DrawnEvent['kind']): Stage {
  if (kind === 'deal_won') return 'won';
  return kind === 'deal_lost' ? 'lost' : 'opportunity';
}

export const later = (a: DrawnVerdict, b: DrawnVerdict) =>
  a.at - b.at || a.seq - b.seq || (a.id < b.id ? -1 : 1);

function drawnVerdicts(dice: Dice, since: number): DrawnVerdict[] {
  const count = dice.of([0, 0, 1, 1, 1, 2, 3]);
  let at = since;
  return Array.from({ length: count }, (_, place) => {
    // A correction may come within the same millisecond.
    at = dice.chance(0.15) && place > 0 ? at : drawnTime(dice, at, 40);
    const verdict = dice.of(VERDICTS);
    const points = dice.whole(120) - 20;
    return {
      id: dice.id(),
      verdict,
      reason: REASONS[verdict] ? dice.of(REASONS[verdict]) : null,
      at,
      seq: place,
      member: dice.whole(4),
      points,
      chance: dice.chance(0.2) ? null : Math.min(100, Math.max(0, points)),
      rules: RULES.filter(() => dice.chance(0.4)),
      wokenAt: verdict === 'recycled' && dice.chance(0.5) ? at + (1 + dice.whole(20)) * DAY : null,
      because: dice.of(BECAUSE),
    };
  });
}

function drawnOutcomes(dice: Dice, since: number): DrawnEvent[] {
  if (!dice.chance(0.25)) return [];
  const kinds = dice.of([
    ['opportunity_opened'],
    ['opportunity_opened', 'deal_won'],
    ['opportunity_opened', 'deal_lost'],
    ['deal_lost', 'opportunity_opened'],
    ['deal_lost', 'deal_won'],
    ['deal_won'],
  ] as const);
  let at = drawnTime(dice, since, 60);
  return kinds.map((kind) => {
    at += (1 + dice.whole(40)) * DAY;
    return { id: dice.id(), kind, name: 'Deal', title: null, machine: false, at };
  });
}

function drawnContent(dice: Dice, since: number): DrawnEvent[] {
  return Array.from({ length: dice.whole(6) }, () => {
    const named = dice.whole(75);
    return {
      id: dice.id(),
      kind: dice.of(CONTENT),
      name: `Name ${named}`,
      title: dice.chance(0.3) ? null : `Title ${named % 60}`,
      machine: dice.chance(0.1),
      at: drawnTime(dice, since - 5 * DAY, 30),
    };
  });
}
