/** Which of several processes does the background work: the one that holds a row, as long as it keeps renewing it. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** Left behind by a clock that ran ahead and was set right; waiting for it could take years. */
const ABSURD_MS = 3_600_000;

export interface Lease {
  name: string;
  /** A process, by an id of its own. */
  holder: string;
}

/**
 * The database's clock counts, since that of each process may be minutes off.
 *
 * @returns whether it is this holder's for so long; false while another one has it
 */
export async function holdLease(db: Db, { name, holder }: Lease, forMs: number): Promise<boolean> {
  const { rows } = await sql`insert into lease (name, holder, expires_at)
    values (${name}, ${holder}, ${soon(forMs)})
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
      where lease.holder = excluded.holder or lease.expires_at < clock_timestamp()
        or lease.expires_at > ${soon(ABSURD_MS)}
    returning holder`.execute(db);
  return rows.length > 0;
}

const soon = (ms: number) =>
  sql`clock_timestamp() + ${ms}::double precision * interval '1 millisecond'`;

/** So that another process need not wait until it runs out. */
export async function giveUpLease(db: Db, { name, holder }: Lease): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
}

/** For a database that only one process can have open: whatever lease is found there is a dead one's. */
export async function dropLeases(db: Db): Promise<void> {
  await db.deleteFrom('lease').execute();
}
