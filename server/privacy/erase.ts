/** One person, erased: in one transaction what is about them, then what may speak of them elsewhere. */
import { sql } from 'kysely';
import { writeDown } from '../access/audit.ts';
import { recordChanges } from '../changes/record.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { mayMeetAgain } from '../identity/apart.ts';
import { shortId } from '../identity/words.ts';
import { lockLead } from '../leads/follow.ts';
import { forgetLatest, markErased } from './marks.ts';
import { type Person, personOf } from './person.ts';
import { leaveCounts } from './remains.ts';
import { scrub } from './scrub.ts';

export interface Erased {
  events: number;
  feedback: number;
  at: Date;
}

type Needs = Pick<Store, 'db' | 'now' | 'newId' | 'seal' | 'watch'>;

/** @param memberId null: the store itself, which finishes what somebody began */
export async function erase(
  store: Needs,
  wsId: string,
  leadId: string,
  memberId: string | null,
): Promise<Erased | null> {
  const done = await inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, wsId, leadId);
    if (!lead) return null;
    const person = await personOf(tx, lead);
    const at = new Date(store.now());
    const feedback = await leaveCounts(tx, store, lead);
    const events = await deleteRows(tx, person);
    if (memberId !== null) {
      await markErased(tx, store, wsId, person.idents, at);
      await tx
        .insertInto('erasure')
        .values({
          ws_id: wsId,
          erasure_id: store.newId(),
          at,
          names: store.seal.close(JSON.stringify(person.idents)),
        })
        .execute();
      const what = `lead ${shortId(lead.lead_id)}`;
      await writeDown(tx, store, { wsId, memberId, action: 'lead.erased', what });
    }
    // Whoever keeps a copy asks again, and is told that there is nobody.
    const gone = { kind: 'lead' as const, leadId: lead.lead_id, rev: null };
    await recordChanges(tx, wsId, [gone], at.getTime());
    return { person, erased: { events, feedback, at } };
  });
  if (!done) return null;
  forgetLatest(store.db, wsId);
  for (const id of done.person.ids) store.watch.changed(wsId, id);
  await scrub(store.db, wsId, done.person.idents);
  return done.erased;
}

/** Both ways: what the others are kept apart from is found by what these are. */
async function dropApart(tx: Db, wsId: string, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('kept_apart')
    .where('lead_id', 'in', [...ids])
    .where('ws_id', '=', wsId)
    .select('other_id')
    .execute();
  const others = rows.map(({ other_id }) => other_id);
  if (others.length > 0) await mayMeetAgain(tx, wsId, ids, others);
}

/** What was a part of this person and was taken out again was perhaps joined to others meanwhile, under these names too. */
async function forgetInMerges(tx: Db, wsId: string, idents: readonly string[]): Promise<void> {
  const without = (side: 'from' | 'to') =>
    sql`case when because->>${sql.lit(side)} = any(${idents}::text[]) then null else because->>${sql.lit(side)} end`;
  await sql`update lead_merge set names = names - ${idents}::text[],
      because = because || jsonb_build_object('from', ${without('from')}, 'to', ${without('to')})
    where ws_id = ${wsId} and (names ?| ${idents}::text[]
      or because->>'from' = any(${idents}::text[]) or because->>'to' = any(${idents}::text[]))`.execute(
    tx,
  );
}

/** @returns how many events there were */
async function deleteRows(tx: Db, { lead, ids, idents }: Person): Promise<number> {
  const { ws_id: wsId, lead_id: leadId } = lead;
  const { numDeletedRows } = await tx
    .deleteFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .executeTakeFirst();
  for (const table of ['feedback', 'resolution', 'verdict_case', 'counter', 'lead_part'] as const) {
    await tx.deleteFrom(table).where('lead_id', '=', leadId).where('ws_id', '=', wsId).execute();
  }
  await tx.deleteFrom('watched').where('lead_id', 'in', ids).where('ws_id', '=', wsId).execute();
  await dropApart(tx, wsId, ids);
  for (const column of ['from_id', 'to_id'] as const) {
    await tx.deleteFrom('lead_merge').where(column, 'in', ids).where('ws_id', '=', wsId).execute();
  }
  if (idents.length > 0) await forgetInMerges(tx, wsId, idents);
  await tx
    .deleteFrom('hook_delivery')
    .where('lead_id', 'in', ids)
    .where('ws_id', '=', wsId)
    .execute();
  if (idents.length > 0) {
    await tx
      .deleteFrom('identity')
      .where('ident', 'in', idents)
      .where('ws_id', '=', wsId)
      .execute();
  }
  await tx.deleteFrom('lead').where('lead_id', 'in', ids).where('ws_id', '=', wsId).execute();
  return Number(numDeletedRows);
}
