import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type IdentityAnswer, identityAnswer, mergePage } from '../../lib/contract/identity.ts';
import { registrationItem, resolutionItem, verdictItem } from '../../lib/feedback/items.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, HOUR, makeScene, type Scene, START } from './support/scene.ts';

const ana = 'ana@acme.example';
const home = 'ana@home.example';
const bob = 'bob@acme.example';

describe.each(enginesFor(import.meta.url))('merges, on %s', (engine) => {
  const db = useEngine(engine);

  const view = (title: string, who: object, at = START) => ({
    type: 'page',
    messageId: randomUUID(),
    timestamp: new Date(at).toISOString(),
    properties: { title },
    ...who,
  });
  const by = (email: string) => ({ context: { traits: { email } } });
  const identify = (email: string, who: object = {}, traits: object = {}) => ({
    type: 'identify',
    messageId: randomUUID(),
    traits: { email, ...traits },
    ...who,
  });
  const leadOf = async (scene: Scene, ident: string) => {
    const { lead_id } = await db()
      .selectFrom('identity')
      .where('ident', '=', ident)
      .where('ws_id', '=', scene.wsId)
      .select('lead_id')
      .executeTakeFirstOrThrow();
    return (await scene.cardById(lead_id)).leadId;
  };
  const titles = async (scene: Scene, leadId: string) => {
    const rows = await db()
      .selectFrom('event')
      .where('lead_id', '=', leadId)
      .where('ws_id', '=', scene.wsId)
      .select('title')
      .execute();
    return rows.map(({ title }) => title).sort();
  };
  const identityOf = async (scene: Scene, leadId: string): Promise<IdentityAnswer> => {
    const path = `/api/leads/${leadId}/identity`;
    return identityAnswer.parse((await scene.ask({ path, token: scene.tokens.rep })).body);
  };
  const merge = (scene: Scene, leadId: string, other: string) => {
    const path = `/api/leads/${leadId}/merge`;
    return scene.ask({ path, token: scene.tokens.marketer, body: { other } });
  };
  const undo = (scene: Scene, mergeId: string | undefined) => {
    const path = `/api/merges/${mergeId}/undo`;
    return scene.ask({ path, method: 'POST', token: scene.tokens.marketer, body: {} });
  };
  const merges = async (scene: Scene) =>
    mergePage.parse((await scene.ask({ path: '/api/merges', token: scene.tokens.marketer })).body)
      .merges;
  /** Ana is known and a visitor has looked around; then the visitor turns out to be Ana. */
  const joined = async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana, {}, { name: 'Ana Silva' }), view('hers', by(ana)));
    await scene.send(view('visit', { anonymousId: 'visitor-of-last-week' }, START - HOUR));
    await scene.send(identify(ana, { anonymousId: 'visitor-of-last-week' }));
    return scene;
  };

  it('say why, in words: who said what of whom, and what came along', async () => {
    const scene = await joined();
    const leadId = await leadOf(scene, `email:${ana}`);
    const { names, merges: own } = await identityOf(scene, leadId);
    expect(names).toEqual([
      { kind: 'email', value: ana },
      { kind: 'visitor', value: 'visitor-of-last-week' },
    ]);
    expect(own).toMatchObject([
      {
        because: `“Website” said that visitor visitor-of-l… is ${ana}.`,
        by: null,
        names: [{ kind: 'visitor', value: 'visitor-of-last-week' }],
        events: 1,
        feedback: 0,
        undone: null,
        undoable: true,
      },
    ]);
    expect(await merges(scene)).toMatchObject([{ leadId, who: 'Ana Silva' }]);
  });

  it('can be taken back: two leads again, with what came since under either name', async () => {
    const scene = await joined();
    const leadId = await leadOf(scene, `email:${ana}`);
    await scene.send(
      view('later visit', { anonymousId: 'visitor-of-last-week' }),
      view('later hers', by(ana)),
      view('both', { anonymousId: 'visitor-of-last-week', ...by(ana) }),
    );
    expect(await titles(scene, leadId)).toEqual([
      'both',
      'hers',
      'later hers',
      'later visit',
      'visit',
    ]);
    const [entry] = await merges(scene);
    const answer = await undo(scene, entry?.mergeId);
    expect(answer).toMatchObject({ status: 200, body: { kept: leadId } });
    const visitor = await leadOf(scene, 'anon:visitor-of-last-week');
    expect(answer.body).toEqual({ kept: leadId, apart: visitor });
    expect(await titles(scene, leadId)).toEqual(['both', 'hers', 'later hers']);
    expect(await titles(scene, visitor)).toEqual(['later visit', 'visit']);
    expect((await scene.cardById(visitor)).who).toMatchObject({ name: null, email: null });
    const first = await db()
      .selectFrom('lead')
      .where('lead_id', 'in', [leadId, visitor])
      .select(['lead_id', 'first_at'])
      .execute();
    expect(new Map(first.map((row) => [row.lead_id, row.first_at?.getTime()]))).toEqual(
      new Map([
        [leadId, START],
        [visitor, START - HOUR],
      ]),
    );
    expect(await merges(scene)).toMatchObject([{ undone: { by: 'Ines' }, undoable: false }]);
    expect(await undo(scene, entry?.mergeId)).toMatchObject({ status: 409 });
    expect(await undo(scene, randomUUID())).toMatchObject({ status: 404 });
  });

  it('do not happen again by the same facts once taken back, but by hand', async () => {
    const scene = await joined();
    const leadId = await leadOf(scene, `email:${ana}`);
    await undo(scene, (await merges(scene))[0]?.mergeId);
    // Merges of one moment stand in no order.
    scene.clock.now += HOUR;
    await scene.send(
      identify(ana, { anonymousId: 'visitor-of-last-week' }),
      view('again', { anonymousId: 'visitor-of-last-week' }),
    );
    const visitor = await leadOf(scene, 'anon:visitor-of-last-week');
    expect(visitor).not.toBe(leadId);
    expect(await titles(scene, visitor)).toEqual(['again', 'visit']);
    expect(await merge(scene, visitor, leadId)).toMatchObject({ status: 200, body: { leadId } });
    expect((await identityOf(scene, leadId)).merges.map(({ because }) => because)).toEqual([
      'Ines joined them by hand.',
      `“Website” said that visitor visitor-of-l… is ${ana}.`,
    ]);
    // The first was taken back, so the second is the one there is.
    await scene.send(identify(ana, { anonymousId: 'visitor-of-last-week' }));
    const [latest] = await merges(scene);
    expect(await undo(scene, latest?.mergeId)).toMatchObject({ status: 200 });
    expect(await titles(scene, visitor)).toEqual(['again', 'visit']);
  });

  it('by hand give one person several addresses; the older lead stays the main one', async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana, {}, { title: 'Buyer' }), view('work', by(ana)));
    scene.clock.now += HOUR;
    const later = START + HOUR;
    await scene.send(identify(home, {}, { phone: '123' }), view('home', by(home), later));
    const [older, newer] = [
      await leadOf(scene, `email:${ana}`),
      await leadOf(scene, `email:${home}`),
    ];
    expect(await merge(scene, newer, older)).toMatchObject({
      status: 200,
      body: { leadId: older },
    });
    expect(await merge(scene, newer, older)).toMatchObject({ status: 409 });
    expect(await merge(scene, newer, randomUUID())).toMatchObject({ status: 404 });
    const { names } = await identityOf(scene, older);
    expect(names).toEqual([
      { kind: 'email', value: ana },
      { kind: 'email', value: home },
    ]);
    for (const address of [ana, home]) {
      const card = await scene.card(address);
      expect(card).toMatchObject({ leadId: older, who: { email: ana, title: 'Buyer' } });
    }
    await scene.send(identify(home, {}, { title: 'Head of purchasing' }), view('more', by(home)));
    expect((await scene.cardById(newer)).who).toEqual({
      name: null,
      title: 'Head of purchasing',
      company: null,
      email: ana,
      owner: null,
    });
    await undo(scene, (await merges(scene))[0]?.mergeId);
    expect((await scene.cardById(older)).who).toMatchObject({ email: ana, title: 'Buyer' });
    expect((await scene.cardById(newer)).who).toMatchObject({
      email: home,
      title: 'Head of purchasing',
    });
    expect(await titles(scene, newer)).toEqual(['home', 'more']);
    const audit = await db()
      .selectFrom('audit')
      .where('ws_id', '=', scene.wsId)
      .where('action', 'in', ['lead.merged', 'lead.unmerged'])
      .select(['action', 'what'])
      .execute();
    expect(audit.map(({ action }) => action).sort()).toEqual(['lead.merged', 'lead.unmerged']);
    expect(JSON.stringify(audit)).not.toContain('@');
  });

  it('of merges in a row, an inner one can be taken back', async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana), view('c', by(ana)));
    await scene.send(view('b', { userId: 'u1' }));
    await scene.send(view('a', { anonymousId: 'v1' }));
    await scene.send(view('a and b', { userId: 'u1', anonymousId: 'v1' }));
    scene.clock.now += HOUR;
    await scene.send(identify(ana, { userId: 'u1' }));
    const leadId = await leadOf(scene, `email:${ana}`);
    expect(await titles(scene, leadId)).toEqual(['a', 'a and b', 'b', 'c']);
    const [outer, inner] = await merges(scene);
    await undo(scene, inner?.mergeId);
    const visitor = await leadOf(scene, 'anon:v1');
    expect(await titles(scene, visitor)).toEqual(['a']);
    expect(await titles(scene, leadId)).toEqual(['a and b', 'b', 'c']);
    await undo(scene, outer?.mergeId);
    expect(await titles(scene, await leadOf(scene, 'user:u1'))).toEqual(['a and b', 'b']);
    expect(await titles(scene, leadId)).toEqual(['c']);
  });

  it('of merges in a row, the outer one takes the inner one along', async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana), view('c', by(ana)));
    await scene.send(view('b', { userId: 'u1' }));
    await scene.send(view('a', { anonymousId: 'v1' }));
    await scene.send(view('a and b', { userId: 'u1', anonymousId: 'v1' }));
    scene.clock.now += HOUR;
    await scene.send(identify(ana, { userId: 'u1' }));
    const [outer, inner] = await merges(scene);
    await undo(scene, outer?.mergeId);
    const account = await leadOf(scene, 'user:u1');
    expect(await leadOf(scene, 'anon:v1')).toBe(account);
    expect(await titles(scene, account)).toEqual(['a', 'a and b', 'b']);
    await undo(scene, inner?.mergeId);
    expect(await titles(scene, account)).toEqual(['a and b', 'b']);
  });

  it('give verdicts, answers and stages back to whom they were said of', async () => {
    const scene = await makeScene(db());
    const { rep, marketer } = scene.tokens;
    await scene.send(identify(ana), view('work', by(ana)));
    scene.clock.now += HOUR;
    await scene.send(identify(bob), view('his', by(bob)));
    const card = await scene.card(bob);
    const no = verdictItem(
      card,
      { verdict: 'rejected', reason: null, note: 'not him', until: null },
      scene.tools,
    );
    await scene.say(rep, no);
    const older = await leadOf(scene, `email:${ana}`);
    await merge(scene, older, card.leadId);
    expect(await scene.cardById(card.leadId)).toMatchObject({ leadId: older, stage: 'rejected' });
    const answer = { leadId: older, feedbackId: no.id, resolution: 'kept', reply: 'yes' } as const;
    scene.clock.now += HOUR;
    await scene.say(marketer, resolutionItem(answer, scene.tools));
    const yes = { verdict: 'accepted', reason: null, note: 'met her', until: null } as const;
    await scene.say(rep, verdictItem(await scene.cardById(older), yes, scene.tools));
    expect(await scene.cardById(older)).toMatchObject({ stage: 'sal' });
    await undo(scene, (await merges(scene))[0]?.mergeId);
    expect(await scene.cardById(card.leadId)).toMatchObject({
      leadId: card.leadId,
      stage: 'rejected',
      feedback: [{ note: 'not him', resolution: { reply: 'yes' } }],
    });
    expect(await scene.cardById(older)).toMatchObject({
      stage: 'sal',
      feedback: [{ note: 'met her' }],
    });
    // What was frozen with the history of both teaches of its own lead now.
    const frozen = await db()
      .selectFrom('verdict_case')
      .where('ws_id', '=', scene.wsId)
      .select(['lead_id', 'body'])
      .execute();
    const people = new Map(frozen.map((row) => [row.lead_id, row.body.counters.people]));
    expect(people).toEqual(
      new Map([
        [older, 1],
        [card.leadId, 1],
      ]),
    );
  });

  it('take an account with a new address for the same person, unless two accounts say so', async () => {
    const scene = await makeScene(db());
    await scene.send(identify('ana@old.example', { userId: 'u1' }), view('old', { userId: 'u1' }));
    await scene.send(view('new', by(ana)));
    await scene.send(identify(ana, { userId: 'u1' }));
    const card = await scene.card(ana);
    expect(card.who.email).toBe(ana);
    expect((await scene.card('ana@old.example')).leadId).toBe(card.leadId);
    expect(await titles(scene, card.leadId)).toEqual(['new', 'old']);
    expect((await merges(scene))[0]?.because).toBe(`“Website” said that account u1 is ${ana}.`);

    await scene.send(identify(bob, { userId: 'u2' }));
    await scene.send(identify(bob, { userId: 'u1' }));
    expect((await scene.card(bob)).leadId).not.toBe(card.leadId);
  });

  it('leave a registration and its record where they were made', async () => {
    const scene = await joined();
    const record = aRecord();
    const visitor = await leadOf(scene, 'anon:visitor-of-last-week');
    const item = registrationItem(record, { name: 'Ana', email: ana }, scene.tools);
    await scene.say(scene.tokens.rep, item);
    expect(await scene.find(record)).toMatchObject({ found: true, card: { leadId: visitor } });
    await undo(scene, (await merges(scene))[0]?.mergeId);
    const leadId = await leadOf(scene, `email:${ana}`);
    expect(await scene.find(record)).toMatchObject({
      found: true,
      card: { leadId, knownBy: ['record'] },
    });
    expect((await scene.cardById(item.leadId)).leadId).toBe(leadId);
  });

  it('tell those who wait for either lead', async () => {
    const scene = await joined();
    const leadId = await leadOf(scene, `email:${ana}`);
    const { rev } = await scene.cardById(leadId);
    const path = `/api/leads/${leadId}/changes?rev=${rev}&wait=25`;
    const waiting = scene.ask({ path, token: scene.tokens.rep });
    await undo(scene, (await merges(scene))[0]?.mergeId);
    expect(await waiting).toMatchObject({ body: { changed: true } });
    const visitor = await scene.cardById(await leadOf(scene, 'anon:visitor-of-last-week'));
    expect(visitor.rev).toBeGreaterThan(rev);
  });
});
