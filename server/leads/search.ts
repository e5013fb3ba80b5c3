/** `GET /api/leads/search?q=`: leads by the beginning of what they are called. */
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { done } from '../../lib/contract/problem.ts';
import { type LeadFound, searchAnswer } from '../../lib/contract/review.ts';
import { LIMITS, text } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import { route } from '../http/route.ts';

const MOST = 10;
/** The last word of a name, by which people look for somebody as often as by the first. */
const SURNAME = sql.raw(`lower(regexp_replace(name, '^.*[[:space:]]', ''))`);

export const searchRoute = route({
  method: 'GET',
  path: '/api/leads/search',
  role: 'rep',
  input: z.object({ q: text(LIMITS.name) }),
  answer: searchAnswer,
  handle: async ({ store, asker: { wsId }, input }) => {
    const q = input.q.trim();
    return done({ leads: q === '' ? [] : await beginningWith(store.db, wsId, q) });
  },
});

/** By the indexes `lead_name`, `lead_surname`, `lead_company` and `lead_email`, which hold the same expressions. */
async function beginningWith(db: Db, wsId: string, q: string): Promise<LeadFound[]> {
  const beginning = `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<
    LeadFound & { lead_id: string }
  >`select lead_id, name, company, email, points from lead
    where ws_id = ${wsId} and merged_into is null
      and (lower(name) like ${beginning} or ${SURNAME} like ${beginning}
        or lower(company) like ${beginning} or lower(email) like ${beginning})
    order by points desc, lead_id limit ${sql.lit(MOST)}`.execute(db);
  return rows.map(({ lead_id: leadId, name, company, email, points }) => ({
    leadId,
    name,
    company,
    email,
    points,
  }));
}
