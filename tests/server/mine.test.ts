import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Mine, type MyLead, mine } from '../../lib/contract/mine.ts';
import { resolutionItem, verdictItem } from '../../lib/feedback/items.ts';
import { type Known, ranked } from '../../server/mine/ranked.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';
import { recorded } from './support/statements.ts';

const iso = (at: number) => new Date(at).toISOString();
const did = (email: string, event: string, at: number) => ({
  type: 'track',
  event,
  messageId: randomUUID(),
  timestamp: iso(at),
  context: { traits: { email } },
});
const ids = (list: readonly { leadId: string }[]) => list.map(({ leadId }) => leadId);

const mineOf = async (scene: Scene, token = scene.tokens.rep): Promise<Mine> =>
  mine.parse((await scene.ask({ path: '/api/mine', token })).body);
const watch = (scene: Scene, leadId: string, method: 'PUT' | 'DELETE') => {
  const path = `/api/leads/${leadId}/watch`;
  const body = method === 'PUT' ? { body: {} } : {};
  return scene.ask({ path, method, token: scene.tokens.rep, ...body });
};
const recycle = async (scene: Scene, leadId: string, token: string) => {
  const card = await scene.cardById(leadId, token);
  const wakeOn = [{ is: 'moment' as const }];
  const said = { verdict: 'recycled' as const, reason: null, note: '', until: null, wakeOn };
  await scene.say(token, verdictItem(card, said, scene.tools));
};

describe('the order of the hot list', () => {
  const lead = (
    id: string,
    points: number,
    chance: number | null,
    fresh: boolean,
  ): [string, Known] => [
    id,
    { lead: { lead_id: id }, brief: { points, chance }, fresh } as unknown as Known,
  ];

  it('is by chance, then by what is fresh, then by points; without chances by points', () => {
    const known = new Map([
      lead('e', 90, null, true),
      lead('d', 40, 30, false),
      lead('c', 35, 30, true),
      lead('b', 60, 45, false),
      lead('a', 35, 30, true),
    ]);
    expect([...known.keys()].sort(ranked(known, 'chance'))).toEqual(['b', 'a', 'c', 'd', 'e']);
    expect([...known.keys()].sort(ranked(known, 'points'))).toEqual(['e', 'b', 'd', 'a', 'c']);
  });
});

