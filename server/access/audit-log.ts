/** `GET /api/audit`: who did what, newest first. */
import * as z from 'zod/mini';
import { type AuditPage, auditPage } from '../../lib/contract/people.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Store } from '../http/context.ts';
import { cursor, type Place, placeOf } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { namesOf } from '../leads/history.ts';

const PAGE = 50;

const query = z.object({
  before: z.optional(cursor),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), PAGE),
});

export const auditRoute = route({
  method: 'GET',
  path: '/api/audit',
  role: 'admin',
  input: query,
  answer: auditPage,
  handle: async ({ store, asker, input }) =>
    done(await pageOf(store, asker.wsId, input.limit, input.before)),
});

async function pageOf(
  { db }: Store,
  wsId: string,
  limit: number,
  before: Place | undefined,
): Promise<AuditPage> {
  const rows = await db
    .selectFrom('audit')
    .where('ws_id', '=', wsId)
    .$if(before !== undefined, (select) =>
      select.where((eb) => {
        const at = new Date(before?.at ?? 0);
        const same = eb.and([eb('at', '=', at), eb('audit_id', '<', before?.id ?? '')]);
        return eb.or([eb('at', '<', at), same]);
      }),
    )
    .select(['audit_id', 'at', 'member_id', 'action', 'what'])
    .orderBy('at', 'desc')
    .orderBy('audit_id', 'desc')
    .limit(limit + 1)
    .execute();
  const names = await namesOf(db, wsId);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map((row) => ({
      id: row.audit_id,
      at: row.at.toISOString(),
      action: row.action,
      by: row.member_id
        ? { memberId: row.member_id, name: names.get(row.member_id) ?? 'Somebody' }
        : null,
      what: row.what,
    })),
    next: last && rows.length > limit ? placeOf(last.at.getTime(), last.audit_id) : null,
  };
}
