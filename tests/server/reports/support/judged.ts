/**
 * A team in the middle of its work, straight in the tables: leads that came, were handed over, judged once or several times by
 * different people, woke, won. By lot, the same every time; with the moments on which periods and bins turn.
 */
import { randomUUID } from 'node:crypto';
import type { EventKind, VerdictKind } from '../../../../lib/contract/words.ts';
import { type Random, seeded } from '../../../../lib/score/learn/random.ts';
import { gitlabPreset } from '../../../../lib/score/presets/gitlab.ts';
import { toJson } from '../../../../server/db/json.ts';
import { blankLead } from '../../../../server/leads/person.ts';
import { insertLeads } from '../../../../server/leads/write-lead.ts';
import { DAY, HOUR, MINUTE, type Scene, START } from '../../support/scene.ts';

export const FROM = '2026-09-01';
export const TO = '2026-11-21';
const BEGIN = Date.parse(FROM);
const END = Date.parse(TO) + DAY;
/** Before this there were too few verdicts to promise anything. */
const PROMISES_SINCE = Date.UTC(2026, 8, 15);

const SOURCES = ['google', 'newsletter', null];
const KINDS: EventKind[] = [
  'page_viewed',
  'form_submitted',
  'email_delivered',
  'deal_won',
  'other',
];
const VERDICTS: VerdictKind[] = ['accepted', 'rejected', 'qualified', 'disqualified', 'recycled'];
const RULES = [...gitlabPreset.engagement, ...gitlabPreset.fit].map(({ id }) => id).slice(0, 8);
export const GONE = 'rule-of-before';
const REASONS = ['Student', 'Competitor', null];
/** Just before, on, and just after what periods, promises and bins end with. */
const TURNS = [BEGIN - 1, BEGIN, END - 1, END];
const WAITS = [0, MINUTE, MINUTE + 1, 15 * MINUTE, 15 * MINUTE + 1, 24 * HOUR, 24 * HOUR + 1];

/** @returns nothing: what stands in the tables afterwards is what tests read by themselves */
export async function fillWithJudged({ db, wsId }: Scene, leads = 800): Promise<void> {
  const random = seeded(41);
  const { rows: members } = await membersOf({ db, wsId });
  const picked = Array.from({ length: leads }, (_, n) => leadBy(random, wsId, n));
  await insertLeads(
    db,
    picked.map(({ lead }) => lead),
  );
  const events = picked.flatMap(({ lead, came }) => eventsBy(random, lead, came));
  await db.insertInto('event').values(events).execute();
  const feedback = picked.flatMap(({ lead, came }) => feedbackBy(random, lead, came, members));
  await db.insertInto('feedback').values(feedback).execute();
}

async function membersOf({ db, wsId }: Pick<Scene, 'db' | 'wsId'>) {
  const rows = await db
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .select('member_id')
    .orderBy('name')
    .execute();
  return { rows: rows.map(({ member_id }) => member_id) };
}

const one = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

function leadBy(random: Random, wsId: string, n: number) {
  const came = BEGIN - 20 * DAY + random() * (END - BEGIN + 30 * DAY);
  const turn = TURNS[n];
  const handed = random() < 0.8 ? Math.floor(came + random() ** 3 * 5 * DAY) : null;
  const lead = {
    ...blankLead(randomUUID(), wsId, Math.floor(came)),
    name: `Person ${n}`,
    stage: 'mql' as const,
    first_at: new Date(Math.floor(came)),
    first_source: one(random, SOURCES),
    first_campaign: random() < 0.5 ? 'Spring' : null,
    sales_sourced: random() < 0.1,
    handoff_at: turn !== undefined ? new Date(turn) : handed === null ? null : new Date(handed),
    handed_by: random() < 0.2 ? ('audit' as const) : ('line' as const),
    // Part of somebody else: what still stands under this id is counted nowhere.
    merged_into: n % 50 === 49 ? randomUUID() : null,
  };
  return { lead, came: Math.floor(came) };
}

type SeededLead = ReturnType<typeof leadBy>['lead'];

function eventsBy(random: Random, lead: SeededLead, came: number) {
  const { lead_id, ws_id, handoff_at } = lead;
  return Array.from({ length: Math.floor(random() * 5) }, () => {
    const near = handoff_at && random() < 0.6 ? handoff_at.getTime() - one(random, WAITS) : null;
    const at = near ?? Math.floor(came + random() * 20 * DAY);
    return {
      ...{ lead_id, ws_id, event_id: randomUUID(), at: new Date(at), kind: one(random, KINDS) },
      ...{ name: 'Something', source: 'Website', machine: random() < 0.2, clock_corrected: false },
      props: '{}',
      received_at: new Date(at + random() * DAY),
    };
  });
}

function feedbackBy(random: Random, lead: SeededLead, came: number, members: readonly string[]) {
  const { lead_id, ws_id, handoff_at } = lead;
  const base = handoff_at?.getTime() ?? came;
  return Array.from({ length: Math.floor(random() * 4) }, (_, n) => {
    const turn = random() < 0.05 ? one(random, TURNS) : base + one(random, WAITS);
    const at = random() < 0.5 ? Math.floor(base + (random() - 0.2) * 20 * DAY) : turn;
    const verdict = random() < 0.85 ? one(random, VERDICTS) : null;
    const asks = verdict === null || verdict === 'rejected' || verdict === 'disqualified';
    const answered = asks && random() < 0.6 ? at + random() * 80 * HOUR : null;
    const refused = verdict === 'rejected' || verdict === 'disqualified';
    return {
      ...{ lead_id, ws_id, feedback_id: randomUUID(), member_id: one(random, members), verdict },
      kind: verdict ? ('verdict' as const) : ('flag' as const),
      flag: verdict ? null : ('score_too_high' as const),
      reason_label: refused ? one(random, REASONS) : null,
      body: '{}',
      ...{ seq: n, made_at: new Date(at), order_at: new Date(at), received_at: new Date(at) },
      queue: asks ? (answered ? ('answered' as const) : ('open' as const)) : null,
      answered_at: answered === null || answered > START ? null : new Date(answered),
      points_then: Math.floor(random() * 60),
      chance_then: at < PROMISES_SINCE ? null : 1 + Math.floor(random() * 99),
      rules_then: toJson([...RULES, GONE].filter(() => random() < 0.3)),
    };
  });
}
