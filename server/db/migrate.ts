/** Brings the tables up to date. Runs at every start, in every process; the first one does the work. */
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './database.ts';
import { access } from './migrations/0001-access.ts';
import { leads } from './migrations/0002-leads.ts';
import { feedback } from './migrations/0003-feedback.ts';
import { sharedCrms } from './migrations/0004-shared-crms.ts';
import { score } from './migrations/0005-score.ts';
import { audit } from './migrations/0006-audit.ts';
import { doors } from './migrations/0007-doors.ts';
import { imports } from './migrations/0008-imports.ts';
import { identity } from './migrations/0009-identity.ts';
import { privacy } from './migrations/0010-privacy.ts';
import { people } from './migrations/0011-people.ts';
import { out } from './migrations/0013-out.ts';
import { parts } from './migrations/0014-parts.ts';
import { wake } from './migrations/0015-wake.ts';
import { owner } from './migrations/0016-owner.ts';
import { mine } from './migrations/0017-mine.ts';
import { desk } from './migrations/0018-desk.ts';
import { queue } from './migrations/0019-queue.ts';
import { reports } from './migrations/0020-reports.ts';
import { content } from './migrations/0021-content.ts';
import { unread } from './migrations/0022-unread.ts';

/** In order. A released one is never changed; what is to change is a new one at the end. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-access': access,
  '0002-leads': leads,
  '0003-feedback': feedback,
  '0004-shared-crms': sharedCrms,
  '0005-score': score,
  '0006-audit': audit,
  '0007-doors': doors,
  '0008-imports': imports,
  '0009-identity': identity,
  '0010-privacy': privacy,
  '0011-people': people,
  '0013-out': out,
  '0014-parts': parts,
  '0015-wake': wake,
  '0016-owner': owner,
  '0017-mine': mine,
  '0018-desk': desk,
  '0019-queue': queue,
  '0020-reports': reports,
  '0021-content': content,
  '0022-unread': unread,
};

/**
 * Throws when a migration fails; what was done before it stays, and the next start goes on from there.
 * Kysely holds a lock meanwhile, so of two processes that start at once the second waits and finds it done.
 *
 * @param upTo the last one to be done, for tests of what an older release left; all if not given
 */
export async function migrate(db: Db, upTo?: string): Promise<void> {
  const later = await laterMigrations(db);
  if (later.length > 0) throw new Error(writtenLater(later));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest());
  if (error) throw error;
}

/** @returns what to do about a database that has more than this release knows of */
export function writtenLater(names: readonly string[]): string {
  return `a newer release wrote this database (${names.join(', ')}): start that one again, or restore the backup that was made before it`;
}

/** @returns names of what was done by a release that is newer than this one; asks only */
export async function laterMigrations(db: Db): Promise<string[]> {
  const there = await sql<{ name: string | null }>`select to_regclass('kysely_migration')::text
    as name`.execute(db);
  if (!there.rows[0]?.name) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(MIGRATIONS, name));
}

/** @returns names of what `migrate` would do; asks only */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const all = await migrator.getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}
