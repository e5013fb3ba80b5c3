import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';
import { resolutionItem, verdictItem } from '../../lib/feedback/items.ts';
import { exportCommand } from '../../server/cli/export.ts';
import { openDatabase } from '../../server/db/database.ts';
import { strangeNames } from '../../server/export/segment.ts';
import { enginesFor, useEngine, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { aRecord, DAY, makeScene, type Scene } from './support/scene.ts';

/** Everything a website, a mail tool and a product send, well and badly. */
const STORY = (email: string, at: (days: number) => string) => [
  {
    type: 'page',
    anonymousId: 'v1',
    timestamp: at(20),
    context: {
      page: {
        url: 'https://acme.example/pricing?utm_campaign=Spring&utm_source=ads',
        title: 'Pricing',
        path: '/pricing',
      },
    },
  },
  {
    type: 'page',
    anonymousId: 'v1',
    name: 'Docs',
    timestamp: at(19),
    properties: { url: 'https://acme.example/docs', title: 'All docs' },
  },
  { type: 'screen', anonymousId: 'v2', name: 'Home', timestamp: at(18) },
  {
    type: 'identify',
    anonymousId: 'v1',
    userId: 'u1',
    timestamp: at(15),
    traits: {
      email,
      name: 'Ana',
      title: 'CTO',
      company: 'Acme',
      employees: '51-200',
      country: 'DE',
    },
  },
  { type: 'identify', anonymousId: 'v2', userId: 'u1', timestamp: at(14) },
  {
    type: 'track',
    userId: 'u1',
    event: 'Form Submitted',
    timestamp: at(14),
    properties: { form_name: 'Contact us', url: 'https://acme.example/contact' },
  },
  {
    type: 'track',
    userId: 'u1',
    event: 'emailDelivered',
    timestamp: at(13),
    properties: { email_id: 'm1', email_subject: 'News' },
  },
  {
    type: 'track',
    userId: 'u1',
    event: 'Email Opened',
    timestamp: at(12),
    properties: { email_id: 'm1', email_subject: 'News' },
    context: { userAgent: 'GoogleImageProxy' },
  },
  {
    type: 'track',
    userId: 'u1',
    event: 'Email Link Clicked',
    timestamp: at(11),
    properties: { email_id: 'm1', link_url: 'https://www.acme.example/guide' },
  },
  {
    type: 'track',
    userId: 'u1',
    event: 'Content Downloaded',
    timestamp: at(10),
    properties: { title: 'Guide' },
    context: { campaign: { name: 'Spring', source: 'mail', term: 'x' } },
  },
  {
    type: 'track',
    userId: 'u1',
    event: 'Webinar Attended',
    timestamp: at(9),
    properties: { webinar: { title: 'Live' } },
  },
  {
    type: 'track',
    userId: 'u1',
    event: 'Something Odd',
    timestamp: at(8),
    properties: { label: 'x', deep: { a: [1, { b: null }] } },
  },
  {
    type: 'track',
    userId: 'u1',
    event: 'Demo Requested',
    timestamp: at(7),
    properties: { plan: '=1+1' },
  },
  { type: 'track', userId: 'u1', event: 'Trial Started', timestamp: 'yesterday' },
];

const WHAT = [
  'kind',
  'name',
  'title',
  'path',
  'url',
  'campaign',
  'channel',
  'mail',
  'machine',
] as const;

describe('a name for every kind of event', () => {
  it('comes back as that kind', () => expect(strangeNames()).toEqual([]));
});

describe.each(enginesFor(import.meta.url))('exports, on %s', (engine) => {
  const db = useEngine(engine);

  const exported = async ({ app, tokens }: Scene, path: string) => {
    const headers = { authorization: `Bearer ${tokens.admin}` };
    const answer = await app.request(`/api/export/${path}`, { headers });
    expect(answer.status).toBe(200);
    return { text: await answer.text(), headers: answer.headers };
  };
  const objects = (text: string) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const told = async (scene: Scene) => {
    const at = (days: number) => new Date(scene.clock.now - days * DAY).toISOString();
    await scene.send(...STORY('ana@acme.example', at));
    await scene.send({
      type: 'track',
      anonymousId: 'v9',
      event: 'Demo Requested',
      timestamp: at(1),
    });
    return scene;
  };
  const eventsOf = async ({ wsId }: Scene) => {
    const rows = await db()
      .selectFrom('event')
      .where('ws_id', '=', wsId)
      .select([...WHAT, 'at', 'props'])
      .orderBy('at')
      .orderBy('name')
      .execute();
    return rows.map(({ props, ...row }) => ({
      ...row,
      properties: (props as { properties: unknown }).properties,
    }));
  };

  it('of events make the same events and the same score in another store', async () => {
    const here = await told(await makeScene(db()));
    const there = await makeScene(db());
    const { text, headers } = await exported(here, 'events');
    expect(headers.get('content-type')).toBe('application/x-ndjson');
    expect(headers.get('content-disposition')).toContain('truce-events-2026-11-22.ndjson');
    const messages = objects(text);
    const answer = await there.send(...messages);
    expect(answer).toMatchObject({ accepted: messages.length, duplicates: 0, refused: [] });
    expect(await eventsOf(there)).toEqual(await eventsOf(here));
    const [was, is] = [await here.card('ana@acme.example'), await there.card('ana@acme.example')];
    expect(is.who).toEqual(was.who);
    expect(is.score).toEqual(was.score);
    expect(is.counts).toEqual(was.counts);
    // What a visitor does next is theirs there too.
    await there.send({ type: 'page', anonymousId: 'v2', name: 'Again' });
    expect((await there.card('ana@acme.example')).counts.all).toBe(was.counts.all + 1);
    // Taken in again, it changes nothing.
    const events = messages.filter(({ type }) => type !== 'identify').length;
    expect(await there.send(...messages)).toMatchObject({ duplicates: events });
    // And what comes out of there is what went in.
    const again = objects((await exported(there, 'events')).text);
    const plain = (all: { type: string; event?: string }[]) =>
      all.map(({ type, event }) => `${type} ${event ?? ''}`).toSorted();
    expect(plain(again).filter((line) => !line.startsWith('page'))).toEqual(
      plain(messages).filter((line) => !line.startsWith('page')),
    );
  });

  it('keep events of other doors as they were counted', async () => {
    const here = await told(await makeScene(db()));
    const there = await makeScene(db());
    // As an importer may have written them: no words of Segment's in what was sent.
    await db()
      .updateTable('event')
      .set({ props: '{"event": null, "properties": {}}', machine: true })
      .where('ws_id', '=', here.wsId)
      .where('kind', 'in', ['email_clicked', 'webinar_attended', 'content_downloaded'])
      .execute();
    await there.send(...objects((await exported(here, 'events')).text));
    const seen = (all: Awaited<ReturnType<typeof eventsOf>>) =>
      all.map(({ properties: _, ...rest }) => rest);
    expect(seen(await eventsOf(there))).toEqual(seen(await eventsOf(here)));
  });

  it('of more than one page hold everything once, in order', async () => {
    const scene = await makeScene(db());
    const people = Array.from({ length: 620 }, (_, n) => ({
      type: 'track',
      userId: `p${n}`,
      event: 'Demo Requested',
    }));
    await scene.send(...people);
    await scene.send(
      ...Array.from({ length: 1100 }, (_, n) => ({ type: 'track', userId: 'p7', event: `E${n}` })),
    );
    const leads = objects((await exported(scene, 'leads')).text);
    const ids = leads.map(({ leadId }) => leadId);
    expect(ids).toHaveLength(620);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    const events = objects((await exported(scene, 'events')).text);
    const messageIds = events.map(({ messageId }) => messageId);
    expect(new Set(messageIds).size).toBe(620 + 620 + 1100);
    expect(messageIds).toHaveLength(620 + 620 + 1100);
    const csv = Papa.parse<string[]>((await exported(scene, 'events?format=csv')).text.trimEnd());
    expect(csv.errors).toEqual([]);
    expect(csv.data).toHaveLength(1 + 620 + 1100);
    // Broken off, it does not go on reading.
    const headers = { authorization: `Bearer ${scene.tokens.admin}` };
    const answer = await scene.app.request('/api/export/events', { headers });
    const reader = answer.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
  });

  it('as tables run nothing in a spreadsheet, and read back as they were', async () => {
    const scene = await makeScene(db());
    const evil = [
      '=HYPERLINK("http://x.example")',
      '+1',
      '-2',
      '@SUM(1)',
      '\tx',
      'a "quoted", one\nline',
    ];
    await scene.send(
      ...evil.map((name, n) => ({
        type: 'identify',
        userId: `u${n}`,
        traits: { name: `${n}`, title: name, company: name },
      })),
    );
    const { text, headers } = await exported(scene, 'leads?format=csv');
    expect(headers.get('content-type')).toContain('text/csv');
    const { data } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
    const titles = data
      .toSorted((a, b) => Number(a.name) - Number(b.name))
      .map(({ title }) => title);
    expect(titles.slice(0, 4)).toEqual(evil.slice(0, 4).map((cell) => `'${cell}`));
    for (const row of data) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(titles[5]).toContain('"quoted"');
  });

  it('of feedback and definitions are whole, for administrators only, and written down', async () => {
    const scene = await told(await makeScene(db()));
    await scene.find(aRecord(), { email: 'ana@acme.example' });
    const card = await scene.card('ana@acme.example');
    const choice = { verdict: 'rejected', reason: 'student', note: '=cmd', until: null } as const;
    const item = verdictItem(card, choice, scene.tools);
    await scene.say(scene.tokens.rep, item);
    const of = {
      leadId: card.leadId,
      feedbackId: item.id,
      resolution: 'kept',
      reply: 'Why?',
    } as const;
    await scene.say(scene.tokens.marketer, resolutionItem(of, scene.tools));
    const [said] = objects((await exported(scene, 'feedback')).text);
    expect(said).toMatchObject({
      leadId: card.leadId,
      feedbackId: item.id,
      verdict: 'rejected',
      by: 'Ben',
      item: { snapshot: { points: card.score.points } },
      answers: [{ resolution: 'kept', reply: 'Why?', by: 'Ines' }],
    });
    const csv = (await exported(scene, 'feedback?format=csv')).text;
    expect(csv).toContain(`'=cmd`);
    const [definition] = objects((await exported(scene, 'definitions')).text);
    expect(definition).toMatchObject({ definition: { version: 1 } });
    const path = '/api/export/leads';
    expect((await scene.ask({ path, token: scene.tokens.marketer })).status).toBe(403);
    const token = scene.tokens.admin;
    expect((await scene.ask({ path: '/api/export/people', token })).status).toBe(400);
    expect((await scene.ask({ path: `${path}?format=xlsx`, token })).status).toBe(400);
    const deeds = await db()
      .selectFrom('audit')
      .where('ws_id', '=', scene.wsId)
      .where('action', '=', 'data.exported')
      .select('what')
      .execute();
    expect(deeds.map(({ what }) => what).toSorted()).toEqual([
      'definitions (ndjson)',
      'feedback (csv)',
      'feedback (ndjson)',
    ]);
  });
});

describe('the command', () => {
  const server = usePostgres();

  it('writes a file, or says how it is used', async () => {
    const databaseUrl = await createDatabase(server());
    const words: string[] = [];
    const to = () =>
      new Writable({
        write: (chunk, _, done) => {
          words.push(String(chunk));
          done();
        },
      });
    const io = {
      env: { DATABASE_URL: databaseUrl },
      out: to(),
      err: to(),
      in: Readable.from([]),
      stopping: new AbortController().signal,
    };
    expect(await exportCommand(['people'], io)).toBe(2);
    expect(words.join('')).toContain('Use: export');
    const opened = await openDatabase({ databaseUrl, dataDir: '', onError: () => {} });
    if (!opened.ok) throw new Error(opened.problem.detail);
    const scene = await makeScene(opened.value.db);
    await scene.send({ type: 'track', userId: 'u1', event: 'Demo Requested' });
    await opened.value.close();
    const file = join(tmpdir(), `truce-export-${process.pid}.ndjson`);
    onTestFinished(() => rm(file, { force: true }));
    expect(await exportCommand(['events', '--out', file], io)).toBe(0);
    expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
    words.length = 0;
    expect(await exportCommand(['leads', '--format', 'csv', '--workspace', 'Tidewell'], io)).toBe(
      0,
    );
    expect(words.join('')).toContain('lead_id,email');
  });
});
