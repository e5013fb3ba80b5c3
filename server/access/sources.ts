/** `/api/sources`: senders of events. Whoever runs marketing sees them; an admin makes, changes and revokes them. */
import * as z from 'zod/mini';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import {
  type SourceAnswer,
  type SourceRequest,
  sourceAnswer,
  sourceChange,
  sourceList,
  sourceRequest,
} from '../../lib/contract/sources.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import { secretProblem } from '../doors/secrets.ts';
import { baseUrlOf } from '../http/base-url.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { writeDown } from './audit.ts';
import { hashed } from './codes.ts';
import { KINDS, secretsFor } from './new-source.ts';
import { addressOf, listSources } from './source-list.ts';

const params = z.object({ sourceId: uuid });

export const sourcesRoute = route({
  method: 'GET',
  path: '/api/sources',
  role: 'marketer',
  answer: sourceList,
  handle: async ({ store, asker, context }) => done(await listed(store, asker, context)),
});

export const addSourceRoute = route({
  method: 'POST',
  path: '/api/sources',
  role: 'admin',
  input: sourceRequest,
  answer: sourceAnswer,
  handle: async ({ store, asker, input, context }) =>
    add(store, asker, input, baseUrlOf(store, context)),
});

export const changeSourceRoute = route({
  method: 'PUT',
  path: '/api/sources/:sourceId',
  role: 'admin',
  params,
  input: sourceChange,
  answer: sourceList,
  handle: async ({ store, asker, params: { sourceId }, input, context }) => {
    const source = await own(store.db, asker.wsId, sourceId);
    if (!source) return noSuchSource();
    const problem = input.secret === undefined ? null : secretProblem(source.kind, input.secret);
    if (problem !== null) return problem;
    const { label, secret, mapping } = input;
    await change(store, asker, sourceId, 'source.changed', label ?? source.label, {
      ...(label === undefined ? {} : { label }),
      ...(secret === undefined ? {} : { secret: store.seal.close(secret) }),
      ...(mapping === undefined ? {} : { mapping: mapping === null ? null : toJson(mapping) }),
    });
    return done(await listed(store, asker, context));
  },
});

/** What it sent stays; what it sends from now on is refused. */
export const revokeSourceRoute = route({
  method: 'DELETE',
  path: '/api/sources/:sourceId',
  role: 'admin',
  params,
  answer: sourceList,
  handle: async ({ store, asker, params: { sourceId }, context }) => {
    const source = await own(store.db, asker.wsId, sourceId);
    if (!source) return noSuchSource();
    const revoked_at = new Date(store.now());
    // Its secret is of no use any more, and what is not kept cannot be taken.
    await change(store, asker, sourceId, 'source.revoked', source.label, {
      revoked_at,
      secret: null,
    });
    return done(await listed(store, asker, context));
  },
});

async function listed(store: Store, asker: Asker, context: Parameters<typeof baseUrlOf>[1]) {
  const base = baseUrlOf(store, context);
  return { sources: await listSources(store.db, asker.wsId, base, store.now()) };
}

async function add(
  store: Store,
  { wsId, member }: Asker,
  { kind, label, secret, mapping }: SourceRequest,
  base: string,
): Promise<Result<SourceAnswer>> {
  if (kind === 'import') {
    return failed('bad-request', 'Imports are no source', 'Import a file; it makes its own.', {
      field: 'kind',
    });
  }
  const problem = secret === undefined ? null : secretProblem(kind, secret);
  if (problem !== null) return problem;
  const sourceId = store.newId();
  const { writeKey, made, address } = secretsFor(kind, secret, store);
  const signs = KINDS[kind].secret === null ? null : (secret ?? made);
  await inTransaction(store.db, async (tx) => {
    await tx
      .insertInto('source')
      .values({
        key_hash: writeKey === null ? `none:${sourceId}` : hashed(writeKey),
        ws_id: wsId,
        source_id: sourceId,
        kind,
        label,
        created_at: new Date(store.now()),
        secret: signs === null ? null : store.seal.close(signs),
        address_hash: address === null ? null : hashed(address),
        mapping: mapping === undefined ? null : toJson(mapping),
      })
      .execute();
    const deed = { wsId, memberId: member.memberId, action: 'source.made' as const, what: label };
    await writeDown(tx, store, deed);
  });
  const plain = addressOf(kind, sourceId, base);
  const full = address === null ? plain : `${plain}/${address}`;
  return done({ sourceId, writeKey, secret: made, address: full });
}

async function own(db: Db, wsId: string, sourceId: string) {
  return db
    .selectFrom('source')
    .where('source_id', '=', sourceId)
    .where('ws_id', '=', wsId)
    .where('revoked_at', 'is', null)
    .select(['kind', 'label'])
    .executeTakeFirst();
}

interface Columns {
  label?: string;
  secret?: string | null;
  mapping?: string | null;
  revoked_at?: Date;
}

async function change(
  store: Store,
  { wsId, member }: Asker,
  sourceId: string,
  action: 'source.changed' | 'source.revoked',
  what: string,
  columns: Columns,
): Promise<void> {
  await inTransaction(store.db, async (tx) => {
    if (Object.keys(columns).length > 0) {
      await tx
        .updateTable('source')
        .set(columns)
        .where('source_id', '=', sourceId)
        .where('ws_id', '=', wsId)
        .execute();
    }
    await writeDown(tx, store, { wsId, memberId: member.memberId, action, what });
  });
}

function noSuchSource(): Result<never> {
  return failed(
    'not-found',
    'There is no such source',
    'It may have been revoked; load the list of sources again.',
  );
}
