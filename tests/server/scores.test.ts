/** Scores for a page of records of the CRM. */
import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../lib/contract/calibration.ts';
import { type LookUpAnswer, lookUpAnswer } from '../../lib/contract/look-up.ts';
import type { CrmRecord, PageFacts } from '../../lib/contract/record.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { toJson } from '../../server/db/json.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, makeScene, type Scene, START } from './support/scene.ts';
import { statementsOf } from './support/statements.ts';

interface Item {
  record: CrmRecord | null;
  facts: PageFacts;
}

async function scoresOf(
  scene: Scene,
  items: Item[],
  token = scene.tokens.rep,
): Promise<LookUpAnswer> {
  const { status, body } = await scene.ask({
    path: '/api/leads/scores',
    token,
    body: { items },
  });
  expect(status).toBe(200);
  return lookUpAnswer.parse(body);
}

/** Fifty verdicts, which make a chance of points. */
const CALIBRATION: Calibration = {
  definitionVersion: 1,
  madeAt: new Date(START).toISOString(),
  calibrator: { kind: 'platt', slope: 1, base: 0, stairs: [], n: 50 },
  verdictsByPoints: [
    { points: 5, n: 25, accepted: 5 },
    { points: 40, n: 25, accepted: 20 },
  ],
  evidence: {},
};

const page = (anonymousId: string, path: string, messageId: string) => ({
  type: 'page',
  anonymousId,
  messageId,
  timestamp: new Date(START - 3_600_000).toISOString(),
  properties: { path, title: path },
});
const identify = (anonymousId: string, email: string, traits = {}) => ({
  type: 'identify',
  anonymousId,
  messageId: `i-${anonymousId}-${email}`,
  traits: { email, ...traits },
});

