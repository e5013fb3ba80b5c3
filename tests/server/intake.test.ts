import { describe, expect, it } from 'vitest';
import type { RefusedInput } from '../../lib/contract/sources.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const email = 'ana@acme.example';
const iso = (at: number) => new Date(at).toISOString();

describe.each(enginesFor(import.meta.url))('what could not be kept, on %s', (engine) => {
  const db = useEngine(engine);

  const refused = async (scene: Scene): Promise<RefusedInput[]> => {
    const { body } = await scene.ask({ path: '/api/intake', token: scene.tokens.marketer });
    return (body as { refused: RefusedInput[] }).refused;
  };
  const itemOf = async (scene: Scene, intakeId = ''): Promise<string> => {
    const row = await db()
      .selectFrom('intake')
      .where('ws_id', '=', scene.wsId)
      .where('intake_id', '=', intakeId)
      .select('item')
      .executeTakeFirstOrThrow();
    return row.item ?? '';
  };

  it('may be anything that stands in a batch, and is looked at again as that', async () => {
    const scene = await makeScene(db());
    const token = scene.tokens.admin;
    await scene.send('no message', '', '{"event":"x"}', 7, null, [1]);
    const waiting = await refused(scene);
    expect(waiting).toHaveLength(6);
    // As they were kept before texts had their quotes.
    await db()
      .updateTable('intake')
      .set({ item: 'no message' })
      .where('ws_id', '=', scene.wsId)
      .where('intake_id', '=', waiting[0]?.intakeId ?? '')
      .execute();
    for (const { intakeId } of waiting) {
      const again = await scene.ask({ path: `/api/intake/${intakeId}`, token, body: {} });
      expect(again).toMatchObject({
        status: 200,
        body: { kept: 0, refused: expect.stringContaining('object') },
      });
    }
  });

  it('is what /v1 refuses, and is tried again as it came', async () => {
    const scene = await makeScene(db());
    const sentAt = iso(START);
    const nobody = { event: 'Tides', messageId: 'm1', timestamp: iso(START - HOUR) };
    const headers = {
      authorization: `Basic ${Buffer.from(`${scene.writeKey}:`).toString('base64')}`,
    };
    await scene.ask({ path: '/v1/t', headers, body: { ...nobody, sentAt } });
    await scene.ask({ path: '/v1/t', headers, body: { ...nobody, sentAt } });
    await scene.ask({ path: '/v1/batch', headers, body: '{"batch":[' });
    await scene.ask({ path: '/v1/batch', headers, body: Buffer.alloc(4_000_001, ' ') });
    await scene.ask({ path: '/v1/batch', body: '{"batch":[' });
    const waiting = await refused(scene);
    expect(waiting.map(({ replayable }) => replayable).sort()).toEqual([false, false, true]);
    const one = waiting.find(({ replayable }) => replayable);
    expect(one).toMatchObject({ source: 'Website', at: iso(START) });
    expect(one?.excerpt).toContain('"event":"Tides"');
    const token = scene.tokens.admin;
    const path = `/api/intake/${one?.intakeId}`;
    const still = { kept: 0, refused: expect.stringContaining('needs a userId') };
    expect((await scene.ask({ path, token, body: {} })).body).toEqual(still);
    // As a release that understands it would find it.
    const item = JSON.stringify({
      ...JSON.parse(await itemOf(scene, one?.intakeId)),
      userId: email,
    });
    await db()
      .updateTable('intake')
      .set({ item })
      .where('intake_id', '=', one?.intakeId ?? '')
      .execute();
    scene.clock.now += 3 * DAY;
    expect((await scene.ask({ path, token, body: {} })).body).toEqual({ kept: 1, refused: null });
    expect((await scene.card(email)).moments).toMatchObject([
      { title: 'Tides', at: iso(START - HOUR) },
    ]);
    expect((await scene.ask({ path, token, body: {} })).status).toBe(404);
    const [rest] = await refused(scene);
    const other = `/api/intake/${rest?.intakeId}`;
    expect((await scene.ask({ path: other, token, body: {} })).status).toBe(409);
    expect((await scene.ask({ path: other, method: 'DELETE', token })).status).toBe(200);
    expect(await refused(scene)).toHaveLength(1);
  });

  it('is read page by page, counted by source, and emptied after 30 days', async () => {
    const scene = await makeScene(db());
    for (let minute = 0; minute < 3; minute++) {
      await scene.send(
        ...Array.from({ length: 40 }, (_, n) => ({ type: 'track', event: `${minute} ${n}` })),
      );
      scene.clock.now += MINUTE;
    }
    const token = scene.tokens.marketer;
    const pages: RefusedInput[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const path = `/api/intake${next === '' ? '' : `?before=${next}`}`;
      const { body } = await scene.ask({ path, token });
      const page = body as { refused: RefusedInput[]; next: string | null };
      pages.push(...page.refused);
      next = page.next;
    }
    expect(new Set(pages.map(({ intakeId }) => intakeId)).size).toBe(120);
    expect(pages.map(({ at }) => at)).toEqual(
      pages
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const { body } = await scene.ask({ path: '/api/sources', token });
    expect(body).toMatchObject({ sources: [{ label: 'Website', refused: 120 }] });
    scene.clock.now = START + 30 * DAY + MINUTE;
    await scene.work();
    expect(await refused(scene)).toHaveLength(50);
    scene.clock.now += 3 * MINUTE;
    await scene.work();
    expect(await refused(scene)).toHaveLength(0);
  });
});
