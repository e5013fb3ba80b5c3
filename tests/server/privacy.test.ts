import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { personAnswer, personExport, retentionAnswer } from '../../lib/contract/privacy.ts';
import { eventKind } from '../../lib/contract/words.ts';
import {
  flagItem,
  registrationItem,
  resolutionItem,
  verdictItem,
} from '../../lib/feedback/items.ts';
import type { Message } from '../../server/ingest/message.ts';
import { writeNews } from '../../server/ingest/write.ts';
import { currentDefinition } from '../../server/leads/definition.ts';
import { casesOf } from '../../server/learning/cases.ts';
import { latestErasure } from '../../server/privacy/marks.ts';
import { ERASED, UNDATED } from '../../server/privacy/old-news.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { importing } from './support/importing.ts';
import { aRecord, DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const eve = 'eve.adams@acme.example';
const ana = 'ana@acme.example';
const HERS = /\beve[.s]|\bEve\b/;

describe.each(enginesFor(import.meta.url))('privacy, on %s', (engine) => {
  const db = useEngine(engine);

  const view = (title: string, who: object, at: number) => ({
    type: 'page',
    messageId: randomUUID(),
    timestamp: new Date(at).toISOString(),
    properties: { title, note: `of ${JSON.stringify(who)}` },
    ...who,
  });
  const by = (email: string) => ({ context: { traits: { email } } });
  const find = async (scene: Scene, email: string) =>
    personAnswer.parse(
      (await scene.ask({ path: '/api/privacy/find', token: scene.tokens.admin, body: { email } }))
        .body,
    );
  const erase = (scene: Scene, leadId: string, email: string | null) =>
    scene.ask({
      path: '/api/privacy/erase',
      token: scene.tokens.admin,
      body: { leadId, email },
    });
  /** Everything in the database, as text, but what was erased is known by. */
  const everything = async ({ wsId }: Scene) => {
    const { rows } = await sql<{ tablename: string }>`select tablename from pg_tables
      where schemaname = 'public'`.execute(db());
    const all: string[] = [];
    for (const { tablename } of rows) {
      const content = await sql<{
        row: string;
      }>`select t::text as row from ${sql.table(tablename)} t`.execute(db());
      all.push(
        ...content.rows.map(({ row }) => `${tablename} ${row}`).filter((row) => row.includes(wsId)),
      );
    }
    return all;
  };

  const shown = (rows: string[]) =>
    rows.filter((row) => HERS.test(row)).map((row) => row.slice(0, 200));

  /** Eve has done everything that leaves a trace. */
  const eves = async () => {
    const scene = await makeScene(db());
    const { rep, marketer } = scene.tokens;
    await scene.send(
      { type: 'identify', anonymousId: 'eves-browser', traits: { email: eve, name: 'Eve Adams' } },
      view('one', { anonymousId: 'eves-browser' }, START - 2 * HOUR),
    );
    await scene.send(view('two', { userId: 'eves-account' }, START - HOUR));
    await scene.send({ type: 'identify', userId: 'eves-account', traits: { email: eve } });
    const record = aRecord();
    await scene.say(rep, registrationItem(record, { name: 'Eve Adams', email: eve }, scene.tools));
    const card = await scene.card(eve);
    const said = {
      verdict: 'rejected',
      reason: 'student',
      note: 'Eve is one',
      until: null,
    } as const;
    const verdict = verdictItem(card, said, scene.tools);
    await scene.say(rep, verdict);
    await scene.say(
      rep,
      flagItem(
        card,
        { flag: 'score_too_high', ruleId: null, fault: null, note: 'Eve?' },
        scene.tools,
      ),
    );
    const answer = { leadId: card.leadId, feedbackId: verdict.id, resolution: 'kept' } as const;
    await scene.say(marketer, resolutionItem({ ...answer, reply: 'Eve said so' }, scene.tools));
    return { scene, card, record };
  };

  it('finds one person, and hands out everything about them in one file', async () => {
    const { scene, card } = await eves();
    const { person, erasedAt } = await find(scene, ' Eve.Adams@ACME.example ');
    expect(erasedAt).toBeNull();
    expect(person).toMatchObject({
      leadId: card.leadId,
      name: 'Eve Adams',
      events: 2,
      feedback: 3,
    });
    expect(person?.names).toEqual(
      expect.arrayContaining([`email:${eve}`, 'anon:eves-browser', 'user:eves-account']),
    );
    expect(await find(scene, ana)).toEqual({ person: null, erasedAt: null });
    const path = `/api/privacy/people/${card.leadId}`;
    const answer = await scene.ask({ path, token: scene.tokens.admin });
    expect(answer.headers.get('content-disposition')).toContain(`person-${card.leadId}.json`);
    const file = personExport.parse(answer.body);
    expect(file.person).toMatchObject({ name: 'Eve Adams', email: eve });
    expect(file.events.map(({ props }) => (props as { properties: object }).properties)).toEqual([
      { title: 'one', note: 'of {"anonymousId":"eves-browser"}' },
      { title: 'two', note: 'of {"userId":"eves-account"}' },
    ]);
    expect(file.feedback).toHaveLength(3);
    expect(file.feedback[0]).toMatchObject({ by: 'Ben' });
    expect(file.resolutions).toMatchObject([{ reply: 'Eve said so', by: 'Ines' }]);
    expect(file.merges).toHaveLength(1);
    expect(file.parts).toHaveLength(2);
    expect(file.score).toMatchObject({
      points: expect.any(Number),
      verdicts: [{ verdict: 'rejected' }],
    });
  });

  it('erases one person from everywhere, and nobody else', async () => {
    const { scene, card, record } = await eves();
    const { wsId } = scene;
    await scene.send(view('hers', by(ana), START - HOUR), {
      type: 'identify',
      traits: { email: ana, name: 'Ana' },
    });
    await leaveElsewhere(scene);
    const others = (await everything(scene)).filter(
      (row) => /ana@|Ana/.test(row) && !row.startsWith('import_job'),
    ).length;
    expect((await everything(scene)).filter((row) => HERS.test(row)).length).toBeGreaterThan(10);

    expect(await erase(scene, card.leadId, ana)).toMatchObject({ status: 400 });
    expect(await erase(scene, card.leadId, null)).toMatchObject({ status: 400 });
    const answer = await erase(scene, card.leadId, eve);
    expect(answer).toMatchObject({ status: 200, body: { events: 2, feedback: 2 } });
    expect(await erase(scene, card.leadId, eve)).toMatchObject({ status: 404 });

    expect(shown(await everything(scene))).toEqual([]);
    expect((await everything(scene)).filter((row) => row.includes(card.leadId))).toEqual(
      (await everything(scene)).filter(
        (row) => row.startsWith('change ') && row.includes(card.leadId),
      ),
    );
    expect(
      (await everything(scene)).filter(
        (row) => /ana@|Ana/.test(row) && !row.startsWith('import_job'),
      ),
    ).toHaveLength(others);
    const [chunk] = await db()
      .selectFrom('import_chunk')
      .where('ws_id', '=', wsId)
      .select(['body', 'chars'])
      .execute();
    const file = gunzipSync(chunk?.body ?? '').toString();
    expect(file).toHaveLength(chunk?.chars ?? 0);
    expect(file).toBe(
      'E-Mail,Name\nxxxxxxxxxxxxxxxxxxxxxx,xxx xxxxx\nana@acme.example,Ana\n'.replace(
        'xxx xxxxx',
        'xxxxxxxxx',
      ),
    );
    expect(
      (await scene.ask({ path: `/api/leads/${card.leadId}`, token: scene.tokens.rep })).status,
    ).toBe(404);
    expect(await scene.find(record)).toEqual({ found: false });
    expect(await find(scene, eve)).toMatchObject({ person: null, erasedAt: expect.any(String) });
    const audit = await db()
      .selectFrom('audit')
      .where('ws_id', '=', wsId)
      .where('action', '=', 'lead.erased')
      .select('what')
      .execute();
    expect(audit).toHaveLength(1);
  });

  it('looks somebody up again who was erased while news of them was on its way', async () => {
    const scene = await makeScene(db());
    await scene.send(view('one', by(ana), START));
    const definition = await currentDefinition(db(), scene.wsId);
    const { leadId } = await scene.card(ana);
    const about = (at: number, idents: string[]): Message => ({
      ...{ messageId: null, event: null, at },
      who: { idents, email: null, at },
      said: null,
    });
    const gone = about(START, [`email:${eve}`]);
    const news = [
      { leadId: randomUUID(), messages: [gone] },
      { leadId, messages: [about(START, [`email:${ana}`])] },
    ];
    const written = await writeNews(scene.store, scene.wsId, news, definition);
    expect(written).toEqual({ fresh: 0, gone: [gone] });
  });

  it('answers whoever tells of somebody in the moment they are erased', async () => {
    const scene = await makeScene(db());
    for (let round = 0; round < 8; round++) {
      // Two names of two leads: they are looked up, joined, and only then written to.
      await scene.send(
        view('one', by(eve), START),
        view('two', { anonymousId: `v${round}` }, START),
      );
      const { leadId } = await scene.card(eve);
      scene.clock.now += MINUTE;
      const identify = { type: 'identify', messageId: randomUUID(), traits: { email: eve } };
      const [, sent] = await Promise.all([
        erase(scene, leadId, eve),
        scene.send({ ...identify, anonymousId: `v${round}` }, view('three', by(eve), START)),
      ]);
      expect(sent.accepted + sent.duplicates + sent.refused.length).toBe(2);
      scene.clock.now += MINUTE;
    }
  });

  it('keeps counts: how many verdicts there were, with which reason, in which month, from where', async () => {
    const { scene, card } = await eves();
    const counts = async () => {
      const feedback = await db()
        .selectFrom('feedback')
        .where('ws_id', '=', scene.wsId)
        .where('kind', '=', 'verdict')
        .select(['verdict', 'reason_label', 'order_at'])
        .execute();
      const leads = await db()
        .selectFrom('lead')
        .innerJoin('feedback', 'feedback.lead_id', 'lead.lead_id')
        .where('lead.ws_id', '=', scene.wsId)
        .where('feedback.kind', '=', 'verdict')
        .select(['lead.first_source', 'lead.stage'])
        .execute();
      const month = (at: Date) => at.toISOString().slice(0, 7);
      return {
        feedback: feedback.map(({ order_at, ...rest }) => ({ ...rest, month: month(order_at) })),
        leads,
        cases: (await casesOf(db(), scene.wsId)).map(({ verdict, reason, at, memberId }) => ({
          ...{ verdict, reason, memberId },
          month: month(new Date(at)),
        })),
      };
    };
    const before = await counts();
    expect(before.cases).toHaveLength(1);
    await erase(scene, card.leadId, eve);
    expect(await counts()).toEqual(before);
    // Background work takes what stays for what it is, also under rules that tell events apart otherwise.
    await scene.work();
    expect(await counts()).toEqual(before);
    const [left] = await casesOf(db(), scene.wsId);
    expect(Object.values(left?.lead.fit ?? {}).every((value) => value === null)).toBe(true);
    expect(left?.at).toBe(Date.UTC(2026, 10, 1));
    // Nobody comes upon it.
    const path = `/api/leads/${left?.leadId}`;
    expect((await scene.ask({ path, token: scene.tokens.admin })).status).toBe(404);
    const review = await scene.ask({
      path: '/api/review/queue',
      token: scene.tokens.marketer,
      body: { filter: { state: 'answered' } },
    });
    expect(review).toMatchObject({ status: 200, body: { lines: [] } });
  });

  it('does not let old events bring anybody back, and lets them come anew', async () => {
    const { scene, card } = await eves();
    await erase(scene, card.leadId, eve);
    const again = await scene.send(
      view('old', by(eve), START - HOUR),
      view('old too', { userId: 'eves-account' }, START - HOUR),
      view('not hers', by(ana), START - HOUR),
      { ...view('old browser', { anonymousId: 'eves-browser' }, START - HOUR), messageId: 'm1' },
    );
    expect(again).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(again.refused.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'This is from before the person was erased, so it is not kept.'],
      [1, 'This is from before the person was erased, so it is not kept.'],
      [3, 'This is from before the person was erased, so it is not kept.'],
    ]);
    expect(again.refused[2]?.messageId).toBe('m1');
    expect(shown(await everything(scene))).toEqual([]);
    const late = registrationItem(aRecord(), { name: 'Eve Adams', email: eve }, scene.tools);
    expect(
      await scene.say(scene.tokens.rep, { ...late, madeAt: new Date(START - HOUR).toISOString() }),
    ).toMatchObject({
      results: [{ outcome: 'refused' }],
    });
    scene.clock.now += HOUR;
    expect(await scene.send(view('new', by(eve), scene.clock.now - MINUTE))).toMatchObject({
      accepted: 1,
      refused: [],
    });
    const fresh = await scene.card(eve);
    expect(fresh.leadId).not.toBe(card.leadId);
    expect(fresh.counts.all).toBe(1);
  });

  it('does not let a list without dates bring anybody back, and lets a dated row', async () => {
    const { scene, card } = await eves();
    await erase(scene, card.leadId, eve);
    scene.clock.now += HOUR;
    const files = importing(scene);
    const job = await files.tried('old-list.csv', `Email,Name\n${eve},Eve Adams\n${ana},Ana\n`);
    const reason = UNDATED;
    expect(job).toMatchObject({ counts: { accepted: 1, refused: 1 }, reasons: [{ reason }] });
    await files.written(job.importId);
    expect((await find(scene, eve)).person).toBeNull();
    expect(shown(await everything(scene))).toEqual([]);
    const archive = JSON.stringify({ type: 'identify', traits: { email: eve } });
    expect(await files.tried('archive.ndjson', `${archive}\n`)).toMatchObject({
      format: 'segment-messages',
      counts: { accepted: 0, refused: 1 },
      reasons: [{ reason }],
    });
    const dated = (at: number) =>
      files.tried('dated.csv', `Email,Name,Date\n${eve},Eve Adams,${new Date(at).toISOString()}\n`);
    expect(await dated(START - HOUR)).toMatchObject({ reasons: [{ reason: ERASED }] });
    await files.written((await dated(scene.clock.now - MINUTE)).importId);
    expect((await scene.card(eve)).leadId).not.toBe(card.leadId);
  });

  it('leaves no name behind that was claimed when its lead was gone', async () => {
    const scene = await makeScene(db());
    const { send, work, clock, wsId } = scene;
    await send({ type: 'identify', anonymousId: 'eves-browser', traits: { email: eve } });
    const { leadId } = await scene.card(eve);
    // A lead gets its address before that is claimed as a name.
    const name = { ident: `email:${eve}`, ws_id: wsId, lead_id: leadId };
    const named = () =>
      db().selectFrom('identity').where('ws_id', '=', wsId).select('ident').execute();
    await db()
      .deleteFrom('identity')
      .where('ident', '=', name.ident)
      .where('ws_id', '=', wsId)
      .execute();
    expect((await erase(scene, leadId, eve)).status).toBe(200);
    await db().insertInto('identity').values(name).execute();
    await work();
    expect(await named()).toEqual([{ ident: name.ident }]);
    clock.now += 2 * MINUTE;
    await work();
    expect(await named()).toEqual([]);
    expect((await find(scene, eve)).erasedAt).not.toBeNull();
  });

  it('looks again a minute later for what slipped in, then forgets the names', async () => {
    const { scene, card } = await eves();
    // As another process would that has not heard of it yet: it goes by what it read a moment ago.
    await latestErasure(scene.store.db, scene.wsId);
    await erase(scene, card.leadId, eve);
    const { send, work, clock } = scene;
    await db().deleteFrom('erased').where('ws_id', '=', scene.wsId).execute();
    await send(view('slipped in', by(eve), START - HOUR));
    await send(view('new', { anonymousId: 'eves-browser' }, START + 1));
    await send(view('slipped in too', { anonymousId: 'eves-browser' }, START - HOUR));
    expect((await find(scene, eve)).person).toMatchObject({ events: 1 });
    await work();
    expect((await find(scene, eve)).person).toMatchObject({ events: 1 });
    clock.now += 2 * MINUTE;
    await work();
    expect((await find(scene, eve)).person).toBeNull();
    const titles = await db()
      .selectFrom('event')
      .where('ws_id', '=', scene.wsId)
      .select('title')
      .execute();
    expect(titles).toEqual([{ title: 'new' }]);
    const rows = await db()
      .selectFrom('erasure')
      .where('ws_id', '=', scene.wsId)
      .select(['names', 'swept_at'])
      .execute();
    expect(rows).toEqual([{ names: null, swept_at: new Date(clock.now) }]);
  });

  it('finishes an erasure although another one cannot be, nor anybody be scored', async () => {
    const { scene, card } = await eves();
    const { wsId, clock, work } = scene;
    const unreadable = { ws_id: wsId, erasure_id: randomUUID(), at: new Date(START - DAY) };
    await db()
      .insertInto('erasure')
      .values({ ...unreadable, names: 'sealed with another key' })
      .execute();
    await erase(scene, card.leadId, eve);
    clock.now += 2 * MINUTE;
    await sql`alter table rescoring rename to rescoring_away`.execute(db());
    await work().finally(() => sql`alter table rescoring_away rename to rescoring`.execute(db()));
    const rows = await db()
      .selectFrom('erasure')
      .where('ws_id', '=', wsId)
      .select(['erasure_id', 'swept_at'])
      .orderBy('at')
      .execute();
    expect(rows).toEqual([
      { erasure_id: unreadable.erasure_id, swept_at: null },
      { erasure_id: expect.any(String), swept_at: new Date(clock.now) },
    ]);
  });

  it('takes names out of merges of others that they came along with before', async () => {
    const scene = await makeScene(db());
    const { send, clock, ask, tokens, wsId } = scene;
    await send({ type: 'identify', traits: { email: ana } });
    await send(view('b', { userId: 'u1' }, START));
    await send(view('e', { anonymousId: 'eves-browser' }, START));
    await send(view('e and b', { userId: 'u1', anonymousId: 'eves-browser' }, START));
    clock.now += HOUR;
    await send({
      type: 'identify',
      userId: 'u1',
      anonymousId: 'eves-browser',
      traits: by(ana).context.traits,
    });
    const merges = () =>
      db().selectFrom('lead_merge').where('ws_id', '=', wsId).selectAll().orderBy('at').execute();
    const [inner] = await merges();
    const path = `/api/merges/${inner?.merge_id}/undo`;
    await ask({ path, method: 'POST', token: tokens.marketer, body: {} });
    const visitor = await db()
      .selectFrom('identity')
      .where('ident', '=', 'anon:eves-browser')
      .where('ws_id', '=', wsId)
      .select('lead_id')
      .executeTakeFirstOrThrow();
    const before = await merges();
    expect(before).toHaveLength(2);
    expect(before[1]?.names).toContain('anon:eves-browser');
    expect((await erase(scene, visitor.lead_id, null)).status).toBe(200);
    expect(await merges()).toMatchObject([{ names: ['user:u1'], because: { to: `email:${ana}` } }]);
  });

  it('asks nothing of the database for batches that nobody erased can be in', async () => {
    const scene = await makeScene(db());
    await scene.send(view('first', by(ana), START));
    const asked: string[] = [];
    const original = scene.store.db.selectFrom.bind(scene.store.db);
    scene.store.db.selectFrom = ((table: never) => {
      asked.push(String(table));
      return original(table);
    }) as never;
    await scene.send(view('second', by(ana), START));
    expect(asked.filter((table) => table === 'erased' || table === 'erasure')).toEqual([]);
  });

  it('keeps each kind of event as long as administrators say, and scores again what is left', async () => {
    const scene = await makeScene(db());
    const { admin } = scene.tokens;
    await scene.send(
      view('old', by(ana), START - 40 * DAY),
      view('recent', by(ana), START - DAY),
      { type: 'track', event: 'Demo Requested', timestamp: new Date(START - 40 * DAY), ...by(ana) },
      view('old', by(eve), START - 40 * DAY),
    );
    const points = (await scene.card(ana)).score.points;
    const path = '/api/privacy/retention';
    const before = retentionAnswer.parse((await scene.ask({ path, token: admin })).body);
    expect(before).toMatchObject({ due: 0, sweptAt: null, days: { page_viewed: null } });
    const days = { ...before.days, page_viewed: 30 };
    const put = await scene.ask({ path, method: 'PUT', token: admin, body: { days } });
    expect(put).toMatchObject({ status: 200, body: { due: 2, days: { page_viewed: 30 } } });
    const gone = { ws_id: scene.wsId, name: 'Eve', email: eve, role: 'rep', kind: 'code' } as const;
    const month = (n: number) => new Date(START - n * 31 * DAY);
    const invite = (expires_at: Date) => ({
      ...{ ...gone, code_hash: randomUUID(), invite_id: randomUUID(), setup: false },
      ...{ created_at: month(3), expires_at },
    });
    await db()
      .insertInto('invite')
      .values([invite(month(2)), invite(month(-1))])
      .execute();
    await scene.work();
    const invites = db().selectFrom('invite').where('ws_id', '=', scene.wsId);
    expect(await invites.select('expires_at').execute()).toEqual([{ expires_at: month(-1) }]);
    const after = retentionAnswer.parse((await scene.ask({ path, token: admin })).body);
    expect(after).toMatchObject({ due: 0, sweptAt: new Date(START).toISOString() });
    const card = await scene.card(ana);
    expect(card.counts.all).toBe(2);
    expect(card.score.points).toBeLessThanOrEqual(points);
    expect((await scene.card(eve)).counts.all).toBe(0);
    const run = await db()
      .selectFrom('retention_run')
      .where('ws_id', '=', scene.wsId)
      .select('deleted')
      .executeTakeFirstOrThrow();
    expect(run.deleted).toBe(2);
    // A month later the other one has its day.
    scene.clock.now += 30 * DAY;
    await scene.work();
    expect((await scene.card(ana)).counts.all).toBe(1);
    const audit = await scene.db
      .selectFrom('audit')
      .where('ws_id', '=', scene.wsId)
      .where('action', '=', 'retention.changed')
      .select('what')
      .execute();
    expect(audit).toEqual([{ what: 'page_viewed 30 days; the rest for ever' }]);
    const bad = { days: { ...days, page_viewed: 0 } };
    expect((await scene.ask({ path, method: 'PUT', token: admin, body: bad })).status).toBe(400);
    expect(Object.keys(before.days).sort()).toEqual([...eventKind.options].sort());
  });

  /** What could not be read and what was imported speak of her, too. */
  async function leaveElsewhere({ wsId }: Scene): Promise<void> {
    const at = new Date(START);
    const intake = { ws_id: wsId, source_id: randomUUID(), at, item: null };
    await db()
      .insertInto('intake')
      .values([
        { ...intake, intake_id: randomUUID(), reason: 'no type', excerpt: `{"userId":"${eve}"}` },
        { ...intake, intake_id: randomUUID(), reason: 'no type', excerpt: `{"userId":"${ana}"}` },
      ])
      .execute();
    const importId = randomUUID();
    const file = `E-Mail,Name\n${eve},Eve Adams\n${ana},Ana\n`;
    const columns = [{ name: 'E-Mail', examples: [eve, ana] }];
    await db()
      .insertInto('import_job')
      .values({
        ...{ import_id: importId, ws_id: wsId, file_name: 'leads.csv', state: 'done', kind: 'csv' },
        ...{ delimiter: ',', format: null, mapping: null, columns: JSON.stringify(columns) },
        ...{ total: file.length, heard_at: at, position: 0, row_no: 0, date_order: null, rows: 2 },
        ...{ accepted: 1, refused: 1, people: 1, events: 0, reasons: '[]', pending: null },
        ...{ problem: null, member_id: null, by_name: null, started_at: at },
      })
      .execute();
    const row = { import_id: importId, ws_id: wsId };
    await db()
      .insertInto('import_chunk')
      .values({ ...row, starts_at: 0, chars: file.length, body: gzipSync(file) })
      .execute();
    await db()
      .insertInto('import_refused')
      .values([
        { ...row, row_no: 2, reason: 'no date', cells: JSON.stringify([eve, 'Eve Adams']) },
        { ...row, row_no: 3, reason: 'no date', cells: JSON.stringify([ana, 'Ana']) },
      ])
      .execute();
  }
});
