/**
 * server/check-in: the regular meeting of both sides, on one page.
 *
 * In: a period; decisions as they are made. Out: the two numbers, what each side promised and kept, what changed, what waits for
 * somebody to decide, what was decided. Figures come from server/reports and are counted nowhere else.
 *
 * This file: `GET /api/check-in`.
 */
import { type CheckIn, checkIn, checkInQuery } from '../../lib/contract/check-in.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';
import { peopleOf } from '../definitions/people.ts';
import { versionsOf } from '../definitions/versions.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition, definitionOf } from '../leads/definition.ts';
import { spanOf } from '../reports/facts.ts';
import { headline } from '../reports/headline.ts';
import type { Asked } from '../reports/report.ts';
import { decisionsOf } from './decisions.ts';
import { openPoints } from './open-points.ts';
import { promisesOf } from './promises.ts';

const DAY_MS = 86_400_000;

export const checkInRoute = route({
  method: 'GET',
  path: '/api/check-in',
  role: 'rep',
  input: checkInQuery,
  answer: checkIn,
  handle: async ({ store, asker, input }) => done(await checkInOf(store, asker, input)),
});

type Days = Pick<CheckIn, 'from' | 'to'>;

async function checkInOf(store: Store, asker: Asker, days: Days): Promise<CheckIn> {
  const { db } = store;
  const { wsId } = asker;
  const span = spanOf(days);
  const asked = await askedOf(store, asker, days);
  const before = await askedOf(store, asker, dayBefore(days));
  const [headlines, workspace, versions, decisions] = await Promise.all([
    Promise.all([headline.figures(asked), headline.figures(before)]),
    nameOf(db, wsId),
    peopleOf(db, wsId).then((people) => versionsOf(db, wsId, people)),
    decisionsOf(db, wsId, span),
  ]);
  const [now, earlier] = headlines;
  const [promises, open] = await Promise.all([promisesOf(asked, now), openPoints(asked)]);
  const isOfPeriod = ({ at }: { at: string }) =>
    Date.parse(at) >= span.from.getTime() && Date.parse(at) < span.to.getTime();
  return {
    ...days,
    workspace,
    headline: now,
    before: earlier,
    promises,
    changes: versions.filter(isOfPeriod),
    open,
    decisions,
  };
}

/** Promises are those of the definition that was in force at the end of the days looked at. */
async function askedOf(store: Store, { wsId, member }: Asker, query: Days): Promise<Asked> {
  const definition = await inForceBefore(store.db, wsId, spanOf(query).to);
  return { store, wsId, member, definition, query, now: store.now() };
}

/** @returns as many days just before */
function dayBefore(days: Days): Days {
  const { from, to } = spanOf(days);
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const length = to.getTime() - from.getTime();
  return { from: day(from.getTime() - length), to: day(from.getTime() - DAY_MS) };
}

/** Of days before there was any definition, the first one speaks. */
async function inForceBefore(db: Db, wsId: string, moment: Date): Promise<LeadDefinition> {
  const found = await db
    .selectFrom('definition')
    .where('ws_id', '=', wsId)
    .select((eb) => [
      eb.fn.max('version').filterWhere('created_at', '<', moment).as('then'),
      eb.fn.min('version').as('first'),
    ])
    .executeTakeFirst();
  const version = found?.then ?? found?.first;
  const definition = version ? await definitionOf(db, wsId, version) : null;
  return definition ?? currentDefinition(db, wsId);
}

async function nameOf(db: Db, wsId: string): Promise<string> {
  const { name } = await db
    .selectFrom('workspace')
    .where('ws_id', '=', wsId)
    .select('name')
    .executeTakeFirstOrThrow();
  return name;
}
