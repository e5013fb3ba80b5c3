/** Which of several processes does the background work: the one that holds a row, as long as it keeps renewing it. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

export interface Lease {
  name: string;
  /** A process, by an id of its own. */
  holder: string;
}

/** @returns whether it is this holder's until `now + forMs`; false while another one has it */
export async function holdLease(
  db: Db,
  { name, holder }: Lease,
  now: number,
  forMs: number,
): Promise<boolean> {
  const expires = new Date(now + forMs);
  // Left behind by a process whose clock ran ahead; waiting for it could take years.
  const absurd = new Date(now + 2 * forMs);
  const { rows } = await sql`insert into lease (name, holder, expires_at)
    values (${name}, ${holder}, ${expires})
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
      where lease.holder = excluded.holder or lease.expires_at < ${new Date(now)}
        or lease.expires_at > ${absurd}
    returning holder`.execute(db);
  return rows.length > 0;
}

/** So that another process need not wait until it runs out. */
export async function giveUpLease(db: Db, { name, holder }: Lease): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
}
