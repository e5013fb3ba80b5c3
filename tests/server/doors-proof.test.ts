import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RefusedInput, Source } from '../../lib/contract/sources.ts';
import { hubspot } from '../../server/doors/hubspot.ts';
import { publicKey, sendgrid } from '../../server/doors/sendgrid.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { MINUTE, makeScene, type Scene, START } from './support/scene.ts';
import { BASE, connect, type Tool } from './support/tools.ts';

const email = 'ana@acme.example';
const SAYS = {
  hubspot: [
    {
      eventId: 1,
      subscriptionType: 'contact.propertyChange',
      portalId: 7,
      objectId: 9,
      occurredAt: START,
      propertyName: 'email',
      propertyValue: email,
    },
  ],
  mautic: { 'mautic.email_on_open': [{ stat: { emailAddress: email } }] },
  sendgrid: [{ email, event: 'open', timestamp: START / 1000, sg_event_id: '1' }],
  customerio: {
    event_id: '1',
    object_type: 'email',
    metric: 'opened',
    timestamp: START / 1000,
    data: { identifiers: { email } },
  },
  standard: { type: 'track', event: 'Demo Requested', userId: email, messageId: '1' },
} as const;
const SIGNING = Object.keys(SAYS) as (keyof typeof SAYS)[];
const SECRET_ADDRESS = ['marketo', 'mailchimp', 'brevo'] as const;

