/**
 * Verdicts that have no frozen lead yet, because they are older than freezing; and those that were frozen under rules that
 * told events apart otherwise, which are counted again from the same events, or before it was looked at where a lead came from.
 */
import { sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { verdict } from '../../lib/contract/feedback.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { freeze, judgedOf, recountCase } from '../feedback/freeze.ts';
import type { Store } from '../http/context.ts';
import { matchingHash } from '../leads/counting.ts';
import { currentDefinition } from '../leads/definition.ts';
import { lockLead } from '../leads/follow.ts';
import type { Turn } from './turn.ts';

const AT_ONCE = 100;

/** By workspace, the matching under which all verdicts are known to be frozen: later ones are frozen as they come. */
const complete = new WeakMap<Db, Map<string, string>>();

/** @returns whether all verdicts are frozen now, so that something can be made of them */
export async function freezeAll(store: Store, wsId: string, turn: Turn): Promise<boolean> {
  const { db } = store;
  const definition = await currentDefinition(db, wsId);
  const matching = matchingHash(definition);
  const known = complete.get(db) ?? new Map<string, string>();
  complete.set(db, known);
  if (known.get(wsId) === matching) return true;
  let after: Place = { lead_id: NIL, feedback_id: NIL };
  while (await turn.mayGoOn()) {
    const rows = await left(db, wsId, matching, after);
    for (const row of rows) await one(db, wsId, row, definition);
    const last = rows.at(-1);
    if (!last) {
      known.set(wsId, matching);
      return true;
    }
    after = last;
  }
  return false;
}

const NIL = '00000000-0000-0000-0000-000000000000';

interface Place {
  lead_id: string;
  feedback_id: string;
}

async function left(db: Db, wsId: string, matching: string, after: Place): Promise<Place[]> {
  const { rows } = await sql<Place>`select f.lead_id, f.feedback_id from feedback f
    left join verdict_case c
      on c.lead_id = f.lead_id and c.ws_id = f.ws_id and c.feedback_id = f.feedback_id
    where f.ws_id = ${wsId} and f.kind = 'verdict'
      and (c.feedback_id is null or c.body->>'matching' <> ${matching}
        or c.body->'fit'->'source' is null)
      and (f.lead_id, f.feedback_id) > (${after.lead_id}::uuid, ${after.feedback_id}::uuid)
    order by f.lead_id, f.feedback_id limit ${AT_ONCE}`.execute(db);
  return rows;
}

/** Read again under the lock: the lead may have been merged or erased since. */
async function one(
  db: Db,
  wsId: string,
  { lead_id, feedback_id }: Place,
  definition: LeadDefinition,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const lead = await lockLead(tx, wsId, lead_id);
    if (!lead) return;
    const row = await tx
      .selectFrom('feedback')
      .where('lead_id', '=', lead.lead_id)
      .where('ws_id', '=', wsId)
      .where('feedback_id', '=', feedback_id)
      .selectAll()
      .executeTakeFirst();
    const said = verdict.safeParse(row?.body);
    if (!row || !said.success) return;
    const { member_id: memberId, order_at: decidedAt, received_at: receivedAt, origin } = row;
    const judged = judgedOf(said.data, { memberId, decidedAt, receivedAt, origin });
    if (await recountCase(tx, lead, judged, definition)) return;
    await freeze(tx, lead, judged, definition);
  });
}
