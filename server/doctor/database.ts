/** What can be asked of the database itself, whichever it is. A running embedded store answers this for the command. */
import { sql } from 'kysely';
import { keyIn, sealWith } from '../access/seal.ts';
import type { Db } from '../db/database.ts';
import { laterMigrations, pendingMigrations, writtenLater } from '../db/migrate.ts';
import type { Env } from '../env.ts';
import type { Ask } from './asking.ts';
import { beyond } from './beyond.ts';
import { broken, type Finding, fine, look, tried } from './finding.ts';
import type { Known } from './outside.ts';
import { storeIdOf } from './proof.ts';

/** The oldest major version that the tests run on. */
const OLDEST = 15;
/** Events are sorted by time, and leases end by the database's clock. */
const CLOCK_TOLERANCE_MS = 5000;
/** A lead is scored again within minutes of its day. */
const BEHIND_IS_LONG_DAYS = 2;

type Settings = Pick<Env, 'databaseUrl' | 'key' | 'publicUrl' | 'signOn'>;

/**
 * And what can be seen from outside by whoever knows what the database knows.
 *
 * @param db may be of any age, or empty
 */
export async function examine(db: Db, env: Settings, ask: Ask): Promise<Finding[]> {
  const [within, known] = [await inside(db, env), await knownIn(db, env.key).catch(() => null)];
  return [...within, ...(await beyond(env, known, ask))];
}

async function inside(db: Db, env: Settings): Promise<Finding[]> {
  const ready = await tried('tables', () => tables(db));
  const general = [
    await tried('version', () => version(db)),
    await tried('settings of the database', () => settings(db, env)),
    await tried('clock', () => clock(db)),
    ready,
  ];
  // What follows asks for tables that may not be there yet.
  if (ready.state !== 'fine') return general;
  return [
    ...general,
    await tried('sealed secrets', () => secrets(db, env.key)),
    await tried('background work', () => work(db)),
    await tried('webhooks', () => hooks(db)),
  ];
}

/** @returns what is needed to know this store from another; null as long as it was never started */
async function knownIn(db: Db, given: string | null): Promise<Known | null> {
  const key = given ?? (await keyIn(db));
  const workspace = await db
    .selectFrom('install')
    .where('name', '=', 'workspace')
    .select('value')
    .executeTakeFirst();
  if (key === null || !workspace) return null;
  return { storeId: storeIdOf(workspace.value), seal: sealWith(key) };
}

async function first<Row>(query: ReturnType<typeof sql<Row>>, db: Db): Promise<Row> {
  const { rows } = await query.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the database gave no answer');
  return row;
}

async function version(db: Db): Promise<Finding> {
  const row = await first(
    sql<{ number: string; text: string }>`select current_setting('server_version_num') as number,
      current_setting('server_version') as text`,
    db,
  );
  const major = Math.floor(Number(row.number) / 10_000);
  if (major >= OLDEST) return fine('version', `PostgreSQL ${row.text}.`);
  return look(
    'version',
    `PostgreSQL ${row.text} is older than ${OLDEST}, the oldest that this release was tested with; upgrade it when you can.`,
  );
}

async function settings(db: Db, { databaseUrl }: Pick<Env, 'databaseUrl'>): Promise<Finding> {
  const what = 'settings of the database';
  const row = await first(
    sql<{ encoding: string; zone: string; fsync: string }>`
      select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
        current_setting('fsync') as fsync`,
    db,
  );
  if (row.encoding !== 'UTF8') {
    return broken(
      what,
      `Its encoding is ${row.encoding}; make the database anew with encoding UTF8.`,
    );
  }
  if (databaseUrl !== null && row.fsync === 'off') {
    return broken(what, 'fsync is off, so a power cut loses the database; turn it on.');
  }
  // Times are sent and read with their zone, so any will do.
  return fine(what, `Encoding UTF8, time zone ${row.zone}, fsync ${row.fsync}.`);
}

async function clock(db: Db): Promise<Finding> {
  const asked = Date.now();
  const { now } = await first(sql<{ now: Date }>`select clock_timestamp() as now`, db);
  const answered = Date.now();
  const apart = Math.round(now.getTime() - (asked + answered) / 2);
  if (Math.abs(apart) <= CLOCK_TOLERANCE_MS) {
    return fine('clock', `Within ${Math.abs(apart)} ms of the database's.`);
  }
  return broken(
    'clock',
    `The database's clock is ${apart} ms away from this machine's; set both by NTP, or times of events will be wrong.`,
  );
}

async function tables(db: Db): Promise<Finding> {
  const later = await laterMigrations(db);
  if (later.length > 0) return broken('tables', `It cannot start: ${writtenLater(later)}.`);
  const pending = await pendingMigrations(db);
  if (pending.length === 0) return fine('tables', 'Up to date.');
  return look(
    'tables',
    `Not brought up to date yet: ${pending.join(', ')}. The next start does it, or “npm run store -- migrate”.`,
  );
}

async function secrets(db: Db, given: string | null): Promise<Finding> {
  const what = 'sealed secrets';
  const key = given ?? (await keyIn(db));
  const sealed = await sealedIn(db);
  const seal = key === null ? null : sealWith(key);
  const closed = sealed.filter((secret) => !seal || !opens(() => seal.open(secret)));
  if (closed.length > 0) {
    return broken(
      what,
      `${closed.length} of ${sealed.length} cannot be opened: TRUCE_KEY is not the one they were sealed with. Set it to the former one.`,
    );
  }
  if (given === null) {
    return look(
      what,
      'TRUCE_KEY is not set, so the key lies in the database beside what it seals; set it to 32 or more random characters before secrets are entered.',
    );
  }
  return fine(what, `All ${sealed.length} open with TRUCE_KEY.`);
}

function opens(open: () => string): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}

async function sealedIn(db: Db): Promise<string[]> {
  const sources = await db.selectFrom('source').select('secret').execute();
  const hooks = await db.selectFrom('hook_endpoint').select('secret').execute();
  return [...sources, ...hooks].flatMap(({ secret }) => (secret === null ? [] : [secret]));
}

async function work(db: Db): Promise<Finding> {
  const today = Math.floor(Date.now() / 86_400_000);
  const { stale, left } = await first(
    sql<{ stale: number; left: number }>`select
      (select count(*) from lead where stale_on <= ${today - BEHIND_IS_LONG_DAYS}
        and merged_into is null) as stale,
      (select coalesce(sum(total - done), 0)::int from rescoring where finished_at is null) as left`,
    db,
  );
  if (stale > 0) {
    return look(
      'background work',
      `${stale} leads should have been scored again ${BEHIND_IS_LONG_DAYS} days ago; is a store running on this database?`,
    );
  }
  const rest = left > 0 ? ` ${left} leads are being scored again.` : '';
  return fine('background work', `Not behind.${rest}`);
}

async function hooks(db: Db): Promise<Finding> {
  const { off, waiting } = await first(
    sql<{ off: number; waiting: number }>`select
      (select count(*) from hook_endpoint where off_at is not null) as off,
      (select count(*) from hook_delivery where state = 'waiting'
        and at < clock_timestamp() - interval '1 hour') as waiting`,
    db,
  );
  if (off + waiting === 0) return fine('webhooks', 'None waits longer than an hour.');
  return look(
    'webhooks',
    `${off} endpoints are off and ${waiting} deliveries wait longer than an hour; look at “Webhooks” in Truce.`,
  );
}
