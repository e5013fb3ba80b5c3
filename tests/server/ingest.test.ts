import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CollectAnswer } from '../../server/ingest/collect.ts';
import type { Asked } from './support/ask.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const email = 'ana@acme.example';
const demo = (more: object = {}) => ({
  type: 'track',
  event: 'Demo Requested',
  properties: { email },
  ...more,
});
const basic = (key: string) => ({
  authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
});
const iso = (at: number) => new Date(at).toISOString();

describe.each(enginesFor(import.meta.url))('collecting, on %s', (engine) => {
  const db = useEngine(engine);
  const timeline = async (scene: Scene) => {
    const { leadId } = await scene.card(email);
    const path = `/api/leads/${leadId}/events`;
    const { body } = await scene.ask({ path, token: scene.tokens.rep });
    return (body as { events: Record<string, unknown>[] }).events;
  };
  const props = async (scene: Scene) => {
    const rows = await db()
      .selectFrom('event')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    return rows.map((row) => row.props as { properties: Record<string, unknown> });
  };

  it('takes what the client libraries send, whatever they call it', async () => {
    const scene = await makeScene(db());
    const { writeKey } = scene;
    const batch = (messageId: string) => JSON.stringify({ batch: [demo({ messageId })], writeKey });
    const requests: Asked[] = [
      { path: '/v1/batch', headers: basic(writeKey), body: { batch: [demo({ messageId: '1' })] } },
      // analytics-next: text/plain, short path, write key in the body.
      {
        path: '/v1/t',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ ...demo({ messageId: '2' }), writeKey }),
      },
      // rudder-sdk-node: gzip that calls itself a form.
      {
        path: '/v1/batch',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: gzipSync(batch('3')),
      },
      { path: '/v1/b', headers: { 'content-encoding': 'gzip' }, body: gzipSync(batch('4')) },
      { path: '/v1/import', body: `\uFEFF${batch('5')}` },
      {
        path: '/v1/track',
        headers: basic(writeKey),
        body: { event: 'demo_requested', userId: email, messageId: '6' },
      },
      {
        path: '/v1/track',
        headers: basic(writeKey),
        body: { action: 'track', event: 'demoRequested', user_id: email, messageId: '7' },
      },
      {
        path: '/v1/p',
        headers: basic(writeKey),
        body: { userId: email, messageId: '8', name: 'Pricing' },
      },
      {
        path: '/v1/screen',
        headers: basic(writeKey),
        body: { userId: email, messageId: '9', name: 'Home' },
      },
      { path: '/v1/i', headers: basic(writeKey), body: { userId: email, traits: { name: 'Ana' } } },
      {
        path: '/v1/g',
        headers: basic(writeKey),
        body: { userId: email, groupId: '1', traits: { name: 'Acme', email: 'info@acme.example' } },
      },
      { path: '/v1/a', headers: basic(writeKey), body: { userId: email, previousId: 'anon-1' } },
    ];
    for (const request of requests) {
      const answer = await scene.ask(request);
      expect(answer, request.path).toMatchObject({
        status: 200,
        body: { success: true, accepted: 1 },
      });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
    const card = await scene.card(email);
    expect(card.counts.all).toBe(9);
    expect(card.who).toMatchObject({ name: 'Ana', company: 'Acme', email });
    expect(card.moments.filter(({ kind }) => kind === 'demo_requested')).toHaveLength(7);
  });

  it('keeps what is good in a batch and says of the rest where and why', async () => {
    const scene = await makeScene(db());
    const answer = await scene.send(
      demo({ messageId: 'good' }),
      'nonsense',
      { type: 'track', event: 'Nobody did this', messageId: 'nobody' },
      { type: 'track', userId: email, messageId: 'nothing' },
      { type: 'purchase', userId: email },
      demo({ messageId: 'large', properties: { email, text: 'x'.repeat(33_000) } }),
      { type: 'track', event: 'x', userId: 'undefined', anonymousId: ' ' },
      demo({ messageId: 'also good' }),
    );
    expect(answer).toMatchObject({ success: true, accepted: 2, duplicates: 0 });
    expect(answer.refused.map(({ index, messageId }) => [index, messageId])).toEqual([
      [1, null],
      [2, 'nobody'],
      [3, 'nothing'],
      [4, null],
      [5, 'large'],
      [6, null],
    ]);
    for (const { reason } of answer.refused) expect(reason).toMatch(/^[A-Z“].+\.$/);
    expect(answer.refused[4]?.reason).toContain('32 KB');
  });

  it('counts an event once, however often and however concurrently it is sent', async () => {
    const scene = await makeScene(db());
    const messages = Array.from({ length: 20 }, (_, n) => demo({ messageId: `m${n}` }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => scene.send(...messages, ...messages)),
    );
    const sum = (of: 'accepted' | 'duplicates') =>
      answers.reduce((total, answer) => total + answer[of], 0);
    expect(sum('accepted')).toBe(20);
    expect(sum('duplicates')).toBe(8 * 40 - 20);
    expect((await scene.card(email)).counts.all).toBe(20);
  });

  it('takes a batch of people it has never seen, as many as one may hold', async () => {
    const scene = await makeScene(db());
    const people = Array.from({ length: 3000 }, (_, n) => ({
      type: 'identify',
      userId: `p${n}@acme.example`,
      traits: { name: `P${n}` },
    }));
    expect(await scene.send(...people)).toMatchObject({ accepted: 3000, refused: [] });
    expect((await scene.card('p2999@acme.example')).who.name).toBe('P2999');
  });

  it('tells messages without an id apart by what they say', async () => {
    const scene = await makeScene(db());
    const [one, two] = [demo({ timestamp: iso(START) }), demo({ timestamp: iso(START - HOUR) })];
    expect(await scene.send(one, two, one)).toMatchObject({ accepted: 2, duplicates: 1 });
    expect(await scene.send(two)).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it('tells messages that say neither id nor time apart by the minute in which they came', async () => {
    const scene = await makeScene(db());
    expect(await scene.send(demo())).toMatchObject({ accepted: 1 });
    scene.clock.now += MINUTE / 2;
    // Sent again, because the answer was lost.
    expect(await scene.send(demo())).toMatchObject({ accepted: 0, duplicates: 1 });
    scene.clock.now += 30 * DAY;
    expect(await scene.send(demo())).toMatchObject({ accepted: 1, duplicates: 0 });
    expect((await scene.card(email)).counts.all).toBe(2);
  });

  it('refuses what is too large, packed or not, and what is no JSON', async () => {
    const { ask, writeKey } = await makeScene(db());
    const headers = basic(writeKey);
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    expect(bomb.length).toBeLessThan(60_000);
    const cases: [unknown, number][] = [
      [bomb, 413],
      [Buffer.alloc(4_000_001, ' '), 413],
      [{ batch: Array.from({ length: 5001 }, () => 0) }, 413],
      [Buffer.from([0x1f, 0x8b, 1, 2, 3]), 400],
      ['{"batch":[', 400],
      ['[1,2]', 400],
      ['', 400],
      [Buffer.from([0xff, 0xfe, 0x00]), 400],
      [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
    ];
    for (const [body, status] of cases) {
      const answer = await ask({ path: '/v1/batch', headers, body });
      expect(answer.status, String(body).slice(0, 30)).toBe(status);
    }
    const deep = `{"batch":[{"type":"track","event":"x","userId":"u","properties":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]}`;
    const answer = await ask({ path: '/v1/batch', headers, body: deep });
    expect(answer).toMatchObject({ status: 200, body: { success: true } });
  });

  it('asks for a good write key', async () => {
    const { ask, tokens } = await makeScene(db());
    for (const headers of [
      {},
      basic('wrong'),
      basic(''),
      { authorization: `Bearer ${tokens.admin}` },
    ]) {
      expect(await ask({ path: '/v1/batch', headers, body: { batch: [demo()] } })).toMatchObject({
        status: 401,
      });
    }
  });

  it('tells analytics-next to send to this store and nowhere else', async () => {
    const { ask, writeKey } = await makeScene(db());
    const path = `http://store.example:4860/v1/projects/${writeKey}/settings`;
    const answer = await ask({ path });
    expect(answer.body).toEqual({
      integrations: {
        'Segment.io': { apiKey: writeKey, apiHost: 'store.example:4860/v1', protocol: 'http' },
      },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask({ path: '/v1/projects/nope/settings' })).status).toBe(404);
  });

  it('believes differences of a clock, and no absurd time', async () => {
    const scene = await makeScene(db());
    const year = 365 * DAY;
    await scene.send(
      // A year ahead, but only an hour passed between the doing and the sending.
      demo({ messageId: 'skewed', timestamp: iso(START + year - HOUR), sentAt: iso(START + year) }),
      demo({ messageId: '1970', timestamp: 0 }),
      demo({ messageId: 'ahead', timestamp: iso(START + 11 * MINUTE) }),
      demo({ messageId: 'jitter', timestamp: iso(START + MINUTE) }),
      demo({ messageId: 'word', timestamp: 'yesterday' }),
      demo({ messageId: 'plain', timestamp: iso(START - DAY) }),
      demo({ messageId: 'none' }),
    );
    const rows = await db()
      .selectFrom('event')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    const claimed = rows.map(
      (row) => (row.props as { claimedTimestamp?: string }).claimedTimestamp,
    );
    expect(claimed.filter(Boolean).sort()).toEqual(
      ['0', iso(START + 11 * MINUTE), 'yesterday'].sort(),
    );
    const events = await timeline(scene);
    expect(events.filter((event) => event.clockCorrected).map(({ at }) => at)).toEqual(
      Array(3).fill(iso(START)),
    );
    expect(events.slice(-2).map(({ at }) => at)).toEqual([iso(START - HOUR), iso(START - DAY)]);
  });

  it('stores any text: emoji, right to left, NUL, half characters, ten thousand letters', async () => {
    const scene = await makeScene(db());
    const name = '👩‍💻 ‏שלום‏ العربية';
    await scene.send(
      {
        type: 'page',
        userId: email,
        messageId: 'a',
        properties: { title: name, url: 'https://acme.example/a' },
      },
      {
        type: 'page',
        userId: email,
        messageId: 'b',
        properties: { title: `a\0b\uD800c`, 'k\0\uDC00': '\0' },
      },
      { type: 'track', userId: email, messageId: '\0\uD800', event: `😀${'x'.repeat(10_000)}` },
      { type: 'page', userId: email, messageId: 'd', name: '<img src=x onerror=alert(1)>' },
    );
    const titles = (await timeline(scene)).map(({ title }) => String(title));
    expect(titles).toContain(`Viewed “${name}”`);
    expect(titles).toContain('Viewed “a\uFFFDb\uFFFDc”');
    expect(titles).toContain('Viewed “<img src=x onerror=alert(1)>”');
    const long = titles.find((title) => title.startsWith('😀'));
    expect(long).toHaveLength(200);
    expect(long).toMatch(/x…$/);
  });

  it('lets no key of a message be more than a key', async () => {
    const scene = await makeScene(db());
    await scene.ask({
      path: '/v1/batch',
      headers: basic(scene.writeKey),
      body: `{"batch":[{"type":"track","event":"constructor","userId":"${email}","__proto__":{"userId":"eve"},
        "properties":{"__proto__":{"machine":true},"constructor":{"prototype":{"polluted":1}}},
        "context":{"traits":{"__proto__":{"name":"Eve"}}}}]}`,
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await scene.card(email)).who.name).toBeNull();
    expect(await timeline(scene)).toMatchObject([{ kind: 'other', machine: false }]);
    const [kept] = await props(scene);
    expect(Object.keys(kept?.properties ?? {}).sort()).toEqual(['__proto__', 'constructor']);
  });

  it('stores as links only what a browser can open safely', async () => {
    const scene = await makeScene(db());
    const page = (messageId: string, url: string) => ({
      type: 'page',
      userId: email,
      messageId,
      timestamp: iso(START - Number(messageId) * MINUTE),
      properties: { title: messageId, url },
    });
    await scene.send(
      page('1', 'https://acme.example/pricing?a=1#b'),
      page('2', 'javascript:alert(1)'),
      page('3', 'data:text/html,x'),
      page('4', '/relative'),
      page('5', `https://acme.example/${'x'.repeat(3000)}`),
      page('6', 'https://user:secret@acme.example/'),
      page('7', `https://acme.example/a?${'x'.repeat(3000)}`),
    );
    expect((await timeline(scene)).map(({ url }) => url)).toEqual([
      'https://acme.example/pricing?a=1#b',
      null,
      null,
      null,
      null,
      'https://acme.example/',
      'https://acme.example/a',
    ]);
  });

  it('marks what machines did, and gives no points for it', async () => {
    const scene = await makeScene(db());
    const mail = (event: string, messageId: string, more: object = {}, at = START - DAY) => ({
      type: 'track',
      event,
      messageId,
      userId: email,
      timestamp: iso(at),
      properties: {
        email_id: 'spring',
        email_subject: 'Spring',
        link_url: 'https://acme.example/',
      },
      ...more,
    });
    await scene.send(
      // Told before the delivery it followed by a second.
      mail('Email Link Clicked', 'too fast', {}, START - DAY + 1000),
      mail('Email Delivered', 'delivered'),
      mail('Email Link Clicked', 'person', {}, START - DAY + 3000),
      mail('Email Opened', 'apple', { context: { userAgent: 'Mozilla/5.0' } }),
      mail('Email Opened', 'gmail', {
        context: {
          userAgent:
            'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
        },
      }),
      mail('Email Opened', 'said', { properties: { sg_machine_open: true } }),
      mail('Unsubscribed', 'scanner', {
        context: { userAgent: 'BarracudaCentral/1.0 (link scanner)' },
      }),
    );
    const card = await scene.card(email);
    const clicks = card.score.contributions.find(({ ruleId }) => ruleId === 'clicked');
    expect(clicks).toMatchObject({ times: 1, discounted: 1 });
    const opens = card.score.contributions.find(({ ruleId }) => ruleId === 'opened');
    expect(opens).toMatchObject({ times: 0, discounted: 3 });
    expect(card.optedOut).toBe(false);
    expect(card.moments.map(({ title }) => title)).toEqual(['Clicked “acme.example” in “Spring”']);
  });

  it('believes an opt-out, by event or by trait, and no trait that takes it back', async () => {
    const scene = await makeScene(db());
    await scene.send({ type: 'track', event: 'Unsubscribed', userId: email });
    await scene.send({ type: 'identify', userId: email, traits: { unsubscribed: false } });
    const card = await scene.card(email);
    expect(card.optedOut).toBe(true);
    expect(card.warnings[0]).toEqual({
      kind: 'opted_out',
      text: 'Opted out of e-mail on 22 November 2026.',
    });
    await scene.send({ type: 'identify', userId: 'bo@acme.example', traits: { optedOut: true } });
    expect((await scene.card('bo@acme.example')).optedOut).toBe(true);
  });

  it('believes the newer of two traits, in whatever order they arrive', async () => {
    const scene = await makeScene(db());
    const traits = (at: number, traits: object) => ({
      type: 'identify',
      userId: email,
      timestamp: iso(at),
      traits,
    });
    await scene.send(
      traits(START - HOUR, {
        title: 'VP Operations',
        company: { name: 'Acme', industry: 'Steel' },
      }),
    );
    await scene.send(traits(START - DAY, { title: 'Intern', firstName: 'Ana', lastName: 'Silva' }));
    expect((await scene.card(email)).who).toEqual({
      name: 'Ana Silva',
      title: 'VP Operations',
      company: 'Acme',
      email,
      owner: null,
    });
  });

  it('hands a lead to sales when it crosses the line, once, and never a visitor without a name', async () => {
    const scene = await makeScene(db());
    await scene.send({ type: 'track', event: 'Demo Requested', anonymousId: 'v1', messageId: '1' });
    const { lead_id } = await db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .select('lead_id')
      .executeTakeFirstOrThrow();
    expect(await scene.cardById(lead_id)).toMatchObject({ stage: 'inquiry', handoff: null });
    scene.clock.now += HOUR;
    await scene.send({ type: 'identify', anonymousId: 'v1', userId: email, traits: { email } });
    const handedOver = {
      at: iso(START + HOUR),
      dueAt: iso(START + 25 * HOUR),
      answeredAt: null,
      by: 'line',
    };
    expect(await scene.card(email)).toMatchObject({ stage: 'mql', handoff: handedOver });
    scene.clock.now += HOUR;
    await scene.send(demo({ messageId: '2' }));
    expect((await scene.card(email)).handoff).toEqual(handedOver);
  });

  it('hands history over when it happened', async () => {
    const scene = await makeScene(db());
    await scene.send(demo({ timestamp: iso(START - 9 * DAY) }));
    expect((await scene.card(email)).handoff?.at).toBe(iso(START - 9 * DAY));
    // Only the visits are old; who they were of is news.
    const visitor = { type: 'track', event: 'Demo Requested', anonymousId: 'v1' };
    await scene.send({ ...visitor, timestamp: iso(START - 9 * DAY) });
    await scene.send({ type: 'identify', anonymousId: 'v1', userId: 'bo@acme.example' });
    expect((await scene.card('bo@acme.example')).handoff?.at).toBe(iso(START));
  });

  it('answers in one shape', async () => {
    const answer: CollectAnswer = await (await makeScene(db())).send();
    expect(answer).toEqual({ success: true, accepted: 0, duplicates: 0, refused: [] });
  });
});
