import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportCounts } from '../../lib/contract/imports.ts';
import { jobOf } from '../../server/imports/jobs.ts';
import { goOn } from '../../server/imports/work.ts';
import { makeStore } from '../../server/store.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { importing } from './support/importing.ts';
import { DAY, makeScene, type Scene, START } from './support/scene.ts';

/** Several batches, however large they become. */
const ROWS = 3_000;
/** Every tenth row is refused; some are there twice, one after the other or far apart. */
const eventsFile = (rows = ROWS) => {
  const lines = Array.from({ length: rows }, (_, n) => {
    const same = n % 7 === 6 ? n - 1 : n % 11 === 10 && n > 350 ? n - 300 : n;
    const at = new Date(START - DAY - same * 60_000).toISOString();
    return `p${same % 300}@acme.example,Content Downloaded,${n % 10 === 9 ? 'soon' : at},Guide ${same}`;
  });
  return `Email,Event,Date,Note\n${lines.join('\n')}\n`;
};
const peopleFile = (rows = 600) =>
  `Email,Name\n${Array.from({ length: rows }, (_, n) => `p${n % 500}@acme.example,Pat ${n % 500}`).join('\n')}\n`;

describe.each(enginesFor(import.meta.url))('an import that is interrupted, on %s', (engine) => {
  const db = useEngine(engine);
  beforeEach(async () => void (await db().deleteFrom('lease').execute()));
  const begin = async () => {
    const scene = await makeScene(db());
    return { scene, files: importing(scene) };
  };
  /** What an import without any trouble says and leaves. */
  const undisturbed = async (text: string) => {
    const { files } = await begin();
    const job = await files.written((await files.tried('x.csv', text)).importId);
    return { counts: job.counts, events: (await files.events()).length, reasons: job.reasons };
  };
  const turn = (batches: number) => {
    let left = batches;
    return { leftMs: () => Number.POSITIVE_INFINITY, mayGoOn: async () => --left > 0 };
  };
  const rowOf = async (scene: Scene, importId: string) => {
    const row = await jobOf(db(), { importId, wsId: scene.wsId });
    if (!row) throw new Error('It is gone.');
    return row;
  };
  /** Lets this many batches be written, as if the process ended then. */
  const some = async (scene: Scene, importId: string, batches: number) =>
    goOn(scene.store, await rowOf(scene, importId), turn(batches));

  it('goes on where it was stopped, and says so meanwhile', async () => {
    const text = eventsFile();
    const right = await undisturbed(text);
    expect(right.counts).toMatchObject({ rows: ROWS, refused: ROWS / 10 });
    expect(right.counts.accepted + right.counts.duplicates).toBe(ROWS - ROWS / 10);
    expect(right.events).toBe(right.counts.accepted);
    const { scene, files } = await begin();
    const { importId } = await files.tried('x.csv', text);
    await files.start(importId);
    let before = 0;
    for (let stops = 0; stops < 2; stops++) {
      await some(scene, importId, 1);
      const stopped = await files.stop(importId);
      expect(stopped).toMatchObject({ state: 'stopped' });
      expect(stopped.done).toBeGreaterThan(before);
      expect(stopped.done).toBeLessThan(stopped.total);
      before = stopped.done;
      await scene.work();
      expect(await files.look(importId)).toEqual(stopped);
      await files.start(importId);
    }
    const done = await files.settled(importId);
    expect(done).toMatchObject({ state: 'done', counts: right.counts, reasons: right.reasons });
    expect(done.done).toBe(done.total);
    expect(await files.events()).toHaveLength(right.events);
    const audit = await db()
      .selectFrom('audit')
      .where('ws_id', '=', scene.wsId)
      .select(['action', 'what'])
      .execute();
    expect(audit.filter(({ action }) => action === 'import.stopped')).toHaveLength(2);
    expect(audit.filter(({ what }) => what === 'x.csv')).toHaveLength(5);
  });

  it.each([
    ['events', eventsFile()],
    ['people', peopleFile()],
  ])('counts %s once, whatever of the last batch was written when it died', async (_, text) => {
    const right = await undisturbed(text);
    const { scene, files } = await begin();
    const { importId } = await files.tried('x.csv', text);
    await files.start(importId);
    for (let crash = 0; crash < 4; crash++) {
      // The batch of the last crash is written again; then comes the one that this crash is in.
      if ((await rowOf(scene, importId)).pending) await some(scene, importId, 1);
      const before = await rowOf(scene, importId);
      await some(scene, importId, 1);
      const after = await rowOf(scene, importId);
      if (after.position === before.position || after.state === 'done') break;
      // The batch is in the store, its end is announced, and nobody came to say that it is done.
      const { pending } = await announcedIn(scene, importId, before, after);
      // The first time all of it was written, then half of it.
      if (crash % 2 === 1) await loseHalf(scene, before.position);
      expect(pending).not.toBeNull();
    }
    const done = await files.settled(importId);
    expect(done).toMatchObject({ state: 'done', counts: right.counts, reasons: right.reasons });
    expect(await files.events()).toHaveLength(right.events);
  });

  /** Takes the job's row back to what it was when the batch had been announced. */
  async function announcedIn(
    scene: Scene,
    importId: string,
    before: Awaited<ReturnType<typeof rowOf>>,
    after: Awaited<ReturnType<typeof rowOf>>,
  ) {
    const refused = after.refused - before.refused;
    const events = after.events - before.events;
    const news = events > 0 ? 0 : after.accepted - before.accepted;
    const { position, row_no, rows, accepted, reasons } = before;
    await db()
      .updateTable('import_job')
      .set({
        ...{ position, row_no, rows, accepted, refused: before.refused, events: before.events },
        reasons: JSON.stringify(reasons),
        pending: JSON.stringify({ position: after.position, news }),
      })
      .where('import_id', '=', importId)
      .where('ws_id', '=', scene.wsId)
      .execute();
    await db()
      .deleteFrom('import_refused')
      .where('import_id', '=', importId)
      .where('row_no', '>', row_no)
      .execute();
    expect(refused).toBeGreaterThanOrEqual(0);
    return rowOf(scene, importId);
  }

  async function loseHalf(scene: Scene, salt: number) {
    const newest = await db()
      .selectFrom('event')
      .where('ws_id', '=', scene.wsId)
      .select(['lead_id', 'event_id'])
      .orderBy('at')
      .limit(40 + (salt % 3))
      .execute();
    for (const { lead_id, event_id } of newest) {
      await db()
        .deleteFrom('event')
        .where('lead_id', '=', lead_id)
        .where('ws_id', '=', scene.wsId)
        .where('event_id', '=', event_id)
        .execute();
    }
  }

  it('makes only duplicates of a file that was imported before', async () => {
    const { files } = await begin();
    for (const text of [eventsFile(500), peopleFile(300)]) {
      const first = await files.written((await files.tried('x.csv', text)).importId);
      expect(first.counts.accepted).toBeGreaterThan(200);
      const events = await files.events();
      const again = await files.written((await files.tried('y.csv', text)).importId);
      expect(again.counts).toEqual({
        ...first.counts,
        accepted: 0,
        duplicates: first.counts.accepted + first.counts.duplicates,
      });
      expect(await files.events()).toHaveLength(events.length);
    }
  });

  it('counts every row once when two processes write one file, or one file twice, at once', async () => {
    const text = eventsFile();
    const right = await undisturbed(text);
    const { scene, files } = await begin();
    const other = makeStore({ db: db(), now: () => scene.clock.now, newId: randomUUID });
    const ids = [await files.tried('a.csv', text), await files.tried('b.csv', text)].map(
      ({ importId }) => importId,
    );
    await Promise.all(ids.map((id) => files.start(id)));
    const counts: ImportCounts[] = [];
    // Each process takes whichever it gets; the other one has to leave it alone.
    await Promise.all(
      [scene.store, other].flatMap((store) =>
        ids.map(async (id) => {
          for (;;) {
            const job = await rowOf(scene, id);
            if (job.state === 'done') return;
            await goOn(store, job, turn(3));
          }
        }),
      ),
    );
    for (const id of ids) counts.push((await files.look(id)).counts);
    const sum = (key: keyof ImportCounts) => counts.reduce((all, one) => all + one[key], 0);
    expect(sum('rows')).toBe(2 * ROWS);
    expect(sum('accepted')).toBe(right.counts.accepted);
    expect(sum('refused')).toBe(2 * right.counts.refused);
    expect(await files.events()).toHaveLength(right.events);
  });

  it('cannot be started before it was tried, nor twice, nor by another team', async () => {
    const { scene, files } = await begin();
    const other = await makeScene(db());
    const { importId } = await files.bring('x.csv', peopleFile(20));
    await expect(files.start(importId)).rejects.toThrow('409');
    await files.settled(importId);
    await files.start(importId);
    await expect(files.start(importId)).rejects.toThrow('409');
    await files.settled(importId);
    await expect(files.start(importId)).rejects.toThrow('409');
    await expect(files.tryAs(importId, { format: null, mapping: null })).rejects.toThrow('409');
    for (const token of [other.tokens.admin, scene.tokens.rep]) {
      const path = `/api/imports/${importId}`;
      const { status } = await scene.ask({ path, method: 'DELETE', token });
      expect([403, 404]).toContain(status);
    }
    expect(await files.look(importId)).toMatchObject({ state: 'done', by: 'Ines' });
  });

  it('is forgotten on somebody’s word, and after a week by itself; what it brought stays', async () => {
    const { scene, files } = await begin();
    const one = await files.written((await files.tried('x.csv', eventsFile(100))).importId);
    const two = await files.written((await files.tried('y.csv', peopleFile(30))).importId);
    const pieces = () =>
      db().selectFrom('import_chunk').where('ws_id', '=', scene.wsId).select('import_id').execute();
    expect(await pieces()).toHaveLength(2);
    const token = scene.tokens.marketer;
    const path = `/api/imports/${one.importId}`;
    expect((await scene.ask({ path, method: 'DELETE', token })).status).toBe(200);
    expect((await scene.ask({ path, token })).status).toBe(404);
    expect(await pieces()).toEqual([{ import_id: two.importId }]);
    scene.clock.now += 8 * DAY;
    await scene.work();
    expect(await pieces()).toEqual([]);
    expect(await files.look(two.importId)).toMatchObject({ state: 'done', counts: two.counts });
    expect((await files.leads()).length).toBeGreaterThan(30);
  });

  it('is given up when its file never came as a whole', async () => {
    const { scene, files } = await begin();
    const { importId } = await files.bring('x.csv', peopleFile(20));
    await db()
      .updateTable('import_job')
      .set({ received_at: null })
      .where('import_id', '=', importId)
      .execute();
    scene.clock.now += DAY;
    await scene.work();
    expect(await files.look(importId)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('broke off'),
    });
  });

  it('mappings are saved under a name and used again', async () => {
    const { scene, files } = await begin();
    const token = scene.tokens.marketer;
    const job = await files.tried('w.csv', 'Wer,Wann\nana@acme.example,01.02.2026 10:00\n');
    expect(job).toMatchObject({ format: 'mapped', counts: { accepted: 0, refused: 1 } });
    const mapping = {
      columns: { Wer: 'email', Wann: 'at' },
      event: 'Webinar Attended',
      zone: 'Europe/Berlin',
      record: null,
    } as const;
    const body = { name: 'Webinars', mapping };
    const saved = await scene.ask({ path: '/api/mappings', token, body });
    const list = await scene.ask({ path: '/api/mappings', token });
    expect(list.body).toEqual({ mappings: [saved.body] });
    const again = await files.tryAs(job.importId, { format: 'mapped', mapping });
    expect(again).toMatchObject({
      mapping,
      counts: { accepted: 1 },
      span: { from: '2026-02-01T09:00:00.000Z' },
    });
    await files.written(job.importId);
    expect(await files.events()).toMatchObject([{ kind: 'webinar_attended' }]);
    const nowhere = { ...mapping, zone: 'Europe/Atlantis' };
    await expect(files.tryAs(job.importId, { format: null, mapping: nowhere })).rejects.toThrow(
      '400',
    );
    const { mappingId } = saved.body as { mappingId: string };
    const path = `/api/mappings/${mappingId}`;
    expect(await scene.ask({ path, method: 'DELETE', token })).toMatchObject({
      status: 200,
      body: { mappings: [] },
    });
    expect((await scene.ask({ path, method: 'DELETE', token })).status).toBe(404);
  });
});
