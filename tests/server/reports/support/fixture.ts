/**
 * tests/server/reports: every figure of every report beside one that was found another way.
 *
 * In: a scene. Out: some hundred leads with all that makes reports hard, written straight into the tables: corrections, sleep and
 * waking, deals without verdicts and after the period, leads without events, joined ones, visitors of a border between two days.
 */
import { randomUUID } from 'node:crypto';
import type { Db } from '../../../../server/db/database.ts';
import { toJson } from '../../../../server/db/json.ts';
import { blankLead } from '../../../../server/leads/person.ts';
import { DAY } from '../../support/scene.ts';
import { DAYS, type DrawnLead, diceOf, drawnLead, FIRST_DAY } from './draw.ts';

export interface Fixture {
  leads: DrawnLead[];
  members: string[];
}

/** The day so many days after the first, as a query has it. */
export const dayAt = (days: number) => new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 10);
/** All of it. */
export const WHOLE = { from: dayAt(-10), to: dayAt(DAYS + 200) };

const AT_ONCE = 200;

/** @returns what was written */
export async function fillWorkspace(
  db: Db,
  wsId: string,
  { seed, count }: { seed: number; count: number },
): Promise<Fixture> {
  const dice = diceOf(seed);
  const leads = Array.from({ length: count }, () => drawnLead(dice));
  const members = Array.from({ length: 4 }, () => randomUUID());
  await inParts(
    leads.flatMap((lead) => leadRows(wsId, lead, dice.chance(0.05))),
    (rows) => db.insertInto('lead').values(rows).execute(),
  );
  await inParts(
    leads.flatMap((lead) => eventRows(wsId, lead)),
    (rows) => db.insertInto('event').values(rows).execute(),
  );
  await inParts(
    leads.flatMap((lead) => feedbackRows(wsId, lead, members)),
    (rows) => db.insertInto('feedback').values(rows).execute(),
  );
  return { leads, members };
}

async function inParts<T>(rows: readonly T[], write: (rows: T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await write(rows.slice(from, from + AT_ONCE));
  }
}

/** With one that was joined to it, where there is one: as it was, and never to be counted again. */
function leadRows(wsId: string, lead: DrawnLead, joined: boolean) {
  const row = {
    ...blankLead(lead.id, wsId, lead.createdAt),
    traits: toJson({}),
    name: `Lead ${lead.id.slice(0, 4)}`,
    stage: lead.stage,
    sales_sourced: lead.sales,
    first_at: lead.firstAt === null ? null : new Date(lead.firstAt),
    first_source: lead.source,
    first_campaign: lead.campaign,
    handoff_at: lead.handedAt === null ? null : new Date(lead.handedAt),
    handed_by: lead.handedBy,
  };
  return joined ? [row, { ...row, lead_id: randomUUID(), merged_into: lead.id }] : [row];
}

function eventRows(wsId: string, lead: DrawnLead) {
  return lead.events.map(({ id, kind, name, title, machine, at }) => ({
    ...{ lead_id: lead.id, ws_id: wsId, event_id: id, kind, name, title, machine },
    ...{ path: null, url: null, campaign: null, channel: null, mail: null },
    at: new Date(at),
    source: 'Website',
    clock_corrected: false,
    props: toJson({}),
    received_at: new Date(at),
  }));
}

function feedbackRows(wsId: string, lead: DrawnLead, members: readonly string[]) {
  const verdicts = lead.verdicts.map((said) => ({
    ...{ lead_id: lead.id, ws_id: wsId, feedback_id: said.id, kind: 'verdict' as const },
    member_id: members[said.member] ?? '',
    verdict: said.verdict,
    flag: null,
    reason_label: said.reason,
    body: toJson({}),
    seq: said.seq,
    made_at: new Date(said.at),
    order_at: new Date(said.at),
    received_at: new Date(said.at),
    queue: null,
    points_then: said.points,
    chance_then: said.chance,
    rules_then: toJson(said.rules),
    woken_at: said.wokenAt === null ? null : new Date(said.wokenAt),
    woken:
      said.wokenAt === null
        ? null
        : toJson({
            because: { is: said.because, label: null },
            events: 0,
            moments: 0,
            pointsThen: said.points,
          }),
  }));
  // What is no verdict must not be taken for one.
  const [first] = verdicts;
  const flag = first && {
    ...first,
    feedback_id: randomUUID(),
    kind: 'flag' as const,
    verdict: null,
    flag: 'score_too_high' as const,
    order_at: new Date(first.order_at.getTime() + 1),
    woken_at: null,
    woken: null,
  };
  return flag ? [...verdicts, flag] : verdicts;
}
