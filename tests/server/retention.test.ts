import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { retentionAnswer } from '../../lib/contract/privacy.ts';
import { countDue } from '../../server/privacy/due.ts';
import { sweepEvents } from '../../server/privacy/sweep-events.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, makeScene, type Scene, START } from './support/scene.ts';

const people = ['ana', 'eve', 'max'].map((name) => `${name}@acme.example`);
const path = '/api/privacy/retention';
const always = async () => true;

describe.each(enginesFor(import.meta.url))('what is older than it is kept, on %s', (engine) => {
  const db = useEngine(engine);

  /** Each of three people has two old views of a page and one of today. */
  const old = async () => {
    const scene = await makeScene(db());
    for (const email of people) {
      const view = (days: number) => ({
        type: 'page',
        messageId: randomUUID(),
        timestamp: new Date(START - days * DAY).toISOString(),
        context: { traits: { email } },
      });
      await scene.send(view(50), view(40), view(0));
    }
    return scene;
  };
  const limit = { kind: 'page_viewed', before: new Date(START - 30 * DAY) } as const;
  const keepAMonth = async ({ ask, tokens }: Scene) => {
    const before = retentionAnswer.parse((await ask({ path, token: tokens.admin })).body);
    const body = { days: { ...before.days, page_viewed: 30 } };
    const put = await ask({ path, method: 'PUT', token: tokens.admin, body });
    return retentionAnswer.parse(put.body);
  };
  const counts = async ({ card }: Scene) =>
    Promise.all(people.map(async (email) => (await card(email)).counts.all));

  it('is counted up to a limit, of events as of leads, and then it is said that there may be more', async () => {
    const { wsId } = await old();
    const counted = (events: number, leads: number) =>
      countDue(db(), wsId, [limit], { events, leads });
    expect(await counted(6, 3)).toEqual({ due: 6 });
    expect(await counted(5, 3)).toEqual({ due: 5, atLeast: true });
    expect(await counted(6, 2)).toEqual({ due: 4, atLeast: true });
    expect(await countDue(db(), wsId, [])).toEqual({ due: 0 });
  });

  it('is not counted to its end for somebody who only looks', async () => {
    const scene = await old();
    await sql`insert into event (lead_id, ws_id, event_id, at, kind, name, source, machine,
        clock_corrected, props, received_at)
      select lead_id, ws_id, md5(event_id::text || n::text)::uuid, at, kind, name, source, machine,
        clock_corrected, props, received_at
      from event, generate_series(1, 2000) as n where ws_id = ${scene.wsId} and at < ${limit.before}
    `.execute(db());
    expect(await keepAMonth(scene)).toMatchObject({ due: 10_000, atLeast: true });
  });

  it('goes although somebody cannot be scored again, whose turn comes the next day', async () => {
    const scene = await old();
    expect(await keepAMonth(scene)).toMatchObject({ due: 6 });
    const { leadId } = await scene.card(people[1] ?? '');
    // No lead of this id can be written.
    const broken = sql`alter table lead add constraint unscorable
      check (lead_id <> ${sql.lit(leadId)}) not valid`;
    await broken.execute(db());
    const isDone = await sweepEvents(scene.store, scene.wsId, always).finally(() =>
      sql`alter table lead drop constraint unscorable`.execute(db()),
    );
    expect(isDone).toBe(true);
    expect(await counts(scene)).toEqual([1, 3, 1]);
    expect(await sweepEvents(scene.store, scene.wsId, always)).toBe(true);
    expect(await counts(scene)).toEqual([1, 3, 1]);
    scene.clock.now += DAY;
    await sweepEvents(scene.store, scene.wsId, always);
    expect(await counts(scene)).toEqual([1, 1, 1]);
  });
});
