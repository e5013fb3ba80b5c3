/** Imports, for marketers: bring a file, look what it would do, let it, stop it, take what was refused, forget it. */
import { stream } from 'hono/streaming';
import * as z from 'zod/mini';
import { importJob, importList, type TryRequest, tryRequest } from '../../lib/contract/imports.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { cutLine, uuid } from '../../lib/contract/text.ts';
import { askerOf } from '../access/asker.ts';
import { writeDown } from '../access/audit.ts';
import { inTransaction } from '../db/retry.ts';
import { arriving } from '../http/body.ts';
import type { Asker, Store } from '../http/context.ts';
import { type Route, route } from '../http/route.ts';
import { forgetFile } from './forget.ts';
import { changeJob, jobOf, json, shown, UNCOUNTED } from './jobs.ts';
import { mappingRoutes } from './mappings.ts';
import { receive } from './receive.ts';
import { refusedFile } from './refused.ts';
import { start } from './start.ts';
import { zoneOf } from './zones.ts';

const params = z.object({ importId: uuid });
const MOST_LISTED = 100;

const gone = failed('not-found', 'There is no such import', 'Look at the list of imports again.');
const notHere = failed(
  'conflict',
  'The file is not here any more',
  'Files are kept for a week. Send it again.',
);

/** Not a declared route: its body is the file, which is read as it comes. */
const receiveRoute: Route = {
  method: 'POST',
  path: '/api/imports',
  role: 'marketer',
  params: null,
  input: z.file(),
  answer: importJob,
  serve: async (store, context) => {
    const { member, wsId } = await askerOf(store, context, 'marketer');
    const fileName = cutLine(context.req.query('name') ?? '', 200) || 'file.csv';
    const by = { memberId: member.memberId, name: member.name };
    return context.json(shown(await receive(store, { wsId, fileName, by }, arriving(context))));
  },
};

const listRoute = route({
  method: 'GET',
  path: '/api/imports',
  role: 'marketer',
  answer: importList,
  handle: async ({ store, asker }) => done(await listOf(store, asker.wsId)),
});

async function listOf(store: Store, wsId: string): Promise<z.infer<typeof importList>> {
  const jobs = await store.db
    .selectFrom('import_job')
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('import_id', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return { imports: jobs.map(shown) };
}

const showRoute = route({
  method: 'GET',
  path: '/api/imports/:importId',
  role: 'marketer',
  params,
  answer: importJob,
  handle: async ({ store, asker, params: { importId } }) => {
    const job = await jobOf(store.db, { importId, wsId: asker.wsId });
    return job ? done(shown(job)) : gone;
  },
});

const tryRoute = route({
  method: 'POST',
  path: '/api/imports/:importId/try',
  role: 'marketer',
  params,
  input: tryRequest,
  answer: importJob,
  handle: ({ store, asker, params: { importId }, input }) =>
    tryAgain(store, { importId, wsId: asker.wsId }, input),
});

async function tryAgain(
  store: Store,
  key: { importId: string; wsId: string },
  { format, mapping }: TryRequest,
) {
  if (mapping && !zoneOf(mapping.zone)) {
    return failed(
      'bad-request',
      'There is no such time zone',
      'Name it like Europe/Berlin or America/New_York; “UTC” where the times have a zone of their own.',
      { field: 'mapping.zone' },
    );
  }
  return changed(store, key, ['receiving', 'tried', 'stopped', 'failed'], 'tried', {
    ...UNCOUNTED,
    state: 'receiving',
    format,
    mapping: mapping === null ? null : json(mapping),
    date_order: null,
    heard_at: new Date(store.now()),
  });
}

/** @returns the job; a `conflict` when its file is gone, or it is not in one of these states */
async function changed(
  store: Store,
  key: { importId: string; wsId: string },
  from: Parameters<typeof changeJob>[2],
  what: string,
  change: Parameters<typeof changeJob>[3],
): Promise<Result<z.infer<typeof importJob>>> {
  const before = await jobOf(store.db, key);
  if (!before) return gone;
  if (before.received_at === null) return notHere;
  const job = await changeJob(store.db, key, from, change);
  if (job) return done(shown(job));
  return failed(
    'conflict',
    `It cannot be ${what} now`,
    `The import is “${before.state}”. Look at it again, then decide.`,
  );
}

const startRoute = route({
  method: 'POST',
  path: '/api/imports/:importId/start',
  role: 'marketer',
  params,
  input: z.object({}),
  answer: importJob,
  handle: async ({ store, asker, params: { importId } }) => {
    const key = { importId, wsId: asker.wsId };
    const job = await jobOf(store.db, key);
    if (!job) return gone;
    if (job.received_at === null) return notHere;
    const started = await start(store, job, asker.member.memberId);
    if (started) return done(shown(started));
    return failed(
      'conflict',
      'It cannot be started now',
      `The import is “${job.state}”; it has to be tried first, and can be started once.`,
    );
  },
});

const stopRoute = route({
  method: 'POST',
  path: '/api/imports/:importId/stop',
  role: 'marketer',
  params,
  input: z.object({}),
  answer: importJob,
  handle: async ({ store, asker, params: { importId } }) => {
    const key = { importId, wsId: asker.wsId };
    return inTransaction(store.db, async (tx) => {
      const change = { state: 'stopped', heard_at: new Date(store.now()) } as const;
      const own = { ...store, db: tx };
      const stopped = await changed(own, key, ['waiting', 'running'], 'stopped', change);
      if (stopped.ok) await noted(own, asker, stopped.value.fileName);
      return stopped;
    });
  },
});

function noted(store: Store, asker: Asker, what: string): Promise<void> {
  const { memberId } = asker.member;
  const deed = { wsId: asker.wsId, memberId, action: 'import.stopped', what } as const;
  return writeDown(store.db, store, deed);
}

const refusedRoute = route({
  method: 'GET',
  path: '/api/imports/:importId/refused',
  role: 'marketer',
  params,
  answer: z.string(),
  handle: async ({ store, asker, params: { importId }, context }) => {
    const job = await jobOf(store.db, { importId, wsId: asker.wsId });
    if (!job) return gone;
    context.header('content-type', 'text/csv; charset=utf-8');
    const name = `refused-${job.file_name.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '-')}.csv`;
    context.header('content-disposition', `attachment; filename="${name}"`);
    return stream(context, async (out) => {
      for await (const lines of refusedFile(store.db, job)) {
        if (out.aborted) return;
        await out.write(lines);
      }
    });
  },
});

const forgetRoute = route({
  method: 'DELETE',
  path: '/api/imports/:importId',
  role: 'marketer',
  params,
  answer: importList,
  handle: async ({ store, asker, params: { importId } }) => {
    const key = { importId, wsId: asker.wsId };
    if (!(await jobOf(store.db, key))) return gone;
    await forgetFile(store.db, key);
    return done(await listOf(store, asker.wsId));
  },
});

export const importRoutes: Route[] = [
  receiveRoute,
  listRoute,
  showRoute,
  tryRoute,
  startRoute,
  stopRoute,
  refusedRoute,
  forgetRoute,
  ...mappingRoutes,
];
