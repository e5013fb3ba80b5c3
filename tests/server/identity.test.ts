import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { registrationItem, verdictItem } from '../../lib/feedback/items.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, DAY, makeScene, type Scene, START } from './support/scene.ts';

const ana = 'ana@acme.example';
const bob = 'bob@acme.example';

describe.each(enginesFor(import.meta.url))('who is who, on %s', (engine) => {
  const db = useEngine(engine);

  const view = (title: string, who: object, at = START) => ({
    type: 'page',
    messageId: randomUUID(),
    timestamp: new Date(at).toISOString(),
    properties: { title },
    ...who,
  });
  const identify = (email: string, who: object = {}) => ({
    type: 'identify',
    messageId: randomUUID(),
    traits: { email },
    ...who,
  });
  const seen = async (scene: Scene, email: string) => {
    const { leadId } = await scene.card(email);
    const path = `/api/leads/${leadId}/events?limit=200`;
    const { body } = await scene.ask({ path, token: scene.tokens.rep });
    return (body as { events: { title: string }[] }).events
      .map(({ title }) => title.replace(/^Viewed “(.*)”$/, '$1'))
      .sort();
  };
  const liveLeads = (scene: Scene) =>
    db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .where('merged_into', 'is', null)
      .selectAll()
      .execute();

  it('gives the visits before the form to whoever filled it in', async () => {
    const scene = await makeScene(db());
    await scene.send(view('one', { anonymousId: 'v1' }), view('two', { anonymousId: 'v1' }));
    await scene.send(identify(ana, { anonymousId: 'v1' }));
    await scene.send(view('three', { anonymousId: 'v1' }));
    expect(await seen(scene, ana)).toEqual(['one', 'three', 'two']);
    expect(await liveLeads(scene)).toHaveLength(1);
  });

  it('joins several browsers of one person, and follows whoever still has an old id', async () => {
    const scene = await makeScene(db());
    await scene.send(view('laptop', { anonymousId: 'v1' }), identify(ana, { anonymousId: 'v1' }));
    await scene.send(view('phone', { anonymousId: 'v2' }));
    const before = await db()
      .selectFrom('identity')
      .where('ident', '=', 'anon:v2')
      .where('ws_id', '=', scene.wsId)
      .select('lead_id')
      .executeTakeFirstOrThrow();
    const { rev } = await scene.card(ana);
    await scene.send(identify(ana, { anonymousId: 'v2' }));
    const card = await scene.card(ana);
    expect(await seen(scene, ana)).toEqual(['laptop', 'phone']);
    expect(card.rev).toBeGreaterThan(rev);
    expect((await scene.cardById(before.lead_id)).leadId).toBe(card.leadId);
    expect(await liveLeads(scene)).toHaveLength(1);
  });

  it('makes one lead of a person that arrives many times at once', async () => {
    const scene = await makeScene(db());
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        scene.send(
          view(`page ${n}`, { anonymousId: `v${n % 4}` }),
          identify(ana, { anonymousId: `v${n % 4}`, userId: 'u1' }),
        ),
      ),
    );
    expect(await seen(scene, ana)).toHaveLength(12);
    expect(await liveLeads(scene)).toHaveLength(1);
  });

  it('merges while events keep arriving, and loses none', async () => {
    const scene = await makeScene(db());
    await scene.send(view('first', { anonymousId: 'v1' }), identify(ana, { userId: 'u1' }));
    await Promise.all([
      ...Array.from({ length: 10 }, (_, n) => scene.send(view(`v${n}`, { anonymousId: 'v1' }))),
      ...Array.from({ length: 10 }, (_, n) => scene.send(view(`u${n}`, { userId: 'u1' }))),
      scene.send(identify(ana, { anonymousId: 'v1' })),
    ]);
    expect(await seen(scene, ana)).toHaveLength(21);
  });

  it('never makes one of two people who share a browser', async () => {
    const scene = await makeScene(db());
    await scene.send(view('before', { anonymousId: 'v1' }), identify(bob, { anonymousId: 'v1' }));
    await scene.send(
      identify(ana, { anonymousId: 'v1' }),
      view('after', { anonymousId: 'v1', context: { traits: { email: ana } } }),
    );
    expect(await seen(scene, bob)).toEqual(['before']);
    expect(await seen(scene, ana)).toEqual(['after']);
  });

  it('never makes one of two people within one batch, or of two requests for one visitor', async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana, { anonymousId: 'v1' }), identify(bob, { anonymousId: 'v1' }));
    expect((await scene.card(ana)).leadId).not.toBe((await scene.card(bob)).leadId);

    for (let round = 0; round < 5; round++) {
      const anonymousId = `shared ${round}`;
      const [one, two] = [`one${round}@acme.example`, `two${round}@acme.example`];
      await scene.send(view('visit', { anonymousId }));
      await Promise.all([one, two].map((email) => scene.send(identify(email, { anonymousId }))));
      const cards = await Promise.all([one, two].map((email) => scene.card(email)));
      expect(cards[0]?.leadId).not.toBe(cards[1]?.leadId);
      expect(cards.map(({ who }) => who.email)).toEqual([one, two]);
      expect(cards.map(({ counts }) => counts.all).sort()).toEqual([0, 1]);
    }
  });

  it('keeps two accounts apart that signed in at one browser without an address', async () => {
    const scene = await makeScene(db());
    await scene.send(view('ana', { anonymousId: 'v1', userId: 'u1' }));
    await scene.send(view('bob', { anonymousId: 'v1', userId: 'u2' }));
    await scene.send(identify(ana, { userId: 'u1' }), identify(bob, { userId: 'u2' }));
    expect(await seen(scene, ana)).toEqual(['ana']);
    expect(await seen(scene, bob)).toEqual(['bob']);
  });

  it('stays with an account whose address changes', async () => {
    const scene = await makeScene(db());
    await scene.send(identify('ana@old.example', { userId: 'u1' }), view('one', { userId: 'u1' }));
    await scene.send(identify(ana, { userId: 'u1' }));
    const card = await scene.card(ana);
    expect(card.who.email).toBe(ana);
    expect((await scene.card('ana@old.example')).leadId).toBe(card.leadId);
  });

  it('takes addresses as people write them, and none that is not one', async () => {
    const scene = await makeScene(db());
    await scene.send(identify('  Ana@ACME.example '), identify('not an address', { userId: 'u' }));
    expect((await scene.card(ana)).who.email).toBe(ana);
    expect(await liveLeads(scene)).toHaveLength(2);
  });

  it('takes nobody for somebody else by an address in an event about others', async () => {
    const scene = await makeScene(db());
    await scene.send(
      { type: 'track', event: 'Invite Sent', userId: 'u1', properties: { email: bob } },
      { type: 'group', userId: 'u1', groupId: 'g', traits: { name: 'Acme', email: bob } },
    );
    expect(await scene.find(aRecord(), { email: bob })).toEqual({ found: false });
  });

  it('carries verdicts and stages along when leads are merged', async () => {
    const scene = await makeScene(db());
    const { rep } = scene.tokens;
    const record = aRecord();
    const registration = registrationItem(record, { name: 'Ana Silva' }, scene.tools);
    await scene.say(rep, registration);
    const found = await scene.find(record);
    if (!found.found) throw new Error('not found');
    const said = { verdict: 'accepted', reason: null, note: 'met her', until: null } as const;
    await scene.say(rep, verdictItem(found.card, said, scene.tools));
    // The registered one has no address yet; an account turns out to be the same person.
    await db()
      .insertInto('identity')
      .values({ ident: 'user:u1', ws_id: scene.wsId, lead_id: found.card.leadId })
      .execute();
    await scene.send(view('known', identify(ana)), identify(ana));
    await scene.send(identify(ana, { userId: 'u1' }));
    const card = await scene.card(ana);
    expect(card).toMatchObject({ stage: 'sal', who: { name: 'Ana Silva', email: ana } });
    expect(card.feedback).toMatchObject([{ verdict: 'accepted', note: 'met her', mine: true }]);
    expect((await scene.cardById(registration.leadId)).leadId).toBe(card.leadId);
    expect(await scene.find(record)).toMatchObject({ found: true, card: { leadId: card.leadId } });
  });

  it('keeps teams apart that know the same person', async () => {
    const [one, two] = [await makeScene(db()), await makeScene(db())];
    await one.send(view('ours', identify(ana)), identify(ana, { anonymousId: 'v1' }));
    await two.send(identify(ana, { anonymousId: 'v1' }));
    expect((await one.card(ana)).leadId).not.toBe((await two.card(ana)).leadId);
    expect(await two.find(aRecord(), { email: bob })).toEqual({ found: false });
    expect((await two.card(ana)).counts.all).toBe(0);
  });

  it('counts colleagues by company or domain, and nobody by a free-mail domain', async () => {
    const scene = await makeScene(db());
    await scene.send(
      identify(ana),
      identify(bob, { traits: { email: bob, company: 'ACME  Inc' } }),
      identify('x', { traits: { email: 'eve@other.example', company: 'Acme Inc' } }),
      identify('y', { traits: { email: 'a1@gmail.com' } }),
      identify('z', { traits: { email: 'a2@gmail.com' } }),
      view('nobody', { anonymousId: 'v9' }, START - DAY),
    );
    expect((await scene.card(ana)).colleagues).toBe(1);
    expect((await scene.card(bob)).colleagues).toBe(2);
    expect((await scene.card('a1@gmail.com')).colleagues).toBe(0);
  });
});
