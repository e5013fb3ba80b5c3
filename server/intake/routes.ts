/** `/api/intake`: what could not be kept. Marketers see it; an admin tries one again, or drops it. */
import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { intakePage, replayAnswer } from '../../lib/contract/sources.ts';
import { uuid } from '../../lib/contract/text.ts';
import { writeDown } from '../access/audit.ts';
import { sourceById } from '../access/known-sources.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { IntakeTable } from '../db/schema-doors.ts';
import { DOORS } from '../doors/all.ts';
import { keepItems } from '../doors/keep-items.ts';
import type { Asker, Store } from '../http/context.ts';
import { cursor, placeOf } from '../http/cursor.ts';
import { route } from '../http/route.ts';

const PAGE = 50;

const intakeQuery = z.object({ before: z.optional(cursor) });
const params = z.object({ intakeId: uuid });

export const intakeRoute = route({
  method: 'GET',
  path: '/api/intake',
  role: 'marketer',
  input: intakeQuery,
  answer: intakePage,
  handle: async ({ store: { db }, asker: { wsId }, input: { before } }) => {
    let query = db
      .selectFrom('intake')
      .where('ws_id', '=', wsId)
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('intake_id', 'desc')
      .limit(PAGE + 1);
    if (before) {
      const at = new Date(before.at);
      query = query
        .where('at', '<=', at)
        .where((eb) => eb.or([eb('at', '<', at), eb('intake_id', '<', before.id)]));
    }
    const rows = await query.execute();
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    const labels = await labelsOf(db, wsId);
    return done({
      refused: shown.map((row) => ({
        intakeId: row.intake_id,
        at: row.at.toISOString(),
        source: labels.get(row.source_id) ?? null,
        reason: row.reason,
        excerpt: row.excerpt,
        replayable: row.item !== null,
      })),
      next: last && rows.length > PAGE ? placeOf(last.at.getTime(), last.intake_id) : null,
    });
  },
});

export const replayRoute = route({
  method: 'POST',
  path: '/api/intake/:intakeId',
  role: 'admin',
  params,
  input: z.unknown(),
  answer: replayAnswer,
  handle: async ({ store, asker, params: { intakeId } }) => {
    const row = await rowOf(store.db, asker.wsId, intakeId);
    return row ? replay(store, asker, row) : gone();
  },
});

export const dropRefusedRoute = route({
  method: 'DELETE',
  path: '/api/intake/:intakeId',
  role: 'admin',
  params,
  answer: z.object({ dropped: z.literal(true) }),
  handle: async ({ store, asker, params: { intakeId } }) =>
    (await drop(store.db, asker.wsId, intakeId)) ? done({ dropped: true as const }) : gone(),
});

/** Its event has the id it would have had then, so trying twice changes nothing. */
async function replay(
  store: Store,
  { wsId, member }: Asker,
  row: Selectable<IntakeTable>,
): Promise<Result<z.infer<typeof replayAnswer>>> {
  const source = await sourceById(store.db, row.source_id);
  const door = source && DOORS[source.kind];
  if (!source || !door || row.item === null) {
    return failed(
      'conflict',
      'This cannot be tried again',
      'Not all of it was kept, or it asks for something that people decide. Drop it when it is dealt with.',
    );
  }
  const item = itemIn(row.item);
  const { accepted, duplicates, refused } = await keepItems(
    store,
    source,
    door,
    [item],
    row.at.getTime(),
  );
  const [bad] = refused;
  if (bad) return done({ kept: accepted + duplicates, refused: bad.reason });
  await inTransaction(store.db, async (tx) => {
    await drop(tx, wsId, row.intake_id);
    const { memberId } = member;
    await writeDown(tx, store, { wsId, memberId, action: 'intake.replayed', what: source.label });
  });
  return done({ kept: accepted + duplicates, refused: null });
}

/** Texts were once kept without their quotes. */
function itemIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function rowOf(db: Db, wsId: string, intakeId: string) {
  return db
    .selectFrom('intake')
    .where('intake_id', '=', intakeId)
    .where('ws_id', '=', wsId)
    .selectAll()
    .executeTakeFirst();
}

async function drop(db: Db, wsId: string, intakeId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('intake')
    .where('intake_id', '=', intakeId)
    .where('ws_id', '=', wsId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Of revoked sources too: what they sent is still here. */
async function labelsOf(db: Db, wsId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('source')
    .where('ws_id', '=', wsId)
    .select(['source_id', 'label'])
    .execute();
  return new Map(rows.map((row) => [row.source_id, row.label]));
}

function gone(): Result<never> {
  return failed(
    'not-found',
    'This is not there any more',
    'Somebody dealt with it, or it is older than 30 days. Load the list again.',
  );
}
