/** `GET /api/reports/segments`: what reports can be filtered by. */
import { sql } from 'kysely';
import { done } from '../../lib/contract/problem.ts';
import { segmentsAnswer } from '../../lib/contract/reports.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { CAME } from './facts.ts';

const YEAR_MS = 365 * 86_400_000;
const MOST = 100;

export const segmentsRoute = route({
  method: 'GET',
  path: '/api/reports/segments',
  role: 'rep',
  answer: segmentsAnswer,
  handle: async ({ store, asker: { wsId } }) => {
    const [sources, campaigns] = await Promise.all([
      valuesOf(store, wsId, 'first_source'),
      valuesOf(store, wsId, 'first_campaign'),
    ]);
    return done({ sources, campaigns });
  },
});

async function valuesOf(
  { db, now }: Store,
  wsId: string,
  column: 'first_source' | 'first_campaign',
): Promise<(string | null)[]> {
  const value = sql.ref(`l.${column}`);
  const { rows } = await sql<{ value: string | null }>`select ${value} as value from lead l
    where l.ws_id = ${wsId} and l.merged_into is null and ${CAME} >= ${new Date(now() - YEAR_MS)}
    group by 1 order by count(*) desc, 1 nulls last limit ${MOST}`.execute(db);
  return rows.map((row) => row.value);
}
