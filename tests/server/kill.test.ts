import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Db, openDatabase } from '../../server/db/database.ts';
import { eventIdOf } from '../../server/ingest/event-id.ts';
import { isLong } from '../length.ts';
import { expectConsistent } from './support/consistency.ts';
import { cutConnections } from './support/cut-connections.ts';
import { preparedFolder, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, type StoreProcess, startStore } from './support/store-process.ts';

/**
 * Stores that are killed while they ingest, join leads and part them again. Senders repeat what nobody said yes to, as real
 * ones do. Of each engine so many kills, which at full length, with those in the middle of an import, are fifty
 * (`npm run test:kills`); TRUCE_KILLS asks for more.
 */
const KILLS = Number(process.env.TRUCE_KILLS) || (isLong ? 15 : 5);
const SEED = Number(process.env.TRUCE_KILL_SEED || Math.floor(Math.random() * 2 ** 31));
const CODE = '7K3M-QX2P';
const PEOPLE = 5;
/** Two seconds for each on an idle machine; a busy one is not at fault. */
const PATIENCE = 120_000 + KILLS * 20_000;
const SENDERS = 4;

describe(`a store that is killed ${KILLS} times (TRUCE_KILL_SEED=${SEED})`, () => {
  const server = usePostgres();

  it('keeps its word on the embedded database', { timeout: PATIENCE }, async () => {
    const folder = await preparedFolder();
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const place = { TRUCE_DATA_DIR: folder };
    const run = new Run({ ...place, TRUCE_SETUP_CODE: CODE }, SEED);
    await run.kills(KILLS, async (store) => {
      await store.end('SIGKILL');
      return null;
    });
    await run.check({ databaseUrl: null, dataDir: folder });
  });

  it('keeps its word on PostgreSQL, whose connections are cut as well', {
    timeout: PATIENCE,
  }, async () => {
    const databaseUrl = await createDatabase(server());
    const run = new Run({ DATABASE_URL: databaseUrl, TRUCE_SETUP_CODE: CODE }, SEED + 1);
    let cuts = 0;
    await run.kills(KILLS, async (store, random) => {
      if (random(3) > 0) {
        await store.end('SIGKILL');
        return null;
      }
      cuts++;
      await cutConnections(databaseUrl);
      // It goes on by itself.
      return store;
    });
    if (KILLS >= 20) expect(cuts).toBeGreaterThan(0);
    await run.check({ databaseUrl, dataDir: '' });
  });
});

interface Batch {
  messages: object[];
  ids: string[];
  /** A visitor and an address that the batch says are one person. */
  says: [string, string] | null;
}

class Run {
  readonly #env: Record<string, string>;
  readonly #random: (below: number) => number;
  #access: { token: string; writeKey: string } | null = null;
  /** Batches nobody has said yes to. */
  #open: Batch[] = [];
  readonly #acknowledged: Batch[] = [];
  #made = 0;

  constructor(env: Record<string, string>, seed: number) {
    this.#env = env;
    const random = fc.sample(fc.infiniteStream(fc.nat(2 ** 30)), { seed, numRuns: 1 })[0];
    this.#random = (below) => Number(random?.next().value ?? 0) % below;
  }

