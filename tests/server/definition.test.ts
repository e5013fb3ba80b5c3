import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AgreedDraft, DefinitionsAnswer, Side } from '../../lib/contract/agreement.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { AuditPage, TeamAnswer } from '../../lib/contract/people.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { startDue } from '../../server/definitions/start-due.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { proposed, published, putInForce, signedByBoth } from './support/in-force.ts';
import { DAY, HOUR, makeScene, type Scene, START } from './support/scene.ts';

const iso = (at: number) => new Date(at).toISOString();
const dayOf = (at: number) => iso(at).slice(0, 10);
const withLine = (mqlAt: number): LeadDefinition => ({ ...gitlabPreset, mqlAt });

describe.each(enginesFor(import.meta.url))('the definition, on %s', (engine) => {
  const db = useEngine(engine);
  // Every test is a process of its own.
  beforeEach(async () => void (await db().deleteFrom('lease').execute()));

  /** What people at the desk do with drafts. */
  const desk = (scene: Scene) => {
    const { marketer, rep, admin } = scene.tokens;
    const under = (draftId: string, rest: string) => `/api/definitions/drafts/${draftId}/${rest}`;
    return {
      sign: (token: string, draftId: string, side: Side) =>
        scene.ask({ path: under(draftId, 'signatures'), token, body: { side } }),
      unsign: (token: string, draftId: string, side: Side) =>
        scene.ask({ path: under(draftId, `signatures/${side}`), token, method: 'DELETE' }),
      comment: (token: string, draftId: string, text: string, commentId: string = randomUUID()) =>
        scene.ask({ path: under(draftId, 'comments'), token, body: { commentId, text } }),
      startOn: (draftId: string, startsOn: string | null) =>
        scene.ask({
          path: under(draftId, 'start'),
          method: 'PUT',
          token: marketer,
          body: { startsOn },
        }),
      rollBack: (to: number, basedOn: number) =>
        scene.ask({ path: '/api/definitions/roll-back', token: marketer, body: { to, basedOn } }),
      look: async (token = rep) =>
        (await scene.ask({ path: '/api/definitions', token })).body as DefinitionsAnswer,
      audit: async () => {
        const { body } = await scene.ask({ path: '/api/audit', token: admin });
        return (body as AuditPage).entries.map(({ action, what }) => `${action} ${what}`);
      },
    };
  };
  const refusedWith = (status: number, words: string) => ({
    status,
    body: { detail: expect.stringContaining(words) },
  });

  it('is signed by one of each side, and by nobody for both', async () => {
    const scene = await makeScene(db());
    const { marketer, rep, admin } = scene.tokens;
    const { sign, unsign, look, audit } = desk(scene);
    const { draftId } = await proposed(scene, withLine(22));
    expect((await look(rep)).maySign).toEqual(['sales']);
    expect((await look(marketer)).maySign).toEqual(['marketing']);
    expect((await look(admin)).maySign).toEqual(['marketing', 'sales']);
    expect(await published(scene, draftId)).toMatchObject(
      refusedWith(409, 'The signature of marketing and of sales is missing'),
    );
    expect(await sign(rep, draftId, 'marketing')).toMatchObject(
      refusedWith(403, 'A marketer or an admin signs for marketing'),
    );
    expect(await sign(marketer, draftId, 'sales')).toMatchObject({ status: 403 });
    // An admin may be either, and is then not the other.
    expect(await sign(admin, draftId, 'sales')).toMatchObject({
      status: 200,
      body: { signatures: { marketing: null, sales: { by: 'Ada', at: iso(START) } } },
    });
    expect(await sign(admin, draftId, 'sales')).toMatchObject({ status: 200 });
    expect((await look(admin)).maySign).toEqual(['sales']);
    expect(await sign(admin, draftId, 'marketing')).toMatchObject(
      refusedWith(409, 'You signed for sales already'),
    );
    expect(await sign(rep, draftId, 'sales')).toMatchObject({
      status: 409,
      body: { title: 'Ada has signed for sales' },
    });
    expect(await unsign(rep, draftId, 'sales')).toMatchObject(refusedWith(403, 'Ada signed'));
    expect(await published(scene, draftId)).toMatchObject(
      refusedWith(409, 'The signature of marketing is missing'),
    );
    expect(await unsign(admin, draftId, 'sales')).toMatchObject({
      status: 200,
      body: { signatures: { sales: null } },
    });
    await signedByBoth(scene, draftId);
    scene.clock.now += HOUR;
    expect(await published(scene, draftId)).toMatchObject({
      status: 200,
      body: { version: 2, scheduled: false, rescoring: { version: 2 } },
    });
    const after = await look();
    expect(after.current).toEqual({
      ...withLine(22),
      version: 2,
      signedBy: { marketing: 'Ines', sales: 'Ben' },
    });
    expect(after.draft).toBeNull();
    expect(after.versions).toEqual([
      {
        version: 2,
        name: gitlabPreset.name,
        at: iso(START + HOUR),
        by: 'Ines',
        signedBy: { marketing: 'Ines', sales: 'Ben' },
        backTo: null,
        changes: [`Handed over from 22 points, was ${gitlabPreset.mqlAt}`],
        feedback: 0,
      },
      {
        version: 1,
        name: gitlabPreset.name,
        at: iso(START),
        by: null,
        signedBy: { marketing: null, sales: null },
        backTo: null,
        changes: [],
        feedback: 0,
      },
    ]);
    const name = `${gitlabPreset.name}, version 2`;
    expect((await audit()).toSorted()).toEqual([
      `definition.published ${name}`,
      `definition.signed ${name}, for marketing`,
      `definition.signed ${name}, for sales`,
      `definition.signed ${name}, for sales`,
      `definition.unsigned ${name}, for sales`,
    ]);
    expect(await sign(rep, draftId, 'sales')).toMatchObject({ status: 409 });
  });

  it('loses its signatures with any change, but nothing that was said; and that of whoever leaves', async () => {
    const scene = await makeScene(db());
    const { admin, rep } = scene.tokens;
    const { sign, look, comment, startOn } = desk(scene);
    const first = await proposed(scene, withLine(22));
    await signedByBoth(scene, first.draftId);
    await comment(rep, first.draftId, 'Why 22?');
    const day = dayOf(START + DAY);
    await startOn(first.draftId, day);
    const second = await proposed(scene, withLine(23));
    expect((await look()).draft).toMatchObject({
      draftId: second.draftId,
      signatures: { marketing: null, sales: null },
      comments: [{ by: 'Ben', text: 'Why 22?' }],
      startsOn: day,
      scheduled: false,
    });
    await startOn(second.draftId, null);
    expect(await sign(rep, first.draftId, 'sales')).toMatchObject(
      refusedWith(409, 'read what is proposed now'),
    );
    expect(await published(scene, first.draftId)).toMatchObject({ status: 409 });

    await signedByBoth(scene, second.draftId);
    const { body } = await scene.ask({ path: '/api/team', token: admin });
    const ben = (body as TeamAnswer).members.find(({ name }) => name === 'Ben');
    const path = `/api/members/${ben?.memberId}`;
    expect(await scene.ask({ path, token: admin, method: 'DELETE' })).toMatchObject({
      status: 200,
    });
    expect((await look(admin)).draft?.signatures.sales).toBeNull();
    expect(await published(scene, second.draftId)).toMatchObject(
      refusedWith(409, 'The signature of sales is missing'),
    );
    const kim = await scene.join('Kim', 'rep');
    expect(await sign(kim, second.draftId, 'sales')).toMatchObject({ status: 200 });
    expect(await published(scene, second.draftId)).toMatchObject({ status: 200 });
    expect((await look(admin)).current.signedBy).toEqual({ marketing: 'Ines', sales: 'Kim' });
  });

  it('loses no signature to two at once, and is never in force without both', async () => {
    for (let round = 0; round < 3; round++) {
      const scene = await makeScene(db());
      const { marketer, rep, admin } = scene.tokens;
      const { sign, look } = desk(scene);
      const { draftId } = await proposed(scene, withLine(22));
      const [one, other, third] = await Promise.all([
        sign(marketer, draftId, 'marketing'),
        sign(rep, draftId, 'sales'),
        sign(admin, draftId, 'sales'),
      ]);
      expect(one.status).toBe(200);
      expect([other.status, third.status].toSorted()).toEqual([200, 409]);
      const { draft } = await look();
      expect(draft?.signatures).toMatchObject({ marketing: { by: 'Ines' }, sales: {} });
      // Published twice and changed at once: some order of them, and never two.
      const answers = await Promise.all([
        published(scene, draftId),
        published(scene, draftId),
        scene.ask({
          path: '/api/definitions/drafts',
          token: marketer,
          body: { basedOn: 1, definition: withLine(30), replaces: draftId },
        }),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const after = await look();
      const changed = answers[2].status === 200;
      expect(after.current.version).toBe(changed ? 1 : 2);
      expect(after.draft?.definition.mqlAt).toBe(changed ? 30 : undefined);
      if (changed) expect(after.draft?.signatures).toEqual({ marketing: null, sales: null });
      else expect(after.current).toMatchObject({ mqlAt: 22, signedBy: { marketing: 'Ines' } });
    }
  });

  it('has no two rules, and no two reasons of one kind, of the same id', async () => {
    const scene = await makeScene(db());
    const { reasons, engagement } = gitlabPreset;
    const [rule] = engagement;
    const [reason] = reasons.rejected;
    if (!rule || !reason) throw new Error('The preset has rules and reasons.');
    const refused: [Partial<LeadDefinition>, string][] = [
      [{ engagement: [...engagement, { ...rule, kind: 'other' }] }, 'id of another rule'],
      [
        { reasons: { ...reasons, rejected: [...reasons.rejected, reason] } },
        'id of another reason',
      ],
    ];
    for (const [change, words] of refused) {
      const body = { basedOn: 1, definition: { ...gitlabPreset, ...change } };
      const path = '/api/definitions/drafts';
      expect(await scene.ask({ path, token: scene.tokens.marketer, body })).toMatchObject(
        refusedWith(400, words),
      );
    }
    // The same reason may be given to reject and to disqualify.
    const both = { ...reasons, disqualified: [{ ...reason }] };
    await proposed(scene, { ...gitlabPreset, reasons: both });
  });

  it('is talked about by both sides, each thing once', async () => {
    const scene = await makeScene(db());
    const { marketer, rep } = scene.tokens;
    const { comment, look } = desk(scene);
    const { draftId } = await proposed(scene, withLine(22));
    const commentId = randomUUID();
    await comment(rep, draftId, ' Why 22? ', commentId);
    await comment(rep, draftId, 'Why 22?', commentId);
    scene.clock.now += HOUR;
    await comment(marketer, draftId, 'Half of those at 21 were students.');
    expect(await comment(rep, draftId, ' ')).toMatchObject({ status: 400 });
    expect((await look()).draft?.comments).toMatchObject([
      { commentId, by: 'Ben', at: iso(START), text: 'Why 22?' },
      { by: 'Ines', at: iso(START + HOUR), text: 'Half of those at 21 were students.' },
    ]);
    const other = await makeScene(db());
    expect(await desk(other).comment(other.tokens.rep, draftId, 'Hi')).toMatchObject({
      status: 404,
    });
    expect(await desk(other).sign(other.tokens.rep, draftId, 'sales')).toMatchObject({
      status: 404,
    });
  });

  it('starts on its day, once, also with two processes', async () => {
    const scene = await makeScene(db());
    const { startOn, look, audit } = desk(scene);
    const { draftId } = await proposed(scene, withLine(22));
    expect(await startOn(draftId, dayOf(START - DAY))).toMatchObject(
      refusedWith(400, dayOf(START)),
    );
    const day = dayOf(START + 2 * DAY);
    await signedByBoth(scene, draftId);
    expect(await startOn(draftId, day)).toMatchObject({
      body: { startsOn: day, scheduled: false, signatures: { sales: { by: 'Ben' } } },
    });
    // Nothing starts that nobody put in force.
    scene.clock.now = Date.parse(day);
    await scene.work();
    expect((await look()).current.version).toBe(1);
    scene.clock.now = START;
    expect(await published(scene, draftId)).toMatchObject({
      status: 200,
      body: { version: 1, scheduled: true, rescoring: null },
    });
    expect(await published(scene, draftId)).toMatchObject({ body: { scheduled: true } });
    expect((await look()).draft).toMatchObject({ startsOn: day, scheduled: true });
    scene.clock.now = Date.parse(day) - 1;
    await scene.work();
    expect((await look()).current.version).toBe(1);
    scene.clock.now = Date.parse(day);
    const started = await Promise.all([
      startDue(scene.store, scene.wsId),
      startDue(scene.store, scene.wsId),
    ]);
    expect(started.toSorted()).toEqual([false, true]);
    await scene.work();
    const after = await look();
    expect(after.versions).toHaveLength(2);
    expect(after.versions[0]).toMatchObject({ version: 2, at: `${day}T00:00:00.000Z`, by: 'Ines' });
    expect(after).toMatchObject({ draft: null, rescoring: { version: 2 } });
    const log = await audit();
    expect(log.filter((line) => line.startsWith('definition.published'))).toHaveLength(1);
    expect(log.filter((line) => line.startsWith('definition.scheduled'))).toHaveLength(1);
  });

  it('does not start when it was called off, overtaken, or has lost a signature', async () => {
    const day = dayOf(START + DAY);
    const scheduled = async () => {
      const scene = await makeScene(db());
      await putInForce(scene, withLine(21));
      const { draftId } = await proposed(scene, withLine(22), 2);
      await signedByBoth(scene, draftId);
      await desk(scene).startOn(draftId, day);
      await published(scene, draftId);
      return { scene, draftId, ...desk(scene) };
    };
    const come = async ({ scene, look, audit }: Awaited<ReturnType<typeof scheduled>>) => {
      scene.clock.now = Date.parse(day) + HOUR;
      await scene.work();
      const off = (await audit()).find((line) => line.startsWith('definition.called-off'));
      return { ...(await look(scene.tokens.admin)), off };
    };
    const discarded = await scheduled();
    const path = `/api/definitions/drafts/${discarded.draftId}`;
    await discarded.scene.ask({ path, method: 'DELETE', token: discarded.scene.tokens.marketer });
    expect(await come(discarded)).toMatchObject({
      current: { version: 2 },
      draft: null,
      off: expect.stringContaining(`which was to start on ${day}: it was thrown away`),
    });

    const overtaken = await scheduled();
    expect(await overtaken.rollBack(1, 2)).toMatchObject({ body: { version: 3 } });
    expect(await come(overtaken)).toMatchObject({
      current: { version: 3, mqlAt: gitlabPreset.mqlAt },
      draft: null,
      off: expect.stringContaining('version 3 was put in force, as version 1 was'),
    });

    const unsigned = await scheduled();
    await unsigned.unsign(unsigned.scene.tokens.rep, unsigned.draftId, 'sales');
    expect(await come(unsigned)).toMatchObject({
      current: { version: 2 },
      draft: { draftId: unsigned.draftId, scheduled: false },
      off: expect.stringContaining('Ben took the signature of sales back'),
    });

    const left = await scheduled();
    await db()
      .updateTable('member')
      .set({ removed_at: new Date(START) })
      .where('ws_id', '=', left.scene.wsId)
      .where('name', '=', 'Ben')
      .execute();
    expect(await come(left)).toMatchObject({
      current: { version: 2 },
      draft: { draftId: left.draftId, scheduled: false } satisfies Partial<AgreedDraft>,
      off: expect.stringContaining('the signature of sales does not count any more'),
    });
  });

  it('goes back to any version, with every score what it was to the last digit', async () => {
    const scene = await makeScene(db());
    const { rollBack, look } = desk(scene);
    const people = Array.from({ length: 12 }, (_, n) => `p${n}@acme.example`);
    const did = ['Webinar Attended', 'Content Downloaded', 'Email Link Clicked', 'Demo Requested'];
    const messages = people.flatMap((userId, n) =>
      Array.from({ length: 1 + (n % 5) }, (_, k) => ({
        type: 'track',
        event: did[(n + k) % did.length],
        messageId: randomUUID(),
        userId,
        timestamp: iso(START - ((n * 7 + k * 13) % 90) * DAY - HOUR),
        properties: { email: userId, title: `Plan ${k}` },
      })),
    );
    await scene.send(...messages);
    const ids = await Promise.all(people.map(async (who) => (await scene.card(who)).leadId));
    const verdict = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    const judged = await scene.card(people[0] ?? '');
    await scene.say(scene.tokens.rep, verdictItem(judged, verdict, scene.tools));
    const scores = async () => {
      await scene.work();
      const cards = await Promise.all(ids.map((id) => scene.cardById(id)));
      const rows = await db()
        .selectFrom('lead')
        .where('ws_id', '=', scene.wsId)
        .select(['lead_id', 'points', 'stale_on'])
        .orderBy('lead_id')
        .execute();
      // The version is another one.
      const shown = cards.map(({ score: { definitionVersion: _, ...score } }) => score);
      return { shown, rows };
    };
    const before = await scores();
    // Another half-life, another order, a rule that takes events from others: everything is counted anew.
    const special = {
      id: 'plan',
      label: 'Plan',
      kind: 'webinar_attended' as const,
      where: { field: 'title' as const, contains: ['plan 1'] },
      points: 30,
      cap: 90,
      perDay: 2,
    };
    const engagement = [special, ...gitlabPreset.engagement.toReversed()];
    await putInForce(scene, { ...gitlabPreset, halfLifeDays: 7, engagement });
    const other = await scores();
    expect(other.rows).not.toEqual(before.rows);
    for (const never of [0, 7, 2 ** 40]) {
      expect(await rollBack(never, 2)).toMatchObject({ status: 404 });
    }
    expect(await rollBack(2, 2)).toMatchObject(refusedWith(400, 'earlier version'));
    expect(await rollBack(1, 1)).toMatchObject(refusedWith(409, 'made from version 1'));
    const draft = await proposed(scene, withLine(40), 2);
    expect(await rollBack(1, 2)).toMatchObject({
      status: 200,
      body: { version: 3, scheduled: false },
    });
    expect(await scores()).toEqual(before);
    const after = await look();
    expect(after.current).toEqual({ ...gitlabPreset, version: 3 });
    expect(after.versions.map(({ backTo, feedback }) => [backTo, feedback])).toEqual([
      [1, 0],
      [null, 0],
      [null, 1],
    ]);
    expect(after.draft).toBeNull();
    expect(await published(scene, draft.draftId)).toMatchObject({ status: 409 });
    // And forward again: version 2 keeps the names of those who signed it.
    await rollBack(2, 3);
    expect((await look()).current).toMatchObject({
      version: 4,
      halfLifeDays: 7,
      signedBy: { marketing: 'Ines', sales: 'Ben' },
    });
    expect(await scores()).toEqual(other);
  });

  it('keeps stages, a promise per week and the time to a handoff, and shows any version whole', async () => {
    const scene = await makeScene(db());
    const definition: LeadDefinition = {
      ...gitlabPreset,
      stages: { mql: { label: 'Ready', means: 'Sales calls within a day.' } },
      promisedPerWeek: 40,
      sla: { ...gitlabPreset.sla, handoffMinutes: 5 },
    };
    await putInForce(scene, definition);
    const version = async (n: number) =>
      (await scene.ask({ path: `/api/definitions/${n}`, token: scene.tokens.rep })).body;
    expect(await version(1)).toEqual({ definition: gitlabPreset });
    const signedBy = { marketing: 'Ines', sales: 'Ben' };
    expect(await version(2)).toEqual({ definition: { ...definition, version: 2, signedBy } });
    const { versions } = await desk(scene).look();
    expect(versions[0]?.changes).toEqual([
      'Promised leads a week: 40, was none',
      'Handed over within 5 minutes, was 15',
      'The stage “MQL” is called “Ready”',
    ]);
  });
});
