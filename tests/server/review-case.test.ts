/** What the review desk makes of many verdicts and of one, and how leads are found by name. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LeadFound, PatternsAnswer, ReviewCase } from '../../lib/contract/review.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { blankLead, colleagueKeys } from '../../server/leads/person.ts';
import { insertLeads } from '../../server/leads/write-lead.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, makeScene, type Scene } from './support/scene.ts';

interface Judged {
  verdict: VerdictKind;
  reason: string | null;
  source: string;
  daysAgo?: number;
}

describe.each(enginesFor(import.meta.url))('the review desk, on %s', (engine) => {
  const db = useEngine(engine);

  const get = async <T>(scene: Scene, path: string, language = 'en') => {
    const headers = { 'accept-language': language };
    const answer = await scene.ask({ path, token: scene.tokens.marketer, headers });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as T;
  };
  const aCard = async (scene: Scene) => {
    const email = `${randomUUID()}@acme.example`;
    await scene.send({ type: 'track', event: 'Demo Requested', userId: email });
    return scene.card(email);
  };

  /** Straight into the tables: giving hundreds of verdicts one by one is tested elsewhere. */
  const judge = async (scene: Scene, said: readonly Judged[]): Promise<string[]> => {
    const member = await db()
      .selectFrom('member')
      .where('ws_id', '=', scene.wsId)
      .select('member_id')
      .executeTakeFirstOrThrow();
    const leads = said.map(({ source }, n) => {
      const person = { email: `p${n}@firm${n}.example`, company: null };
      const lead = blankLead(randomUUID(), scene.wsId, scene.clock.now);
      return { ...lead, ...person, ...colleagueKeys(person), first_source: source };
    });
    await insertLeads(db(), leads);
    const rows = said.map((one, n) => {
      const at = new Date(scene.clock.now - (one.daysAgo ?? 3) * DAY);
      return {
        lead_id: leads[n]?.lead_id ?? '',
        ws_id: scene.wsId,
        feedback_id: randomUUID(),
        member_id: member.member_id,
        kind: 'verdict' as const,
        verdict: one.verdict,
        flag: null,
        reason_label: one.reason,
        body: '{}',
        seq: n,
        made_at: at,
        order_at: at,
        received_at: at,
        queue: null,
        answered_at: null,
        points_then: 30,
        rules_then: JSON.stringify(['demo']),
      };
    });
    await db().insertInto('feedback').values(rows).execute();
    return leads.map(({ lead_id }) => lead_id);
  };
  const times = (count: number, one: Judged) => Array.from({ length: count }, () => one);
  const yes = (source: string) => ({ verdict: 'accepted', reason: null, source }) as const;
  const student = { verdict: 'rejected', reason: 'Student', source: 'portal' } as const;

  it('finds what rejections have in common, and proposes a rule in the words of the asker', async () => {
    const scene = await makeScene(db());
    await judge(scene, [
      ...times(30, student),
      ...times(60, yes('google')),
      ...times(30, yes('linkedin')),
      ...times(10, { verdict: 'rejected', reason: 'Competitor', source: 'google' }),
      // Longer ago than is looked at.
      ...times(40, { ...student, source: 'old-fair', daysAgo: 181 }),
    ]);
    const { patterns, looked, needs } = await get<PatternsAnswer>(scene, '/api/review/patterns');
    expect([looked, needs]).toEqual([40, 20]);
    expect(patterns[0]).toMatchObject({
      id: 'rejected:Student:source:portal',
      among: { n: 30, of: 30 },
      everybody: { n: 30, of: 130 },
      change: {
        of: 'fit-rule',
        rule: {
          label: 'Came through “portal”',
          test: { is: 'came-from', first: 'source', values: ['portal'] },
        },
      },
    });
    const german = await get<PatternsAnswer>(scene, '/api/review/patterns', 'de');
    expect(german.patterns[0]?.change).toMatchObject({ rule: { label: 'Kam über „portal“' } });
  });

  it('takes the last word about each lead', async () => {
    const scene = await makeScene(db());
    const leadIds = await judge(scene, [...times(30, student), ...times(60, yes('google'))]);
    const last = { lead_id: '', feedback_id: '', verdict: 'accepted', reason_label: null } as const;
    const rows = await db()
      .selectFrom('feedback')
      .where('ws_id', '=', scene.wsId)
      .where('lead_id', 'in', leadIds.slice(0, 12))
      .selectAll()
      .execute();
    for (const row of rows) {
      const later = { ...row, ...last, lead_id: row.lead_id, feedback_id: randomUUID() };
      const json = { body: '{}', rules_then: '[]', woken: null };
      const order_at = new Date(row.order_at.getTime() + 1);
      await db()
        .insertInto('feedback')
        .values({ ...later, ...json, order_at })
        .execute();
    }
    const { patterns, looked } = await get<PatternsAnswer>(scene, '/api/review/patterns');
    expect(looked).toBe(18);
    expect(patterns).toEqual([]);
  });

  it('says of a case what the open draft would make of its lead', async () => {
    const scene = await makeScene(db());
    const card = await aCard(scene);
    const said = { verdict: 'rejected', reason: 'student', note: '', until: null } as const;
    const item = verdictItem(card, said, scene.tools);
    await scene.say(scene.tokens.rep, item);
    const path = `/api/review/${card.leadId}/${item.id}`;
    expect((await get<ReviewCase>(scene, path)).underDraft).toBeNull();

    const definition = {
      ...gitlabPreset,
      mqlAt: gitlabPreset.mqlAt + 3,
      fit: gitlabPreset.fit.map((rule) =>
        rule.test.is === 'business-mail' ? { ...rule, points: rule.points - 5 } : rule,
      ),
    };
    const drafted = await scene.ask({
      path: '/api/definitions/drafts',
      token: scene.tokens.marketer,
      body: { basedOn: 1, definition, replaces: null },
    });
    expect(drafted.status).toBe(200);
    const { today, underDraft } = await get<ReviewCase>(scene, path);
    expect(today.score.points).toBe(card.score.points);
    expect(underDraft).toEqual({
      version: 2,
      points: card.score.points - 5,
      mqlAt: gitlabPreset.mqlAt + 3,
    });
  });

  it('finds leads by the beginning of a name, company or address, the most engaged first', async () => {
    const scene = await makeScene(db());
    const other = await makeScene(db());
    const lead = (name: string | null, company: string | null, email: string, points: number) => ({
      ...blankLead(randomUUID(), scene.wsId, scene.clock.now),
      ...{ name, company, email, points },
    });
    const own = [
      lead('Gordon Brown', 'Tidewell', 'gb@tidewell.example', 10),
      lead('Mia van Gordon', 'Acme', 'mia@acme.example', 40),
      lead(null, 'GORDON & Sons', 'office@sons.example', 20),
      lead('Ola Berg', null, 'gordon@berg.example', 30),
      lead('Jorda Ngordon', 'Not Gordon', 'x@gor_don.example', 99),
      lead('50% off_', null, 'sale@shop.example', 1),
    ];
    const joined = {
      ...lead('Gordon Gone', null, 'gone@x.example', 90),
      merged_into: randomUUID(),
    };
    const theirs = { ...lead('Gordon Other', null, 'o@x.example', 80), ws_id: other.wsId };
    const many = Array.from({ length: 14 }, (_, n) => lead(`Zed ${n}`, null, `z${n}@z.example`, n));
    await insertLeads(db(), [...own, joined, theirs, ...many]);
    const names = async (q: string) => {
      const path = `/api/leads/search?q=${encodeURIComponent(q)}`;
      const { leads } = await get<{ leads: LeadFound[] }>(scene, path);
      return leads.map(({ name, company }) => name ?? company);
    };
    const wanted = ['Mia van Gordon', 'Ola Berg', 'GORDON & Sons', 'Gordon Brown'];
    expect(await names('gorDon')).toEqual(wanted);
    expect(await names('  Gordon B ')).toEqual(['Gordon Brown']);
    expect(await names('50%')).toEqual(['50% off_']);
    expect(await names('%')).toEqual([]);
    expect(await names('x@gor_')).toEqual(['Jorda Ngordon']);
    expect(await names('x@gorX')).toEqual([]);
    expect(await names('')).toEqual([]);
    expect(await names('\0')).toEqual([]);
    expect(await names('zed')).toEqual(Array.from({ length: 10 }, (_, n) => `Zed ${13 - n}`));
  });
});
