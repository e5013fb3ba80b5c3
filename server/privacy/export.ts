/** Everything that is kept of one person, as one JSON file for them. */
import type { PersonExport } from '../../lib/contract/privacy.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';
import { entriesOfMerges, mergesOfCells } from '../identity/merges.ts';
import { shortId } from '../identity/words.ts';
import type { Lead } from '../leads/follow.ts';
import { namesOf } from '../leads/history.ts';
import { repWords } from '../words/asked.ts';
import { type Person, personOf } from './person.ts';

/** Read in one transaction, so that nothing of it is of another moment; and written down that somebody did. */
export async function exportPerson(
  store: Store,
  { wsId, member, language }: Asker,
  lead: Lead,
): Promise<PersonExport> {
  return store.db.transaction().execute(async (tx) => {
    const person = await personOf(tx, lead);
    const members = await namesOf(tx, wsId);
    const rows = await rowsOf(tx, person);
    const what = `lead ${shortId(lead.lead_id)}`;
    const { memberId } = member;
    await writeDown(tx, store, { wsId, memberId, action: 'lead.exported', what });
    return {
      exportedAt: new Date(store.now()).toISOString(),
      workspace: member.workspace.name,
      person: plain(lead),
      names: person.idents,
      events: rows.events.map(plain),
      feedback: rows.feedback.map((row) => ({
        ...plain(row),
        by: members.get(row.member_id) ?? null,
      })),
      resolutions: rows.resolutions.map((row) => ({
        ...plain(row),
        by: members.get(row.member_id) ?? null,
      })),
      score: {
        points: lead.points,
        stage: lead.stage,
        definition: lead.scored_version,
        counters: rows.counters,
        verdicts: rows.cases.map(plain),
      },
      merges: await entriesOfMerges(
        tx,
        wsId,
        await mergesOfCells(tx, wsId, person.ids),
        repWords(language),
      ),
      parts: rows.parts.map(plain),
      watched: rows.watched.map(({ at, member_id }) => ({
        at,
        by: members.get(member_id) ?? null,
      })),
    };
  });
}

async function rowsOf(tx: Db, { lead, ids }: Person) {
  const { lead_id: leadId, ws_id: wsId } = lead;
  const events = await tx
    .selectFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('at')
    .orderBy('event_id')
    .execute();
  const counters = await tx
    .selectFrom('counter')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .select('body')
    .executeTakeFirst();
  return {
    events,
    counters: counters?.body ?? null,
    feedback: await tx
      .selectFrom('feedback')
      .where('lead_id', '=', leadId)
      .where('ws_id', '=', wsId)
      .selectAll()
      .orderBy('order_at')
      .execute(),
    resolutions: await tx
      .selectFrom('resolution')
      .where('lead_id', '=', leadId)
      .where('ws_id', '=', wsId)
      .selectAll()
      .orderBy('order_at')
      .execute(),
    cases: await tx
      .selectFrom('verdict_case')
      .where('lead_id', '=', leadId)
      .where('ws_id', '=', wsId)
      .selectAll()
      .execute(),
    watched: await tx
      .selectFrom('watched')
      .where('lead_id', 'in', ids)
      .where('ws_id', '=', wsId)
      .select(['at', 'member_id'])
      .execute(),
    parts: await tx
      .selectFrom('lead_part')
      .where('lead_id', '=', leadId)
      .where('ws_id', '=', wsId)
      .selectAll()
      .execute(),
  };
}

/** The row as it is, without what tells teams and their members apart. */
function plain(row: object): Record<string, unknown> {
  const hidden = new Set(['ws_id', 'member_id']);
  return Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key)));
}
