/** What the card, the account and the cards of a list tell besides the score. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  accountAnswer,
  cardsAnswer,
  findAnswer,
  type LeadCard,
} from '../../lib/contract/lead.ts';
import type { CrmRecord } from '../../lib/contract/record.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { toldOf } from '../../server/leads/told.ts';
import { wholeLead } from '../../server/leads/whole-lead.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const ana = 'ana@acme.example';
const iso = (at: number) => new Date(at).toISOString();

const event = (name: string, by: string, at: number, properties: object = {}) => ({
  type: 'track',
  event: name,
  messageId: randomUUID(),
  userId: by,
  timestamp: iso(at),
  properties,
});
const page = (title: string, by: string, at: number) => ({
  ...event('', by, at, { title, url: `https://acme.example/${title.toLowerCase()}` }),
  type: 'page',
});
const identify = (email: string, traits: object = {}) => ({
  type: 'identify',
  userId: email,
  messageId: randomUUID(),
  traits: { email, ...traits },
});

async function looked(
  scene: Scene,
  record: CrmRecord,
  more: { owner?: string; lookedAt?: number } = {},
): Promise<LeadCard> {
  const { owner, lookedAt } = more;
  const { body } = await scene.ask({
    path: '/api/leads/find',
    token: scene.tokens.rep,
    body: {
      record,
      facts: { email: ana, ...(owner === undefined ? {} : { owner }) },
      ...(lookedAt === undefined ? {} : { lookedAt: iso(lookedAt) }),
    },
  });
  const answer = findAnswer.parse(body);
  if (!answer.found) throw new Error('Not found.');
  return answer.card;
}

async function accountOf(scene: Scene, leadId: string, before?: string): Promise<AccountAnswer> {
  const query = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
  const path = `/api/leads/${leadId}/account${query}`;
  return accountAnswer.parse((await scene.ask({ path, token: scene.tokens.rep })).body);
}

describe.each(enginesFor(import.meta.url))('the card, on %s', (engine) => {
  const db = useEngine(engine);

  it('keeps whom the CRM says a lead belongs to, and writes only when that changes', async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana));
    const record = aRecord();
    expect((await looked(scene, record, { owner: 'Ben' })).who.owner).toBe('Ben');
    const { rev } = await looked(scene, record, { owner: 'Ben' });
    // A page that shows no owner says nothing of it.
    expect(await looked(scene, record)).toMatchObject({ rev, who: { owner: 'Ben' } });
    const moved = await looked(scene, record, { owner: 'Cleo' });
    expect(moved).toMatchObject({ rev: rev + 1, who: { owner: 'Cleo' } });
    await scene.send(identify(ana, { title: 'Buyer' }));
    expect((await scene.cardById(moved.leadId)).who).toMatchObject({
      owner: 'Cleo',
      title: 'Buyer',
    });
  });

  it('lets two records of one person not overwrite each other for ever', async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana));
    const [contact, lead] = [aRecord(), aRecord()];
    const open = async () => [
      await looked(scene, contact, { owner: 'Ben' }),
      await looked(scene, lead, { owner: 'Ben (you)' }),
    ];
    await open();
    const [, last] = await open();
    // Two sidebars side by side, each of which asks again whenever the other has changed the card.
    for (const card of [...(await open()), ...(await open())]) {
      expect(card).toMatchObject({ rev: last?.rev, who: { owner: 'Ben (you)' } });
    }
    scene.clock.now += 10 * MINUTE;
    expect((await open()).map(({ who }) => who.owner)).toEqual(['Ben', 'Ben (you)']);
  });

  it('gives each its owner back when two that were joined are taken apart', async () => {
    const scene = await makeScene(db());
    const other = 'ana@home.example';
    await scene.send(identify(ana));
    scene.clock.now += MINUTE;
    await scene.send(identify(other));
    const { leadId } = await looked(scene, aRecord(), { owner: 'Ben' });
    const record = aRecord();
    const theirs = async (owner: string) => {
      const answer = await scene.find(record, { email: other, owner });
      if (!answer.found) throw new Error('Not found.');
      return answer.card;
    };
    const { leadId: from } = await theirs('Cleo');
    const token = scene.tokens.marketer;
    const join = { path: `/api/leads/${from}/merge`, token, body: { other: leadId } };
    expect((await scene.ask(join)).status).toBe(200);
    expect((await scene.cardById(from)).who.owner).toBe('Ben');
    // Of the record that is a name of the other part.
    expect(await theirs('Dee')).toMatchObject({ leadId, who: { owner: 'Ben' } });
    const { body } = await scene.ask({ path: '/api/merges', token });
    const [merge] = (body as { merges: { mergeId: string }[] }).merges;
    await scene.ask({ path: `/api/merges/${merge?.mergeId}/undo`, token, body: {} });
    expect((await scene.cardById(leadId)).who.owner).toBe('Ben');
    expect((await scene.cardById(from)).who.owner).toBe('Dee');
  });

  it('says what they read most and how much there is of each kind', async () => {
    const scene = await makeScene(db());
    await scene.send(
      page('Home', ana, START - 3 * DAY),
      page('Pricing', ana, START - 2 * DAY),
      page('Pricing', ana, START - DAY),
      event('Content Downloaded', ana, START - HOUR, { title: 'Guide' }),
      event('Email Opened', ana, START, { email_subject: 'Spring' }),
    );
    const { content, counts } = await scene.card(ana);
    expect(content.map(({ title, times }) => [title, times])).toEqual([
      ['Pricing', 2],
      ['Guide', 1],
      ['Home', 1],
    ]);
    expect(content[0]).toMatchObject({
      url: 'https://acme.example/pricing',
      lastAt: iso(START - DAY),
    });
    expect(counts.byKind).toEqual({ page_viewed: 3, content_downloaded: 1, email_opened: 1 });
  });

  it('tells what is new since one last looked, and the points of then', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', ana, START - 40 * DAY));
    const record = aRecord();
    const first = await looked(scene, record);
    expect(first.since).toBeNull();
    const lookedAt = scene.clock.now;
    scene.clock.now += HOUR;
    const same = await looked(scene, record, { lookedAt });
    expect(same.since).toEqual({
      at: iso(lookedAt),
      events: 0,
      moments: 0,
      pointsThen: first.score.points,
    });
    await scene.send(
      page('Pricing', ana, scene.clock.now),
      event('Webinar Attended', ana, scene.clock.now),
      // Arrives late, by a day, which is news all the same; by months, which is history.
      page('Home', ana, lookedAt - DAY),
      page('Home', ana, lookedAt - 90 * DAY),
    );
    const now = await looked(scene, record, { lookedAt });
    // Of the same day, so the events of then are counted anew.
    expect(now.since).toMatchObject({ events: 3, moments: 1, pointsThen: first.score.points });
    expect(now.score.points).toBeGreaterThan(first.score.points);
    const evening = scene.clock.now + MINUTE;
    scene.clock.now += 2 * DAY;
    await scene.send(event('Trial Started', ana, scene.clock.now));
    const later = await looked(scene, record, { lookedAt: evening });
    expect(later.since).toMatchObject({ events: 1, moments: 1, pointsThen: now.score.points });
    // A clock that runs ahead has not seen what is to come.
    const ahead = await looked(scene, record, { lookedAt: scene.clock.now + 90 * DAY });
    expect(ahead.since).toMatchObject({ at: iso(scene.clock.now), events: 0 });
  });

  it('says when a source is silent for longer than it usually is', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', ana, START));
    const sourceNow = async () => {
      const { sources, warnings } = await scene.card(ana);
      return { ...sources[0], warns: warnings.some(({ kind }) => kind === 'stale_source') };
    };
    const heardAt = iso(START);
    scene.clock.now += 3 * DAY - MINUTE;
    expect(await sourceNow()).toMatchObject({ heardAt, silentDays: null, warns: false });
    scene.clock.now += 3 * DAY;
    expect(await sourceNow()).toMatchObject({ heardAt, silentDays: 5, warns: true });
    // Heard again: from now on a pause of six days is what it does.
    scene.clock.now = START + 6 * DAY;
    await scene.send(event('Signed In', 'bo@beta.example', scene.clock.now));
    scene.clock.now += 8 * DAY;
    expect(await sourceNow()).toMatchObject({ silentDays: null });
    scene.clock.now += 2 * DAY;
    expect(await sourceNow()).toMatchObject({ silentDays: 10, warns: true });
  });

  it('warns of a namesake at the same company, and lists colleagues, most points first', async () => {
    const scene = await makeScene(db());
    await scene.send(
      identify(ana, { name: 'Ana Silva', company: 'Acme' }),
      identify('a.silva@other.example', { name: 'ana silva', company: 'ACME' }),
      identify('bo@acme.example', { name: 'Bo' }),
      identify('ana@gmail.com', { name: 'Ana Silva' }),
      event('Demo Requested', 'bo@acme.example', START - HOUR),
    );
    const card = await scene.card(ana);
    expect(card.warnings).toEqual([
      {
        kind: 'duplicate',
        text: 'Another lead is called ana silva (ACME) too, and may be the same person: not handed over yet.',
      },
    ]);
    expect(card.colleagues).toBe(2);
    expect(card.colleaguesTop.map(({ name }) => name)).toEqual(['Bo', 'ana silva']);
    const [bo] = card.colleaguesTop;
    const own = await scene.cardById(bo?.leadId ?? '');
    expect(bo).toEqual({
      leadId: own.leadId,
      name: 'Bo',
      title: null,
      stage: 'mql',
      points: own.score.points,
      enough: own.score.enough,
      lastAt: iso(START - HOUR),
    });
    expect((await scene.card('ana@gmail.com')).warnings).toEqual([]);
  });

  it('sums a long history up once per revision', async () => {
    const scene = await makeScene(db());
    const views = Array.from({ length: 201 }, (_, n) =>
      page(`P${n % 20}`, ana, START - (n + 1) * MINUTE),
    );
    await scene.send(...views);
    const { leadId } = await scene.card(ana);
    const member = { memberId: randomUUID() };
    const told = async () => {
      const whole = await wholeLead(db(), { wsId: scene.wsId, member }, leadId);
      if (!whole) throw new Error('Gone.');
      expect(whole.events).toBeNull();
      return toldOf(db(), whole.lead, whole.events, 30);
    };
    const first = await told();
    expect(await told()).toBe(first);
    await scene.send(event('Demo Requested', ana, START));
    const again = await told();
    expect(again.moments).toHaveLength(1);
    expect(again.digest.last?.kind).toBe('demo_requested');
  });
});

describe.each(enginesFor(import.meta.url))('the account, on %s', (engine) => {
  const db = useEngine(engine);

  it('is everybody of the company and what all of them did, newest first, page by page', async () => {
    const scene = await makeScene(db());
    const people = [ana, 'bo@acme.example', 'cy@acme.example'];
    // Several at the same moment, so that the time alone could not order them.
    const views = Array.from({ length: 120 }, (_, n) =>
      page(`P${n}`, people[n % 3] ?? ana, START - Math.floor(n / 7) * MINUTE),
    );
    await scene.send(...people.map((email) => identify(email)), ...views);
    await scene.send(page('Elsewhere', 'di@beta.example', START));
    const { leadId } = await scene.card(ana);
    const found: AccountAnswer['events'] = [];
    let before: string | undefined;
    do {
      const answer = await accountOf(scene, leadId, before);
      expect(answer.company).toBe('acme.example');
      expect(answer.colleagues.map(({ name }) => name).sort()).toEqual(people.slice(1));
      found.push(...answer.events);
      before = answer.next ?? undefined;
    } while (before !== undefined);
    expect(new Set(found.map(({ id }) => id)).size).toBe(120);
    expect(found).toHaveLength(120);
    const order = found.map(({ at, id }) => `${at} ${id}`);
    expect(order).toEqual(order.toSorted().reverse());
    expect(new Set(found.map(({ who }) => who?.name))).toEqual(new Set(people));
    expect(found.find(({ who }) => who?.name === ana)?.who?.leadId).toBe(leadId);
  });

  it('is nobody else for an address anybody can have', async () => {
    const scene = await makeScene(db());
    await scene.send(page('Home', 'ana@gmail.com', START), page('Home', 'bo@gmail.com', START));
    const { leadId } = await scene.card('ana@gmail.com');
    const { company, colleagues, events } = await accountOf(scene, leadId);
    expect({ company, colleagues }).toEqual({ company: null, colleagues: [] });
    expect(events).toHaveLength(1);
  });
});

describe.each(enginesFor(import.meta.url))('cards and timelines, on %s', (engine) => {
  const db = useEngine(engine);

  it('of a list are those that have changed', async () => {
    const scene = await makeScene(db());
    await scene.send(identify(ana), identify('bo@acme.example'));
    const cards = [await scene.card(ana), await scene.card('bo@acme.example')];
    const ask = async (leads: { leadId: string; rev: number | null }[]) => {
      const request = { path: '/api/leads/cards', token: scene.tokens.rep, body: { leads } };
      return cardsAnswer.parse((await scene.ask(request)).body).cards;
    };
    const known = cards.map(({ leadId, rev }) => ({ leadId, rev }));
    expect(await ask(known)).toEqual([]);
    const unknown = { leadId: randomUUID(), rev: null };
    const fresh = await ask([...known.map(({ leadId }) => ({ leadId, rev: null })), unknown]);
    // Found by a record: only looking it up told by what.
    expect(fresh.map(({ leadId }) => leadId).sort()).toEqual(
      cards.map(({ leadId }) => leadId).sort(),
    );
    await scene.send(event('Demo Requested', ana, START));
    const [changed, ...rest] = await ask(known);
    expect(rest).toEqual([]);
    expect(changed).toEqual(await scene.cardById(cards[0]?.leadId ?? ''));
  });

  it('shows the kinds of events that are asked for, and pages through them', async () => {
    const scene = await makeScene(db());
    await scene.send(
      ...Array.from({ length: 5 }, (_, n) => page(`P${n}`, ana, START - n * MINUTE)),
      event('Demo Requested', ana, START - HOUR),
      event('Webinar Attended', ana, START - 2 * HOUR),
    );
    const { leadId } = await scene.card(ana);
    const ask = async (query: Record<string, string>) => {
      const path = `/api/leads/${leadId}/events?${new URLSearchParams(query)}`;
      return scene.ask({ path, token: scene.tokens.rep });
    };
    const kindsOf = async (query: Record<string, string>) => {
      const { events } = (await ask(query)).body as AccountAnswer;
      return events.map(({ kind }) => kind);
    };
    const kinds = 'page_viewed,demo_requested';
    const views = Array.from({ length: 5 }, () => 'page_viewed');
    expect(await kindsOf({ kinds })).toEqual([...views, 'demo_requested']);
    expect(await kindsOf({ kinds, filter: 'moments' })).toEqual(['demo_requested']);
    expect(await kindsOf({ kinds: '' })).toHaveLength(7);
    const { next } = (await ask({ kinds, limit: '5' })).body as AccountAnswer;
    expect(await kindsOf({ kinds, before: next ?? '' })).toEqual(['demo_requested']);
    expect((await ask({ kinds: 'page_viewed,nonsense' })).status).toBe(400);
  });

  it('speaks German to whoever reads German, and English to all others', async () => {
    const scene = await makeScene(db());
    await scene.send(
      identify(ana, { name: 'Ana Silva', company: 'Acme' }),
      page('Home', ana, START - DAY),
      event('Demo Requested', ana, START - HOUR),
      event('Deal Won', ana, START, { name: 'Big one' }),
    );
    const english = await scene.card(ana);
    const item = verdictItem(
      english,
      { verdict: 'rejected', reason: 'student', note: '', until: null },
      scene.tools,
    );
    await scene.say(scene.tokens.rep, item);
    scene.clock.now += MINUTE;
    const { leadId } = english;
    const get = async (language: string, path = `/api/leads/${leadId}`) => {
      const headers = { 'accept-language': language };
      return scene.ask({ path, token: scene.tokens.marketer, headers });
    };
    const answer = await get('de-AT,en;q=0.8');
    const card = answer.body as LeadCard;
    expect(card.moments.map(({ title }) => title)).toEqual([
      'Abschluss gewonnen',
      'Demo angefragt',
    ]);
    expect(card.story.map(({ text }) => text).join('')).toBe(
      'Erstmals am 21. November 2026 über Website: „Home“ angesehen. Zuletzt am 22. November 2026: eine Demo angefragt.',
    );
    expect(card.warnings.map(({ text }) => text)).toContain(
      'Kunde seit 22. November 2026: „Big one“.',
    );
    // A browser that was told of the card in one language does not know it in another.
    const tag = String(answer.headers.get('etag'));
    expect(tag).not.toBe((await get('en')).headers.get('etag'));
    // Nor does whoever signs on in it next know what another one was told.
    const known = { 'accept-language': 'de-AT', 'if-none-match': tag };
    const again = { path: `/api/leads/${leadId}`, headers: known };
    expect((await scene.ask({ ...again, token: scene.tokens.marketer })).status).toBe(304);
    expect((await scene.ask({ ...again, token: scene.tokens.rep })).status).toBe(200);
    for (const other of ['en', 'fr,de;q=0.9', '', '*', 'en;q=0.5,de;q=0.1']) {
      const { moments } = (await get(other)).body as LeadCard;
      expect(moments.at(-1)?.title, other).toBe('Asked for a demo');
    }
    const account = (await get('de', `/api/leads/${leadId}/account`)).body as AccountAnswer;
    expect(account.events.at(-1)?.title).toBe('„Home“ angesehen');
  });
});
