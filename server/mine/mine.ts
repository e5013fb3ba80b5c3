/**
 * server/mine: a rep's own day.
 *
 * In: who asks. Out: which lead first, who waits for an answer, who is back, what marketing answered, and the watch list, in
 * a handful of statements, each by an index, however many leads there are. This file: `GET /api/mine`.
 */
import { type Mine, MOST_MINE, mine } from '../../lib/contract/mine.ts';
import { done } from '../../lib/contract/problem.ts';
import { FRESH_DAYS } from '../../lib/score/heat.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { calibrationFor } from '../leads/calibration.ts';
import { complete } from '../leads/complete.ts';
import { countedInBrief } from '../leads/counting.ts';
import { currentDefinition } from '../leads/definition.ts';
import { liveCounted } from '../leads/live-counted.ts';
import { candidatesFor } from './candidates.ts';
import { knownOf, ranked, urgent } from './ranked.ts';
import { repliesTo } from './replies.ts';
import { shower } from './shown.ts';
import { watchedBy } from './watching.ts';

const HOUR_MS = 3_600_000;

export const mineRoute = route({
  method: 'GET',
  path: '/api/mine',
  role: 'rep',
  answer: mine,
  handle: async ({ store, asker }) => done(await mineOf(store, asker)),
});

async function mineOf(store: Store, asker: Asker): Promise<Mine> {
  const { db } = store;
  const { wsId } = asker;
  const now = store.now();
  const definition = await currentDefinition(db, wsId);
  const lateBefore = new Date(now - definition.sla.salesHours * HOUR_MS);
  const [found, answered, watched, calibration] = await Promise.all([
    candidatesFor(db, asker, lateBefore, MOST_MINE),
    repliesTo(db, asker, now, MOST_MINE),
    watchedBy(db, asker, MOST_MINE),
    calibrationFor(db, wsId, definition.version),
  ]);
  const told = answered.map(({ leadId }) => leadId);
  const asked = [...new Set([...found.hot, ...found.due, ...watched, ...told])];
  const live = await liveCounted(db, wsId, asked, definition, countedInBrief);
  const leads = await complete(db, wsId, live, definition);
  const by = calibration ? 'chance' : 'points';
  const known = knownOf(leads, definition, { now, calibration });
  const few = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => known.get(id) ?? []))].slice(0, MOST_MINE);
  const isWaiting = (id: string) => known.get(id)?.lead.stage === 'mql';
  const lists = {
    hot: few(found.hot.filter(isWaiting).sort(ranked(known, by))),
    waiting: few(found.due.filter(isWaiting).sort(urgent(known))),
    woken: few(found.back.map(({ leadId }) => leadId).filter(isWaiting)),
    watched: few(watched),
  };
  const show = await shower(store, asker, known, [...Object.values(lists).flat(), ...few(told)]);
  return {
    rule: { by, freshDays: FRESH_DAYS },
    hot: lists.hot.map(show.lead),
    waiting: lists.waiting.map(show.lead),
    woken: lists.woken.map(show.lead),
    replies: answered.flatMap((feedback) => show.reply(feedback) ?? []),
    watched: lists.watched.map(show.lead),
    counts: found.counts,
    asOf: new Date(now).toISOString(),
  };
}
