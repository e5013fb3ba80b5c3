/**
 * A store in a process of its own with a team in it, a second team beside, and tools that send: all that a request can be
 * about. What the matrix of roles prepares for one good request per route is prepared here several times.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { sealWith } from '../../../server/access/seal.ts';
import { type Db, openDatabase } from '../../../server/db/database.ts';
import { AREAS } from '../../server/matrix/all.ts';
import type { Theirs } from '../../server/matrix/area.ts';
import { preparedFolder } from '../../server/support/engines.ts';
import { createDatabase, startPostgres } from '../../server/support/postgres.ts';
import { CLIENT, startProvider } from '../../server/support/provider.ts';
import { makeScene, type Scene } from '../../server/support/scene.ts';
import { type StoreProcess, startStore } from '../../server/support/store-process.ts';
import { BASE, connect, type Tool } from '../../server/support/tools.ts';
import type { Pools } from './shapes.ts';
import { KINDS, type Kind } from './webhooks.ts';

export type FuzzEngine = 'pglite' | 'postgres';

/** How often the areas of the matrix are prepared. */
const ROUNDS = 2;
const KEY = 'only-for-these-tests-only-for-these';
const METRICS_TOKEN = 'metrics-token-of-these-tests';

export interface Team {
  store: StoreProcess;
  /** By role; `foreign` is another team's administrator, `gone` a browser that was let go. */
  tokens: Record<'rep' | 'marketer' | 'admin' | 'foreign' | 'gone', string>;
  writeKeys: { own: string; foreign: string };
  metricsToken: string;
  /** What the matrix prepared, a set for each round. */
  theirs: Theirs[];
  tools: Record<Kind, Tool>;
  pools: Pools;
  /** Ids without which nobody could go on asking: never taken up from answers. */
  keep: ReadonlySet<string>;
  end: () => Promise<void>;
}

export async function startTeam(engine: FuzzEngine): Promise<Team> {
  const place = engine === 'pglite' ? await inFolder() : await onServer();
  const provider = await startProvider(`${BASE}/auth/callback`);
  const made = await place.open(prepared);
  const store = await startStore({
    ...place.env,
    TRUCE_KEY: KEY,
    TRUCE_URL: BASE,
    TRUCE_IDLE_DAYS: '3650',
    TRUCE_METRICS_TOKEN: METRICS_TOKEN,
    TRUCE_LOG_LEVEL: 'debug',
    TRUCE_TRUST_PROXY: '1',
    // The counters work, and let everybody through: what they refuse would hide what lies behind.
    TRUCE_LIMITS: 'address=99999999,source=99999999,token=99999999,stranger=99999999',
    TRUCE_OIDC_ISSUER: provider.issuer,
    TRUCE_OIDC_CLIENT_ID: CLIENT.id,
    TRUCE_OIDC_CLIENT_SECRET: CLIENT.secret,
    NODE_OPTIONS: `--expose-gc --import=data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => gc())')}`,
  });
  const end = async () => {
    await store.end('SIGKILL');
    await provider.close();
    await place.remove();
  };
  return { ...made, store, metricsToken: METRICS_TOKEN, end };
}

async function prepared(db: Db): Promise<Omit<Team, 'store' | 'end' | 'metricsToken'>> {
  // By the clock of the process: codes and links have to be good when they are used.
  const options = { seal: sealWith(KEY), publicUrl: BASE, now: Date.now };
  const [scene, other] = [await makeScene(db, options), await makeScene(db, options)];
  const gone = await scene.join('Gone', 'admin');
  await db
    .updateTable('device')
    .set({ revoked_at: new Date() })
    .where('ws_id', '=', scene.wsId)
    .where('member_id', 'in', (eb) =>
      eb.selectFrom('member').select('member_id').where('name', '=', 'Gone'),
    )
    .execute();
  const keep = await idsOf(db, scene.wsId);
  const theirs: Theirs[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const own: Theirs = {};
    for (const { prepare } of AREAS) Object.assign(own, await prepare(scene));
    theirs.push(own);
  }
  const tools = await connected(scene);
  return {
    tokens: { ...scene.tokens, foreign: other.tokens.admin, gone },
    writeKeys: { own: scene.writeKey, foreign: other.writeKey },
    theirs,
    tools,
    pools: await poolsOf(scene, theirs),
    keep,
  };
}

/** What exists before anything is prepared: the people who ask, their browsers, and the source whose key is used. */
async function idsOf(db: Db, wsId: string): Promise<Set<string>> {
  const of = async (table: 'member' | 'device' | 'source', column: string) =>
    (await db.selectFrom(table).where('ws_id', '=', wsId).selectAll().execute()).map((row) =>
      String(Object.entries(row).find(([name]) => name === column)?.[1]),
    );
  const ids = [
    await of('member', 'member_id'),
    await of('device', 'device_id'),
    await of('source', 'source_id'),
  ];
  return new Set(ids.flat());
}

async function connected(scene: Scene): Promise<Record<Kind, Tool>> {
  const made: Partial<Record<Kind, Tool>> = {};
  for (const kind of KINDS) made[kind] = await connect(scene, kind);
  return made as Record<Kind, Tool>;
}

/** What was prepared, and codes to come in by, each of which is good once. */
async function poolsOf({ ask, tokens }: Scene, theirs: Theirs[]): Promise<Pools> {
  const pools: Pools = new Map();
  for (const one of theirs) {
    for (const [name, value] of Object.entries(one)) {
      pools.set(name, [...(pools.get(name) ?? []), value]);
    }
  }
  const codes: string[] = [];
  for (let n = 0; n < 12; n++) {
    const body = { name: randomUUID(), role: 'rep' };
    const answer = await ask({ path: '/api/invites', token: tokens.admin, body });
    codes.push(String((answer.body as { code?: string }).code));
  }
  return pools.set('code', codes);
}

interface Place {
  env: Record<string, string>;
  open: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  remove: () => Promise<void>;
}

async function inFolder(): Promise<Place> {
  const folder = await preparedFolder();
  return {
    env: { TRUCE_DATA_DIR: folder },
    open: (work) => opened(null, folder, work),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function onServer(): Promise<Place> {
  const server = await startPostgres();
  const databaseUrl = await createDatabase(server.url);
  return {
    env: { DATABASE_URL: databaseUrl },
    open: (work) => opened(databaseUrl, '', work),
    remove: () => server.stop(),
  };
}

async function opened<T>(
  databaseUrl: string | null,
  dataDir: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const onError = (error: Error) => {
    throw error;
  };
  const result = await openDatabase({ databaseUrl, dataDir, onError });
  if (!result.ok) throw new Error(result.problem.detail);
  try {
    return await work(result.value.db);
  } finally {
    await result.value.close();
  }
}