describe.each(enginesFor(import.meta.url))('a rep’s own day, on %s', (engine) => {
  const db = useEngine(engine);

  /** Leads of every kind: over the line and not, owned by somebody and nobody, answered, asleep and back. */
  async function aDay() {
    const scene = await makeScene(db());
    const other = await scene.join('Cleo', 'rep');
    const owners = [undefined, '  BEN ', 'Cleo', 'ben', undefined, 'Somebody Else', 'Cleo'];
    const events = ['Demo Requested', 'Webinar Attended', 'Demo Requested', 'Trial Started'];
    const leads: string[] = [];
    for (let n = 0; n < 28; n++) {
      const email = `p${n}@c${n}.example`;
      const at = START - (n % 7) * DAY - n * MINUTE;
      await scene.send(did(email, events[n % 4] ?? '', at));
      if (n % 3 === 0) await scene.send(did(email, 'Content Downloaded', at + MINUTE));
      const owner = owners[n % 7];
      const found = await scene.find(aRecord(), { email, ...(owner ? { owner } : {}) });
      if (!found.found) throw new Error('Not found.');
      leads.push(found.card.leadId);
    }
    for (const [n, leadId] of leads.entries()) {
      scene.clock.now += MINUTE;
      if (n % 5 === 0) await recycle(scene, leadId, n % 2 ? scene.tokens.rep : other);
    }
    scene.clock.now += HOUR;
    for (const n of [0, 5, 10, 20]) {
      scene.clock.now += MINUTE;
      await scene.send(did(`p${n}@c${n}.example`, 'Webinar Attended', scene.clock.now));
    }
    return { scene, leads, other };
  }

  /** The same from the tables, one lead after the other and without any of what the store does. */
  async function plainly(scene: Scene, name: string) {
    const rows = await db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    const said = await db()
      .selectFrom('feedback')
      .where('ws_id', '=', scene.wsId)
      .where('kind', '=', 'verdict')
      .selectAll()
      .orderBy('order_at')
      .execute();
    const members = await db()
      .selectFrom('member')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    const me = members.find((member) => member.name === name)?.member_id;
    const last = new Map(said.map((row) => [row.lead_id, row]));
    const fold = (text: string | null) => (text ?? '').trim().toLowerCase();
    const isMine = (lead: (typeof rows)[number]) =>
      fold(lead.owner) === fold(name) || last.get(lead.lead_id)?.member_id === me;
    const open = rows.filter((lead) => lead.stage === 'mql');
    const waiting = open.filter((lead) => isMine(lead) || fold(lead.owner) === '');
    const due = waiting.toSorted(
      (a, b) => Number(a.handoff_at) - Number(b.handoff_at) || (a.lead_id < b.lead_id ? -1 : 1),
    );
    const back = open
      .filter((lead) => isMine(lead) && last.get(lead.lead_id)?.woken_at)
      .toSorted(
        (a, b) => Number(last.get(b.lead_id)?.woken_at) - Number(last.get(a.lead_id)?.woken_at),
      );
    const late = waiting.filter((lead) => Number(lead.handoff_at) + DAY < scene.clock.now);
    return { waiting: due.map(plainId), woken: back.map(plainId), late: late.length };
  }
  const plainId = (lead: { lead_id: string }) => lead.lead_id;

  it('is what a plain reading of the same tables comes to, for each member', async () => {
    const { scene, other } = await aDay();
    for (const [name, token] of [
      ['Ben', scene.tokens.rep],
      ['Cleo', other],
    ] as const) {
      const [own, plain] = [await mineOf(scene, token), await plainly(scene, name)];
      expect(plain.waiting.length).toBeGreaterThan(5);
      expect(plain.woken.length).toBeGreaterThan(0);
      expect(ids(own.waiting)).toEqual(plain.waiting.slice(0, 25));
      expect(ids(own.woken)).toEqual(plain.woken);
      expect([...ids(own.hot)].sort()).toEqual(plain.waiting.toSorted());
      const { waiting, woken, late } = plain;
      expect(own.counts).toEqual({ waiting: waiting.length, late, woken: woken.length });
      expect(late).toBeGreaterThan(0);
      await expectAsOnCards(scene, own);
    }
  });

  async function expectAsOnCards(scene: Scene, own: Mine) {
    expect(own.rule).toEqual({ by: 'points', freshDays: 7 });
    expect(own.hot.map(({ points }) => points)).toEqual(
      own.hot.map(({ points }) => points).toSorted((a, b) => b - a),
    );
    for (const one of own.hot.slice(0, 3)) {
      const card = await scene.cardById(one.leadId);
      const { points, grade, enough } = card.score;
      expect(one).toMatchObject({
        ...{ points, grade, enough, rev: card.rev, stage: card.stage, woken: card.woken },
        handoff: { at: card.handoff?.at, dueAt: card.handoff?.dueAt },
        lastMoment: { title: card.moments[0]?.title, at: card.moments[0]?.at },
        owner: card.who.owner,
      } satisfies Partial<Record<keyof MyLead, unknown>>);
      expect(one.records).toMatchObject([{ crm: 'atomic', kind: 'contact' }]);
    }
  }

  it('asks as many questions for a hundred more leads', async () => {
    let asked = 0;
    const counting = recorded(db()).withPlugin({
      transformQuery: ({ node }) => {
        asked++;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const scene = await makeScene(db(), { db: counting });
    const count = async () => {
      const before = asked;
      await mineOf(scene);
      return asked - before;
    };
    await scene.send(...['a', 'b'].map((n) => did(`${n}@acme.example`, 'Demo Requested', START)));
    // The first one also learns what is kept in memory.
    await count();
    const few = await count();
    const more = Array.from({ length: 100 }, (_, n) => `p${n}@acme.example`);
    await scene.send(...more.map((email) => did(email, 'Demo Requested', START)));
    expect(await count()).toBe(few);
    expect(few).toBeGreaterThan(5);
  });

  it('tells what marketing answered, for thirty days, to whom it was answered', async () => {
    const scene = await makeScene(db());
    const email = 'ana@acme.example';
    await scene.send(did(email, 'Demo Requested', START - HOUR));
    const card = await scene.card(email);
    const said = { verdict: 'rejected' as const, reason: 'student', note: 'no', until: null };
    const item = verdictItem(card, said, scene.tools);
    await scene.say(scene.tokens.rep, item);
    const answer = { resolution: 'changed' as const, reply: 'The rule is gone.' };
    const full = { leadId: card.leadId, feedbackId: item.id, ...answer };
    await scene.say(scene.tokens.marketer, resolutionItem(full, scene.tools));
    const { replies } = await mineOf(scene);
    expect(replies).toMatchObject([
      {
        leadId: card.leadId,
        name: email,
        feedback: { id: item.id, resolution: { reply: answer.reply, by: 'Ines' } },
      },
    ]);
    expect(replies[0]?.records).toHaveLength(1);
    expect((await mineOf(scene, scene.tokens.admin)).replies).toEqual([]);
    scene.clock.now += 31 * DAY;
    expect((await mineOf(scene)).replies).toEqual([]);
  });

  it('keeps a watch list, also of leads that become one', async () => {
    const scene = await makeScene(db());
    const emails = ['ana@acme.example', 'bob@acme.example', 'cy@acme.example'];
    const leads: string[] = [];
    for (const email of emails) {
      await scene.send(did(email, 'Content Downloaded', START - HOUR));
      leads.push((await scene.card(email)).leadId);
    }
    const [ana = '', bob = '', cy = ''] = leads;
    for (const leadId of leads) {
      scene.clock.now += MINUTE;
      const { rev } = await scene.cardById(leadId);
      expect(await watch(scene, leadId, 'PUT')).toMatchObject({ body: { watching: true } });
      expect(await watch(scene, leadId, 'PUT')).toMatchObject({ body: { watching: true } });
      // The card is another one, once, so whoever has the one before is told.
      expect(await scene.cardById(leadId)).toMatchObject({ watching: true, rev: rev + 1 });
    }
    expect(ids((await mineOf(scene)).watched)).toEqual([cy, bob, ana]);
    expect((await mineOf(scene, scene.tokens.admin)).watched).toEqual([]);
    const join = { path: `/api/leads/${ana}/merge`, token: scene.tokens.marketer };
    expect(await scene.ask({ ...join, body: { other: bob } })).toMatchObject({ status: 200 });
    const both = (await scene.cardById(bob)).leadId;
    expect(ids((await mineOf(scene)).watched)).toEqual([cy, both]);
    for (const id of [ana, bob]) {
      expect(await scene.cardById(id)).toMatchObject({ leadId: both, watching: true });
    }
    expect((await scene.cardById(ana, scene.tokens.admin)).watching).toBe(false);
    expect(await watch(scene, ana, 'DELETE')).toMatchObject({ body: { watching: false } });
    expect(ids((await mineOf(scene)).watched)).toEqual([cy]);
    expect(await watch(scene, randomUUID(), 'PUT')).toMatchObject({ status: 404 });
  });
});
