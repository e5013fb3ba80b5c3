/** The real store on the real database, in this process: one for all schedules, a workspace or two for each. */
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { Member } from '../../../lib/contract/access.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { hashed } from '../../../server/access/codes.ts';
import { createWorkspace } from '../../../server/access/first-start.ts';
import { type Db, openDatabase } from '../../../server/db/database.ts';
import { preparing } from '../../../server/db/prepared.ts';
import type { Schema } from '../../../server/db/schema.ts';
import { blankLead } from '../../../server/leads/person.ts';
import { insertLeads } from '../../../server/leads/write-lead.ts';
import { createStore, makeStore } from '../../../server/store.ts';
import { outside } from './life.ts';
import { FaultyPool } from './pool.ts';

export interface Rep {
  member: Member;
  /** Where their store is; two workspaces are two addresses. */
  origin: string;
  wsId: string;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
}

export interface FaultStore {
  /** Untroubled by what requests go through. */
  db: Db;
  pool: FaultyPool;
  clock: { now: () => number };
  request(path: string, init: RequestInit): Promise<Answered>;
  /** A workspace with these people and these leads. */
  workspace(origin: string, names: readonly string[], leads: readonly string[]): Promise<Rep[]>;
  /** @returns a token by which a browser is this member's */
  token(rep: Rep): Promise<string>;
  /** An administrator lets go of the browsers of this member. */
  revoke(rep: Rep): Promise<void>;
  close(): Promise<void>;
}

/** @param folder with a database that has its tables already; it is removed in the end */
export async function openStore(folder: string): Promise<FaultStore> {
  const opened = await openDatabase({
    databaseUrl: null,
    dataDir: folder,
    onError: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(opened.problem.detail);
  const { db, pool: calm, close } = opened.value;
  const pool = new FaultyPool();
  const clock = { now: Date.now };
  const troubled = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: pool.around(preparing(calm)) }),
  });
  const app = createStore(makeStore({ db: troubled, now: () => clock.now() }));
  const tools = { db, now: () => clock.now(), newId: randomUUID, randomBytes };

  return {
    db,
    pool,
    clock,
    request: (path, init) =>
      outside(async () => {
        const answer = await app.request(path, init);
        return { status: answer.status, headers: answer.headers, text: await answer.text() };
      }),
    async workspace(origin, names, leads) {
      const wsId = await createWorkspace(tools, 'Tidewell', gitlabPreset);
      await insertLeads(
        db,
        leads.map((leadId) => blankLead(leadId, wsId, clock.now())),
      );
      const people = names.map((name) => ({ name, memberId: randomUUID() }));
      const created_at = new Date(clock.now());
      await db
        .insertInto('member')
        .values(
          people.map(({ name, memberId }) => ({
            ws_id: wsId,
            member_id: memberId,
            created_at,
            name,
            email: null,
            role: 'rep' as const,
          })),
        )
        .execute();
      const workspace = { id: wsId, name: 'Tidewell' };
      return people.map(({ name, memberId }) => ({
        origin,
        wsId,
        member: { memberId, name, email: null, role: 'rep' as const, workspace },
      }));
    },
    async token({ wsId, member: { memberId } }) {
      const token = randomUUID();
      await db
        .insertInto('device')
        .values({
          ws_id: wsId,
          member_id: memberId,
          created_at: new Date(clock.now()),
          device_id: randomUUID(),
          token_hash: hashed(token),
          label: 'Test',
        })
        .execute();
      return token;
    },
    async revoke({ wsId, member: { memberId } }) {
      await db
        .deleteFrom('device')
        .where('ws_id', '=', wsId)
        .where('member_id', '=', memberId)
        .execute();
    },
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