describe.each(enginesFor(import.meta.url))('scores of a list, on %s', (engine) => {
  const db = useEngine(engine);

  it('are those of the cards, in the order of the list, with misses said', async () => {
    const scene = await makeScene(db());
    const title = 'Operations Manager';
    await scene.send(
      page('a', '/pricing', 'm1'),
      page('a', '/resources/one', 'm2'),
      identify('a', 'ana@acme.example', { name: 'Ana', title }),
      { type: 'track', event: 'Demo Requested', userId: 'bo@beta.example', messageId: 'm3' },
    );
    const known = aRecord();
    await scene.find(known, { email: 'ana@acme.example' });
    const { items, ...rest } = await scoresOf(scene, [
      { record: aRecord(), facts: { email: 'Bo@Beta.example' } },
      { record: aRecord(), facts: { email: 'nobody@acme.example' } },
      { record: known, facts: {} },
      { record: aRecord(), facts: {} },
    ]);
    expect(items.map(({ found }) => found)).toEqual([true, false, true, false]);
    for (const [place, email] of [
      [0, 'bo@beta.example'],
      [2, 'ana@acme.example'],
    ] as const) {
      const item = items[place];
      if (!item?.found) throw new Error('Not found.');
      // By id: looking for a card by a record would link it, which is a new revision.
      const card = await scene.cardById(item.leadId);
      const { points, fitPoints, engagementPoints, grade, enough } = card.score;
      expect(card.who.email).toBe(email);
      expect(item).toEqual({
        found: true,
        leadId: card.leadId,
        rev: card.rev,
        name: card.who.name,
        stage: card.stage,
        optedOut: false,
        ...{ points, fitPoints, engagementPoints, grade, enough },
        chance: null,
        heat: email === 'bo@beta.example' ? 'hot' : 'warm',
        why: card.score.contributions
          .filter((line) => line.points > 0)
          .slice(0, 3)
          .map((line) => ({ label: line.label, points: line.points })),
        dueAt: card.handoff?.dueAt ?? null,
        said: null,
      });
      expect(item.why.length).toBeGreaterThan(0);
      expect(points).toBeGreaterThan(0);
    }
    expect(rest).toEqual({
      mqlAt: 20,
      definitionVersion: 1,
      asOf: new Date(scene.clock.now).toISOString(),
    });
  });

  it('say the last verdict and by whom, and the chance that the card tells', async () => {
    const scene = await makeScene(db());
    const track = { type: 'track', event: 'Demo Requested' };
    await scene.send({ ...track, userId: 'ana@acme.example', messageId: 'd1' });
    const made_at = new Date(START);
    const body = toJson(CALIBRATION);
    await db()
      .insertInto('calibration')
      .values({ ws_id: scene.wsId, definition_version: 1, made_at, verdicts: 50, body })
      .execute();
    const ask = async (token?: string) => {
      const list = [{ record: null, facts: { email: 'ana@acme.example' } }];
      const [item] = (await scoresOf(scene, list, token)).items;
      if (!item?.found) throw new Error('Not found.');
      return item;
    };
    const waiting = await ask();
    const card = await scene.cardById(waiting.leadId);
    expect(waiting).toMatchObject({ heat: 'hot', said: null, dueAt: card.handoff?.dueAt });
    expect(waiting.chance).toBe(card.score.chance?.percent);
    expect(waiting.chance).toBeGreaterThan(0);
    for (const verdict of ['recycled', 'accepted'] as const) {
      scene.clock.now += 60_000;
      const said = { verdict, reason: null, note: '', until: '2027-06-01' };
      await scene.say(scene.tokens.rep, verdictItem(card, said, scene.tools));
    }
    const said = { verdict: 'accepted', by: 'Ben', at: new Date(scene.clock.now).toISOString() };
    const answered = await ask();
    expect(answered).toMatchObject({ heat: 'warm', dueAt: null, said: { ...said, mine: true } });
    expect((await ask(scene.tokens.marketer)).said).toEqual({ ...said, mine: false });
  });

  it('follow leads that were joined, under any of their names', async () => {
    const scene = await makeScene(db());
    await scene.send(page('v1', '/pricing', 'm1'), identify('v1', 'cy@acme.example'));
    await scene.send(page('v2', '/compare', 'm2'));
    await scene.send(identify('v2', 'cy@acme.example'));
    const record = aRecord();
    await scene.find(record, { email: 'cy@acme.example' });
    const { items } = await scoresOf(scene, [
      { record, facts: {} },
      { record: aRecord(), facts: { email: 'cy@acme.example' } },
    ]);
    const [one, other] = items;
    expect(one).toEqual(other);
    if (!one?.found) throw new Error('Not found.');
    const card = await scene.cardById(one.leadId);
    expect(one.points).toBe(card.score.points);
    expect(card.counts.all).toBe(2);
  });

  it('say what was last said of a lead under the name of another that was joined to it', async () => {
    const scene = await makeScene(db());
    await scene.send(identify('v1', 'cy@acme.example'), identify('v2', 'di@acme.example'));
    const briefOf = async (email: string) => {
      const [item] = (await scoresOf(scene, [{ record: null, facts: { email } }])).items;
      if (!item?.found) throw new Error('Not found.');
      return item;
    };
    const [older, newer] = [await briefOf('cy@acme.example'), await briefOf('di@acme.example')];
    const path = `/api/leads/${older.leadId}/merge`;
    await scene.ask({ path, token: scene.tokens.marketer, body: { other: newer.leadId } });
    const { leadId } = await briefOf('di@acme.example');
    const said = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    const card = await scene.cardById(leadId);
    await scene.say(scene.tokens.rep, verdictItem(card, said, scene.tools));
    for (const email of ['cy@acme.example', 'di@acme.example']) {
      expect(await briefOf(email)).toMatchObject({ leadId, said: { verdict: 'accepted' } });
    }
  });

  it('believe the record when the address says otherwise, and link nothing', async () => {
    const scene = await makeScene(db());
    await scene.send(identify('a', 'ana@acme.example'), identify('b', 'bo@acme.example'));
    const [linked, fresh] = [aRecord(), aRecord()];
    await scene.find(linked, { email: 'ana@acme.example' });
    const before = await db().selectFrom('identity').selectAll().execute();
    const { items } = await scoresOf(scene, [
      { record: linked, facts: { email: 'bo@acme.example' } },
      { record: fresh, facts: { email: 'bo@acme.example' } },
    ]);
    const [first, second] = items;
    if (!first?.found || !second?.found) throw new Error('Not found.');
    expect((await scene.cardById(first.leadId)).who.email).toBe('ana@acme.example');
    expect((await scene.cardById(second.leadId)).who.email).toBe('bo@acme.example');
    expect(await db().selectFrom('identity').selectAll().execute()).toEqual(before);
    const later = await scoresOf(scene, [{ record: fresh, facts: {} }]);
    expect(later.items).toEqual([{ found: false }]);
  });

  it('count what was not counted under this definition yet, and change nothing by it', async () => {
    const scene = await makeScene(db());
    await scene.send(page('a', '/pricing', 'm1'), identify('a', 'ana@acme.example'));
    const facts = { email: 'ana@acme.example' };
    const before = await scoresOf(scene, [{ record: aRecord(), facts }]);
    await db().deleteFrom('counter').where('ws_id', '=', scene.wsId).execute();
    expect(await scoresOf(scene, [{ record: aRecord(), facts }])).toEqual(before);
  });

  it('are asked for with a few statements, however long the list', async () => {
    const scene = await makeScene(db());
    const people = Array.from({ length: 60 }, (_, n) => `p${n}@many.example`);
    await scene.send(...people.map((email, n) => identify(`v${n}`, email)));
    const list = people.map((email) => ({ record: aRecord(), facts: { email } }));
    await scoresOf(scene, list.slice(0, 2));
    const said = statementsOf(db()).length;
    const { items } = await scoresOf(scene, list);
    expect(items.every(({ found }) => found)).toBe(true);
    // Lists of values look the same whatever their length, so a statement that grows would not show; a new one would.
    expect(statementsOf(db()).length).toBe(said);
  });

  it('refuse a list that is none, or longer than any screen', async () => {
    const scene = await makeScene(db());
    const ask = (items: unknown) =>
      scene.ask({ path: '/api/leads/scores', token: scene.tokens.rep, body: { items } });
    expect((await ask([])).status).toBe(400);
    const many = Array.from({ length: 201 }, () => ({ record: aRecord(), facts: {} }));
    expect((await ask(many)).status).toBe(400);
  });
});