  /** @param end ends the store one way or another, and hands it back if it lives on */
  async kills(
    times: number,
    end: (store: StoreProcess, random: (below: number) => number) => Promise<StoreProcess | null>,
  ): Promise<void> {
    let store: StoreProcess | null = null;
    onTestFinished(async () => void (await store?.end('SIGKILL')));
    for (let kill = 0; kill < times; kill++) {
      store ??= await startStore(this.#env);
      this.#access ??= await enter(store.url, CODE);
      const before = this.#acknowledged.length;
      const enough = before + 1 + this.#random(12);
      const isEnough = Promise.withResolvers<void>();
      const over = { now: false };
      const senders = Array.from({ length: SENDERS }, () =>
        this.#send(store?.url ?? '', over, () => {
          if (this.#acknowledged.length >= enough) isEnough.resolve();
        }),
      );
      await isEnough.promise;
      // Somewhere in the middle of the next ones.
      const wait = this.#random(40);
      await new Promise((resolve) => setTimeout(resolve, wait));
      const ended = end(store, this.#random);
      over.now = true;
      store = await ended;
      await Promise.all(senders);
    }
    // What is still open is repeated until it is acknowledged.
    store ??= await startStore(this.#env);
    for (const batch of this.#open.splice(0)) {
      while (!(await this.#post(store.url, batch)));
    }
    expect(await store.end('SIGTERM')).toBe(0);
  }

  async #send(url: string, over: { now: boolean }, said: () => void): Promise<void> {
    while (!over.now) {
      const batch = this.#open.shift() ?? this.#next();
      if (!(await this.#post(url, batch))) this.#open.push(batch);
      said();
      if (this.#random(6) === 0) await this.#undoOne(url);
    }
  }

  /** A visitor looks around, and turns out to be somebody. */
  #next(): Batch {
    const n = this.#made++;
    const [visitor, email] = [`visitor ${n >> 1}`, `p${n % PEOPLE}@acme.example`];
    const at = new Date();
    if (n % 2 === 1) {
      const known = `p${(n - 1) % PEOPLE}@acme.example`;
      const said = { type: 'identify', messageId: `i${n}`, anonymousId: visitor, timestamp: at };
      return { messages: [{ ...said, traits: { email: known } }], ids: [], says: [visitor, known] };
    }
    const visit = { type: 'page', messageId: `v${n}`, anonymousId: visitor, timestamp: at };
    const act = {
      ...{ type: 'track', event: 'Content Downloaded', messageId: `a${n}`, timestamp: at },
      context: { traits: { email } },
    };
    return { messages: [visit, act], ids: [`v${n}`, `a${n}`], says: null };
  }

  /** @returns whether the store said yes */
  async #post(url: string, batch: Batch): Promise<boolean> {
    const body = JSON.stringify({ writeKey: this.#access?.writeKey, batch: batch.messages });
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', body }).catch(() => null);
    const isYes = answer?.ok === true && (await answer.json().catch(() => null)) !== null;
    if (isYes) this.#acknowledged.push(batch);
    return isYes;
  }

  /** Somebody takes one of the merges back. */
  async #undoOne(url: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.#access?.token}` };
    const list = await fetch(`${url}/api/merges`, { headers })
      .then((answer) => answer.json())
      .catch(() => null);
    const merges: { mergeId: string; undoable: boolean }[] = list?.merges ?? [];
    const one = merges.filter(({ undoable }) => undoable)[this.#random(5)];
    if (!one) return;
    const undo = `${url}/api/merges/${one.mergeId}/undo`;
    await fetch(undo, { method: 'POST', headers, body: '{}' }).catch(() => null);
  }

  /** Looks at the tables themselves. */
  async check(where: { databaseUrl: string | null; dataDir: string }): Promise<void> {
    const opened = await openDatabase({
      ...where,
      onError: (error) => {
        throw error;
      },
    });
    if (!opened.ok) throw new Error(opened.problem.detail);
    const { db, close } = opened.value;
    try {
      const source = await db.selectFrom('source').selectAll().executeTakeFirstOrThrow();
      const events = await db.selectFrom('event').select('event_id').execute();
      const wanted = this.#acknowledged.flatMap(({ ids }) =>
        ids.map((id) => eventIdOf(source.ws_id, source.source_id, id)),
      );
      expect(wanted.length).toBeGreaterThan(KILLS);
      expect(events.map(({ event_id }) => event_id).sort()).toEqual([...new Set(wanted)].sort());
      const merges = await expectConsistent(db, source.ws_id);
      expect(merges).toBeGreaterThan(KILLS / 5);
      await checkSaid(db, source.ws_id, this.#acknowledged);
    } finally {
      await close();
    }
  }
}

/** What a sender said and was told to be kept is so, unless somebody took it back. */
async function checkSaid(db: Db, wsId: string, acknowledged: readonly Batch[]): Promise<void> {
  const leads = await db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    .select(['lead_id', 'merged_into'])
    .execute();
  const goesTo = new Map(leads.map((lead) => [lead.lead_id, lead.merged_into ?? lead.lead_id]));
  const names = await db.selectFrom('identity').where('ws_id', '=', wsId).selectAll().execute();
  const cell = new Map(names.map(({ ident, lead_id }) => [ident, lead_id]));
  const rows = await db.selectFrom('kept_apart').where('ws_id', '=', wsId).selectAll().execute();
  const apart = new Set(rows.map(({ lead_id }) => lead_id));
  for (const { says } of acknowledged) {
    if (!says) continue;
    const [visitor = '', email = ''] = [cell.get(`anon:${says[0]}`), cell.get(`email:${says[1]}`)];
    if (apart.has(visitor)) continue;
    expect(goesTo.get(visitor)).toBeDefined();
    expect(goesTo.get(visitor)).toBe(goesTo.get(email));
  }
}