describe.each(enginesFor(import.meta.url))('who is behind a webhook, on %s', (engine) => {
  const db = useEngine(engine);
  const scene = () => makeScene(db(), { publicUrl: BASE });
  const stored = async ({ wsId }: Scene) => {
    const events = await db().selectFrom('event').where('ws_id', '=', wsId).selectAll().execute();
    const leads = await db().selectFrom('lead').where('ws_id', '=', wsId).selectAll().execute();
    const intake = await db().selectFrom('intake').where('ws_id', '=', wsId).selectAll().execute();
    return events.length + leads.length + intake.length;
  };
  const without = (tool: Tool, header: string, body: unknown) => {
    const request = tool.request(body);
    const headers = { ...request.headers };
    delete headers[header];
    return { ...request, headers };
  };

  it.each(SIGNING)('%s proves itself by what it signs, on the very bytes', async (kind) => {
    const own = await scene();
    const tool = await connect(own, kind);
    const good = tool.request(SAYS[kind]);
    const text = String(good.body);
    // The same JSON, other bytes; another body; half a signature; none at all.
    const bad = [
      { ...good, body: `${text} ` },
      { ...good, body: text.replace(email, 'eve@acme.example') },
      ...Object.keys(good.headers ?? {}).map((header) => without(tool, header, SAYS[kind])),
      ...Object.entries(good.headers ?? {}).map(([header, value]) => ({
        ...good,
        headers: { ...good.headers, [header]: value.slice(0, -3) },
      })),
      { ...good, headers: {} },
      { ...good, path: `${good.path}/anything` },
    ];
    for (const request of bad) {
      const answer = await own.ask(request);
      expect(answer, JSON.stringify(request)).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
    }
    expect(await stored(own)).toBe(0);
    expect(await own.ask(good)).toMatchObject({ status: 200, body: { success: true } });
    expect(await stored(own)).toBeGreaterThan(0);
  });

  it.each([
    ['hubspot', 5 * MINUTE],
    ['standard', 5 * MINUTE],
    ['sendgrid', 25 * 60 * MINUTE],
    ['customerio', 8 * 24 * 60 * MINUTE],
  ] as const)(
    'a request of %s is good for a while, and recorded ones for ever no news',
    async (kind, window) => {
      const own = await scene();
      const tool = await connect(own, kind);
      const recorded = tool.request(SAYS[kind]);
      const first = await own.ask(recorded);
      expect(first).toMatchObject({ status: 200, body: { duplicates: 0, refused: [] } });
      const before = await stored(own);
      own.clock.now = START + window;
      expect((await own.ask(recorded)).status).toBe(200);
      expect(await stored(own)).toBe(before);
      own.clock.now = START + window + 1000;
      expect((await own.ask(recorded)).status).toBe(401);
      // A clock that runs ahead is none of a sender that should be believed.
      expect((await own.ask(tool.request(SAYS[kind], own.clock.now + 6 * MINUTE))).status).toBe(
        401,
      );
    },
  );

  it.each([
    ['standard', (things: unknown[]) => ({ batch: things })],
    ['marketo', (things: unknown[]) => ({ activities: things })],
    ['mautic', (things: unknown[]) => ({ 'mautic.email_on_open': things })],
  ] as const)('%s cannot bring thousands of things inside of one', async (kind, around) => {
    const own = await scene();
    const tool = await connect(own, kind);
    const answer = await tool.send(around(Array.from({ length: 5_001 }, () => 1)));
    expect(answer).toMatchObject({ status: 200, body: { accepted: 0 } });
    const intake = db().selectFrom('intake').where('ws_id', '=', own.wsId);
    expect(await intake.select('reason').execute()).toEqual([
      { reason: 'The batch is too long. Send at most 5000 items at once.' },
    ]);
    // As many as are allowed are read, and the answer does not list each one that is refused.
    const most = await tool.send(around(Array.from({ length: 5_000 }, () => 1)));
    expect(most).toMatchObject({ status: 200, body: { accepted: 0, moreRefused: 4_900 } });
    expect(Object(most.body).refused).toHaveLength(100);
  });

  it('Mautic has no time in its signature, so a repeat is no news instead', async () => {
    const own = await scene();
    const tool = await connect(own, 'mautic');
    expect((await tool.send(SAYS.mautic)).body).toMatchObject({ accepted: 1, duplicates: 0 });
    own.clock.now += 365 * 24 * 60 * MINUTE;
    expect((await tool.send(SAYS.mautic)).body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it.each(SECRET_ADDRESS)('%s is believed by its address, which is shown once', async (kind) => {
    const own = await scene();
    const tool = await connect(own, kind);
    const body = 'type=campaign';
    for (const path of [
      `/hooks/${tool.sourceId}`,
      `/hooks/${tool.sourceId}/guess`,
      tool.path.slice(0, -1),
    ]) {
      const answer = await own.ask({ path, body });
      expect(answer.status, path).toBe(401);
      expect((await own.ask({ path })).status, path).toBe(401);
    }
    expect(await stored(own)).toBe(0);
    // Mailchimp tries the address with GET before it takes it.
    expect(await own.ask({ path: tool.path })).toMatchObject({ status: 200, body: { ok: true } });
    const kept = await db()
      .selectFrom('source')
      .where('source_id', '=', tool.sourceId)
      .selectAll()
      .execute();
    expect(JSON.stringify(kept)).not.toContain(tool.path.split('/').at(-1));
  });

  it('signatures of one source open no other', async () => {
    const own = await scene();
    const [one, other] = [await connect(own, 'mautic'), await connect(own, 'mautic')];
    const request = one.request(SAYS.mautic);
    expect((await own.ask({ ...request, path: other.path })).status).toBe(401);
    const foreign = await makeScene(db(), { publicUrl: BASE });
    const theirs = await connect(foreign, 'standard');
    expect((await foreign.ask({ ...request, path: theirs.path })).status).toBe(401);
  });

  it('without a secret it waits, and with a new one the old one is over', async () => {
    const own = await scene();
    const token = own.tokens.admin;
    const list = async () => {
      const { body } = await own.ask({ path: '/api/sources', token });
      return (body as { sources: Source[] }).sources;
    };
    const made = await own.ask({
      path: '/api/sources',
      token,
      body: { kind: 'customerio', label: 'Mail' },
    });
    const { sourceId, writeKey, secret, address } = made.body as Record<string, string>;
    expect([writeKey, secret, address]).toEqual([null, null, `${BASE}/hooks/${sourceId}`]);
    const early = await own.ask({ path: `/hooks/${sourceId}`, body: '{}' });
    expect(early).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await list()).find((one) => one.sourceId === sourceId)).toMatchObject({ ready: false });
    const put = (body: object) =>
      own.ask({ path: `/api/sources/${sourceId}`, method: 'PUT', token, body });
    expect((await put({ secret: 'signing-key' })).status).toBe(200);
    const ready = (await list()).find((one) => one.sourceId === sourceId);
    expect(ready).toMatchObject({ ready: true, proof: 'signature', lastAt: null, refused: 0 });

    const tool = await connect(own, 'customerio');
    const request = { ...tool.request(SAYS.customerio), path: `/hooks/${sourceId}` };
    expect((await own.ask(request)).status).toBe(200);
    expect((await list()).find((one) => one.sourceId === sourceId)?.lastAt).toBe(
      new Date(START).toISOString(),
    );
    await put({ secret: 'another-key' });
    expect((await own.ask(request)).status).toBe(401);
    const sealed = await db()
      .selectFrom('source')
      .where('ws_id', '=', own.wsId)
      .selectAll()
      .execute();
    expect(JSON.stringify(sealed)).not.toMatch(/signing-key|another-key/);
  });

  it('a revoked one is told to stop, and an unknown one that it is', async () => {
    const own = await scene();
    const tool = await connect(own, 'mautic');
    const path = `/api/sources/${tool.sourceId}`;
    const token = own.tokens.admin;
    expect((await own.ask({ path, method: 'DELETE', token })).status).toBe(200);
    // Mautic switches the hook off at this.
    expect((await tool.send(SAYS.mautic)).status).toBe(410);
    expect((await own.ask({ path, method: 'DELETE', token })).status).toBe(404);
    for (const address of ['/hooks/nothing', `/hooks/${crypto.randomUUID()}`]) {
      expect((await own.ask({ path: address, body: '{}' })).status).toBe(404);
    }
    const { body } = await own.ask({ path: '/api/audit', token });
    expect((body as { entries: { action: string }[] }).entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['source.made', 'source.revoked']),
    );
  });

  it('a key that cannot be one is refused when it is entered', async () => {
    const own = await scene();
    const add = (kind: string, secret: string) =>
      own.ask({
        path: '/api/sources',
        token: own.tokens.admin,
        body: { kind, label: 'x', secret },
      });
    for (const [kind, secret] of [
      ['sendgrid', 'not a key'],
      ['sendgrid', 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE'],
      ['standard', 'whsec_!'],
      ['segment', 'x'],
      ['marketo', 'x'],
    ] as const) {
      expect(await add(kind, secret), kind).toMatchObject({ status: 400 });
    }
    expect(
      (await add('standard', `whsec_${Buffer.from('x'.repeat(24)).toString('base64')}`)).status,
    ).toBe(200);
  });

  it('what is signed and cannot be read is kept as refused, and not asked for again', async () => {
    const own = await scene();
    for (const kind of SIGNING) {
      const tool = await connect(own, kind);
      const answer = await tool.send('{"half":');
      expect(answer, kind).toMatchObject({ status: 200, body: { accepted: 0 } });
    }
    const { body } = await own.ask({ path: '/api/intake', token: own.tokens.marketer });
    const { refused } = body as { refused: RefusedInput[] };
    expect(refused).toHaveLength(SIGNING.length);
    for (const one of refused) {
      expect(one).toMatchObject({ excerpt: '{"half":', replayable: false });
    }
  });
});

describe('signatures that others made', () => {
  // From SendGrid's own libraries, all of which test with it.
  it('of SendGrid are good', () => {
    const key =
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==';
    expect(publicKey(key)).not.toBeNull();
    const pem = createPublicKey({
      key: Buffer.from(key, 'base64'),
      format: 'der',
      type: 'spki',
    }).export({ format: 'pem', type: 'spki' });
    expect(publicKey(String(pem))).not.toBeNull();
    const headers: Record<string, string> = {
      'x-twilio-email-event-webhook-signature':
        'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
      'x-twilio-email-event-webhook-timestamp': '1600112502',
    };
    const body = `${JSON.stringify([
      {
        email: 'hello@world.com',
        event: 'dropped',
        reason: 'Bounced Address',
        sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA',
        sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
        'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>',
        timestamp: 1600112492,
      },
    ])}\r\n`;
    const request = {
      method: 'POST',
      uri: '',
      header: (name: string) => headers[name],
      bytes: Buffer.from(body),
      now: 1_600_112_502_000,
    };
    expect(sendgrid.proves?.(request, key)).toBe(true);
    expect(sendgrid.proves?.({ ...request, bytes: Buffer.from(body.trim()) }, key)).toBe(false);
  });

  it('of HubSpot are made over an address with these characters decoded, and no others', () => {
    const at = '1790000001000';
    const request = (uri: string, signature: string) => ({
      method: 'POST',
      uri,
      header: (name: string) =>
        name === 'x-hubspot-request-timestamp'
          ? at
          : name === 'x-hubspot-signature-v3'
            ? signature
            : undefined,
      bytes: Buffer.from('[]'),
      now: Number(at),
    });
    const signed = createHmac('sha256', 'secret')
      .update(`POST${BASE}/hooks/a:b@c?x=1%202&y=(d)[]${at}`)
      .digest('base64');
    const uri = `${BASE}/hooks/a%3Ab%40c?x=1%202&y=%28d%29`;
    expect(hubspot.proves?.(request(uri, signed), 'secret')).toBe(true);
    expect(hubspot.proves?.(request(uri.replace('%20', '%21'), signed), 'secret')).toBe(false);
  });
});
