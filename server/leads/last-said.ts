/** The last verdict on each of many leads, in one statement. */
import { sql } from 'kysely';
import type { LeadInBrief } from '../../lib/contract/look-up.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import type { Asker, Store } from '../http/context.ts';
import { repWords } from '../words/asked.ts';

interface Row {
  lead_id: string;
  verdict: VerdictKind;
  member_id: string;
  order_at: Date;
  name: string | null;
}

/** @returns what was last said of these leads, by lead; those nobody has answered are missing */
export async function lastSaid(
  { db }: Pick<Store, 'db'>,
  { wsId, member, language }: Asker,
  leadIds: readonly string[],
): Promise<Map<string, NonNullable<LeadInBrief['said']>>> {
  if (leadIds.length === 0) return new Map();
  // The newest of each: of the same moment as a lead's history orders them.
  const { rows } = await sql<Row>`select distinct on (said.lead_id) said.lead_id, said.verdict,
      said.member_id, said.order_at, member.name
    from feedback as said
    left join member on member.ws_id = said.ws_id and member.member_id = said.member_id
    where said.lead_id = any(${leadIds}::uuid[]) and said.ws_id = ${wsId} and said.kind = 'verdict'
    order by said.lead_id, said.order_at desc, said.seq desc, said.feedback_id desc`.execute(db);
  const words = repWords(language);
  return new Map(
    rows.map(({ lead_id, verdict, member_id, order_at, name }) => [
      lead_id,
      {
        verdict,
        by: name ?? words.somebodyWhoLeft,
        mine: member_id === member.memberId,
        at: order_at.toISOString(),
      },
    ]),
  );
}
