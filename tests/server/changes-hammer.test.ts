import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../lib/contract/changes.ts';
import { cursorText, feedCursor } from '../../server/changes/cursor.ts';
import { readFeed } from '../../server/changes/read.ts';
import { recordChanges } from '../../server/changes/record.ts';
import { openDatabase } from '../../server/db/database.ts';
import { enginesFor, useEngine, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, post, type StoreProcess, startStore } from './support/store-process.ts';
import { events } from './support/stream.ts';

const CODE = '7K3MQX2P';

describe.each(enginesFor(import.meta.url))(
  'readers of the feed while many write, on %s',
  (engine) => {
    const db = useEngine(engine);

    /** Takes its ids early, stays open for a while, may come to nothing. @returns the leads it told of */
    const write = async (wsId: string, sleep: number, fails: boolean): Promise<string[]> => {
      const leads = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () => randomUUID());
      const tell = (leadIds: string[]) =>
        leadIds.map((leadId) => ({ kind: 'lead' as const, leadId, rev: 2 }));
      const [early = '', ...late] = leads;
      const all = db()
        .transaction()
        .execute(async (tx) => {
          await tx.insertInto('install').values({ name: randomUUID(), value: 'x' }).execute();
          await recordChanges(tx, wsId, tell([early]), Date.now());
          await sql`select pg_sleep(${sleep})`.execute(tx);
          await recordChanges(tx, wsId, tell(late), Date.now());
          if (fails) throw new Error('on purpose');
          return leads;
        });
      return fails ? all.catch(() => []) : all;
    };

    it('get each change once, in order, whatever order it was committed in', async () => {
      const wsId = randomUUID();
      const start = await readFeed(db(), wsId, null);
      const writing = Array.from({ length: 5 }, async () => {
        const told: string[] = [];
        for (let n = 0; n < 12; n++) {
          told.push(...(await write(wsId, Math.random() * 0.12, Math.random() < 0.15)));
        }
        return told;
      });
      let isOver = false;
      const read = async (): Promise<Change[]> => {
        const seen: Change[] = [];
        let after = start.cursor;
        for (;;) {
          // Everything is written when this is asked, so a page that is empty then is the end.
          const isLast = isOver;
          const page = await readFeed(db(), wsId, after);
          expect(page.gap).toBe(false);
          seen.push(...page.changes);
          // As it would come back from a client, also after the store was started again.
          after = feedCursor.parse(cursorText(page.cursor));
          if (isLast && page.changes.length === 0) return seen;
          await sql`select pg_sleep(${Math.random() * 0.02})`.execute(db());
        }
      };
      const readers = [read(), read(), read()];
      const told = (await Promise.all(writing)).flat();
      isOver = true;
      for (const seen of await Promise.all(readers)) {
        const ids = seen.map(({ id }) => id);
        expect(ids).toEqual(ids.toSorted());
        expect(seen.map(({ leadId }) => leadId).toSorted()).toEqual(told.toSorted());
      }
    });
  },
);

describe('a transaction', () => {
  const server = usePostgres();

  it('that nobody ends is ended by the database, so that nobody waits behind it for ever', async () => {
    const databaseUrl = await createDatabase(server());
    const opened = await openDatabase({ databaseUrl, dataDir: '', onError: () => {} });
    if (!opened.ok) throw new Error(opened.problem.detail);
    const shown = await sql`show idle_in_transaction_session_timeout`.execute(opened.value.db);
    expect(shown.rows).toEqual([{ idle_in_transaction_session_timeout: '1min' }]);
    await opened.value.close();
  });
});

describe('two stores on one PostgreSQL', () => {
  const server = usePostgres();
  const running = new Set<StoreProcess>();
  afterEach(async () => {
    await Promise.all([...running].map((store) => store.end('SIGKILL')));
    running.clear();
  });
  const start = async (databaseUrl: string) => {
    const store = await startStore({ TRUCE_SETUP_CODE: CODE, DATABASE_URL: databaseUrl });
    running.add(store);
    return store;
  };

  it('tell a client of every change, also when the one it follows is killed', async () => {
    const databaseUrl = await createDatabase(server());
    const [one, two] = await Promise.all([start(databaseUrl), start(databaseUrl)]);
    const { token, writeKey } = await enter(one.url, CODE);
    const seen = new Set<string>();
    let last = '';
    const open = async (store: StoreProcess) => {
      const answer = await fetch(`${store.url}/api/changes/stream`, {
        headers: { authorization: `Bearer ${token}`, 'last-event-id': last },
      });
      if (!answer.body) throw new Error('The stream has no body.');
      return events(answer.body.getReader());
    };
    /** Follows until the stream breaks off or `enough` says so. */
    const follow = async (next: Awaited<ReturnType<typeof open>>, enough: () => boolean) => {
      while (!enough()) {
        const [event] = await next(1).catch(() => []);
        if (!event) return;
        last = event.id;
        expect(event.page.gap).toBe(false);
        for (const { id } of event.page.changes) seen.add(id);
      }
    };
    const first = await open(two);
    const [hello] = await first(1);
    last = hello?.id ?? '';
    const send = async (store: StoreProcess, from: number, to: number) => {
      for (let n = from; n < to; n++) {
        const batch = Array.from({ length: 10 }, (_, i) => ({
          type: 'track',
          event: 'Content Downloaded',
          messageId: `${n}-${i}`,
          properties: { email: `p${(n * 7 + i) % 40}@acme.example` },
        }));
        await post(store.url, '/v1/batch', { writeKey, batch });
      }
    };
    const followed = follow(first, () => false);
    await Promise.all([send(one, 0, 15), send(two, 15, 30), send(one, 30, 45)]);
    await two.end('SIGKILL');
    await followed;
    await send(one, 45, 55);
    const again = await start(databaseUrl);
    const writing = Promise.all([send(one, 55, 70), send(again, 70, 85)]);
    const next = await open(again);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    let all: string[] = [];
    const resumed = follow(next, () => all.length > 0 && all.every((id) => seen.has(id)));
    await writing;
    const { rows } = await client.query<{ change_id: string }>('select change_id from change');
    await client.end();
    all = rows.map(({ change_id }) => change_id);
    // One more, so that the stream says something after the last of them.
    await send(one, 85, 86);
    await resumed;
    expect(all.filter((id) => !seen.has(id))).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });
});
