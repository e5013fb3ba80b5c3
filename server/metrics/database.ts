/** The metrics of a running store: those of its process and its database beside what is counted. */
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../db/database.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** What is asked of the database here are few rows by an index; it is asked as often as somebody scrapes. */
export function metricsOf(db: Db, pool: pg.Pool): Metrics {
  const metrics = createMetrics({ withProcess: true });
  const { gauge } = metrics;
  gauge('truce_database_connections', 'Open connections.', () => pool.totalCount);
  gauge(
    'truce_database_connections_idle',
    'Open connections that nobody uses.',
    () => pool.idleCount,
  );
  gauge(
    'truce_database_waiting',
    'Statements and transactions that wait for a connection; on the embedded database, all that wait.',
    () => pool.waitingCount,
  );
  gauge(
    'truce_rescoring_leads_left',
    'Leads that still have points of an older definition, in work that has begun.',
    () =>
      one(
        sql`select coalesce(sum(total - done), 0)::int as count from rescoring
      where finished_at is null`,
        db,
      ),
  );
  gauge('truce_hooks_waiting', 'Webhook deliveries that still have to go out.', () =>
    one(sql`select count(*) as count from hook_delivery where state = 'waiting'`, db),
  );
  gauge('truce_hooks_oldest_seconds', 'How long the oldest of them has waited.', () =>
    one(
      sql`select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as count
          from hook_delivery where state = 'waiting'`,
      db,
    ),
  );
  return metrics;
}

async function one(query: ReturnType<typeof sql>, db: Db): Promise<number> {
  const { rows } = await query.execute(db);
  const [row] = rows;
  return typeof row === 'object' && row !== null && 'count' in row ? Number(row.count) : 0;
}
