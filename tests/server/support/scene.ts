/** A team in a store: people with tokens, a sender with a write key, and words for what tests do. */
import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { v7 } from 'uuid';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import { type FeedbackAnswer, feedbackAnswer } from '../../../lib/contract/feedback.ts';
import {
  type FindAnswer,
  findAnswer,
  type LeadCard,
  leadCard,
} from '../../../lib/contract/lead.ts';
import type { CrmRecord, PageFacts } from '../../../lib/contract/record.ts';
import type { Role } from '../../../lib/contract/words.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { hashed } from '../../../server/access/codes.ts';
import { createWorkspace } from '../../../server/access/first-start.ts';
import type { Db } from '../../../server/db/database.ts';
import { type CollectAnswer, collectAnswer } from '../../../server/ingest/collect.ts';
import { createStore, makeStore, type StoreOptions } from '../../../server/store.ts';
import { type WorkOptions, workOnce } from '../../../server/work/once.ts';
import { type Answer, type Asked, ask } from './ask.ts';
import { recorded } from './statements.ts';

export const START = Date.UTC(2026, 10, 22, 9);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** @returns a fresh workspace in this database, with an admin, a marketer, a rep and a source */
export async function makeScene(
  db: Db,
  options: Partial<StoreOptions> = {},
  definition: LeadDefinition = gitlabPreset,
) {
  const clock = { now: START };
  const needs = { db: recorded(db), now: () => clock.now, newId: randomUUID, randomBytes };
  const store = makeStore({ ...needs, ...options });
  const app = createStore(store);
  const wsId = await createWorkspace(needs, 'Tidewell', definition);
  const join = (name: string, role: Role) => addMember(db, wsId, name, role);
  const [admin, marketer, rep, writeKey] = await Promise.all([
    join('Ada', 'admin'),
    join('Ines', 'marketer'),
    join('Ben', 'rep'),
    addSource(db, wsId),
  ]);
  const tokens = { admin, marketer, rep };
  return {
    app,
    store,
    db,
    wsId,
    clock,
    writeKey,
    tokens,
    join,
    ask: (request: Asked): Promise<Answer> => ask(app, request),
    /** Sends messages as one batch. */
    send: (...batch: unknown[]): Promise<CollectAnswer> =>
      asked(app, collectAnswer, { path: '/v1/batch', body: { writeKey, batch } }),
    find: (record: CrmRecord, facts: PageFacts = {}, token = tokens.rep): Promise<FindAnswer> =>
      asked(app, findAnswer, { path: '/api/leads/find', token, body: { record, facts } }),
    /** The card of whoever has this address, through a record nobody has used. */
    card: async (email: string, token = tokens.rep): Promise<LeadCard> => {
      const body = { record: aRecord(), facts: { email } };
      const answer = await asked(app, findAnswer, { path: '/api/leads/find', token, body });
      if (!answer.found) throw new Error(`Nobody has ${email}.`);
      return answer.card;
    },
    cardById: (leadId: string, token = tokens.rep): Promise<LeadCard> =>
      asked(app, leadCard, { path: `/api/leads/${leadId}`, token }),
    say: (token: string, ...items: unknown[]): Promise<FeedbackAnswer> =>
      asked(app, feedbackAnswer, { path: '/api/feedback', token, body: { items } }),
    /** One turn of what the store does by itself. */
    work: (options?: WorkOptions): Promise<boolean> => workOnce(store, options),
    /** What `lib/feedback/items.ts` needs to make an item at this scene's time. */
    tools: { now: () => clock.now, id: v7 },
  };
}

/** @returns a CRM record nobody has seen before */
export function aRecord(): CrmRecord {
  return { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: randomUUID() };
}

/** Straight into the tables: coming in by codes has tests of its own, and these need many people. */
async function addMember(db: Db, wsId: string, name: string, role: Role): Promise<string> {
  const [memberId, token] = [randomUUID(), randomUUID()];
  const row = { ws_id: wsId, member_id: memberId, created_at: new Date(START) };
  await db
    .insertInto('member')
    .values({ ...row, name, email: null, role })
    .execute();
  const device = { ...row, device_id: randomUUID(), token_hash: hashed(token), label: 'Test' };
  await db.insertInto('device').values(device).execute();
  return token;
}

async function addSource(db: Db, wsId: string): Promise<string> {
  const writeKey = randomUUID();
  await db
    .insertInto('source')
    .values({
      key_hash: hashed(writeKey),
      ws_id: wsId,
      source_id: randomUUID(),
      kind: 'segment',
      label: 'Website',
      created_at: new Date(START),
    })
    .execute();
  return writeKey;
}

/** @returns the parsed answer; throws with the problem when it was refused */
async function asked<T>(
  app: Hono,
  schema: { parse: (value: unknown) => T },
  request: Asked,
): Promise<T> {
  const answer = await ask(app, request);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return schema.parse(answer.body);
}

function randomBytes(size: number): Buffer {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(size)));
}
