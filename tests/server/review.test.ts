/** The queue with filters, and how many there are of each kind, against plain questions to the same tables. */
import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  type ReviewFacets,
  type ReviewFilter,
  type ReviewPage,
  reviewFilter,
} from '../../lib/contract/review.ts';
import { resolutionItem } from '../../lib/feedback/items.ts';
import { type Random, seeded } from '../../lib/score/learn/random.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { CAMPAIGNS, NAMES, REASONS, SAID, SOURCES, withQueue } from './support/queue.ts';
import type { Scene } from './support/scene.ts';

type Part = keyof ReviewFilter;

describe.each(enginesFor(import.meta.url))('the queue, on %s', (engine) => {
  const db = useEngine(engine);

  const page = async (scene: Scene, filter: Partial<ReviewFilter>, more: object = {}) => {
    const body = { filter, ...more };
    const answer = await scene.ask({
      path: '/api/review/queue',
      token: scene.tokens.marketer,
      body,
    });
    expect(answer.status).toBe(200);
    return answer.body as ReviewPage;
  };
  const allIds = async (scene: Scene, filter: Partial<ReviewFilter>, limit = 40) => {
    const ids: string[] = [];
    let before: string | null = null;
    do {
      const { lines, next }: ReviewPage = await page(scene, filter, { before, limit });
      ids.push(...lines.map(({ entry }) => entry.id));
      before = next;
    } while (before !== null);
    return ids;
  };
  const facets = async (scene: Scene, filter: Partial<ReviewFilter>) => {
    const asked = { path: '/api/review/facets', token: scene.tokens.marketer, body: { filter } };
    return (await scene.ask(asked)).body as ReviewFacets;
  };

  /** Each part by itself, in words of its own: out of the item as it was sent, not out of what was put aside of it. */
  const meant = (
    { wsId, clock }: Scene,
    filter: ReviewFilter,
    without?: Part,
  ): RawBuilder<unknown> => {
    const among = (part: Part, values: readonly unknown[], what: string) =>
      part === without || values.length === 0
        ? sql`true`
        : sql`exists (select from unnest(${values}::text[]) v where v is not distinct from ${sql.raw(what)})`;
    const hours = sql`greatest(0, extract(epoch from ${new Date(clock.now)}::timestamptz - f.made_at) / 3600)`;
    const said = `case f.kind when 'flag' then f.body->>'flag' else f.body->>'verdict' end`;
    const between = (part: Part, condition: RawBuilder<unknown> | null) =>
      part === without || condition === null ? sql`true` : condition;
    const { points, hours: waited, text } = filter;
    return sql`f.ws_id = ${wsId} and f.queue = ${filter.state}
      and ${among('said', filter.said, said)} and ${among('reasons', filter.reasons, 'f.reason_label')}
      and ${among('sources', filter.sources, 'l.first_source')}
      and ${among('campaigns', filter.campaigns, 'l.first_campaign')}
      and ${among('reps', filter.reps, 'f.member_id::text')}
      and ${between('points', points && sql`(f.body->'snapshot'->>'points')::int >= ${points.from} and (f.body->'snapshot'->>'points')::int <= ${points.to}`)}
      and ${between('hours', waited && sql`${hours} >= ${waited.from} and ${hours} < ${waited.to ?? 1e9}`)}
      and concat('|', l.name, '|', l.company, '|', l.email) ilike ${`%${text}%`}`;
  };
  const expectedIds = async (scene: Scene, filter: ReviewFilter) => {
    const order =
      filter.state === 'open'
        ? 'f.received_at, f.feedback_id'
        : 'f.answered_at desc, f.feedback_id desc';
    const { rows } = await sql<{ id: string }>`select f.feedback_id as id from lead l, feedback f
      where l.lead_id = f.lead_id and ${meant(scene, filter)} order by ${sql.raw(order)}`.execute(
      db(),
    );
    return rows.map(({ id }) => id);
  };
  const expectedList = async (scene: Scene, filter: ReviewFilter, part: Part, what: string) => {
    const { rows } = await sql<{ value: string | null; n: number }>`
      select (${sql.raw(what)})::text as value, count(*)::int as n from lead l, feedback f
      where l.lead_id = f.lead_id and ${meant(scene, filter, part)} group by 1`.execute(db());
    return asMap(rows);
  };
  const asMap = (list: readonly { value: string | number | null; n: number }[]) =>
    new Map(list.map(({ value, n }) => [value === null ? null : String(value), n]));
  const falls = (list: readonly { n: number }[]) =>
    list.every(({ n }, place) => n <= (list[place - 1]?.n ?? n));

  it('shows what all parts of a filter mean, and how many of each kind a press would show', async () => {
    const { scene, members } = await withQueue(db(), 260);
    const random = seeded(11);
    for (let round = 0; round < 25; round++) {
      const filter = someFilter(random, members);
      const wanted = await expectedIds(scene, filter);
      expect(await allIds(scene, filter), JSON.stringify(filter)).toEqual(wanted);
      const found = await facets(scene, filter);
      expect(found.total).toBe(wanted.length);
      const tens = `floor((f.body->'snapshot'->>'points')::int / 10.0)::int * 10`;
      const lists = [
        ['said', found.said, `coalesce(f.body->>'flag', f.body->>'verdict')`],
        ['reasons', found.reasons, 'f.reason_label'],
        ['sources', found.sources, 'l.first_source'],
        ['campaigns', found.campaigns, 'l.first_campaign'],
        ['points', found.points, tens],
      ] as const;
      for (const [part, list, what] of lists) {
        expect(asMap(list), `${part} of ${JSON.stringify(filter)}`).toEqual(
          await expectedList(scene, filter, part, what),
        );
        expect(falls(list)).toBe(true);
      }
      const reps = found.reps.map(({ memberId: value, n }) => ({ value, n }));
      expect(asMap(reps)).toEqual(await expectedList(scene, filter, 'reps', 'f.member_id'));
      const { day, twoDays, longer } = found.waited;
      const waits = [day, twoDays, longer].filter((n) => n > 0);
      const days = `least(2, floor(greatest(0, extract(epoch from '${new Date(scene.clock.now).toISOString()}'::timestamptz - f.made_at)) / 86400))`;
      const expected = await expectedList(scene, filter, 'hours', days);
      expect(waits).toEqual(
        ['0', '1', '2'].flatMap((value) => (expected.has(value) ? [expected.get(value)] : [])),
      );
    }
  });

  it('finds a name in any letters, and takes no sign for more than itself', async () => {
    const { scene } = await withQueue(db(), 60);
    const names = async (text: string) =>
      new Set((await page(scene, { text }, { limit: 100 })).lines.map(({ name }) => name));
    expect(await names('ADA LOVE')).toEqual(new Set(['Ada Lovelace']));
    expect(await names('öttl')).toEqual(new Set(['Jörg Öttl']));
    expect(await names('ÖTTL')).toEqual(new Set(['Jörg Öttl']));
    expect(await names('%')).toEqual(new Set(['100% Ltd']));
    expect(await names('_')).toEqual(new Set());
    expect(await names('a\0b')).toEqual(new Set());
    expect((await page(scene, { points: { from: -1e15, to: 1e15 } })).lines).not.toEqual([]);
    expect((await page(scene, { hours: { from: 1e300, to: null } })).lines).toEqual([]);
    expect((await names('')).size).toBe(NAMES.length);
  });

  it('names reps by name, and says of one who left that they did', async () => {
    const { scene, members } = await withQueue(db(), 40);
    await db()
      .deleteFrom('member')
      .where('member_id', '=', members[1] ?? '')
      .execute();
    const { reps } = await facets(scene, {});
    expect(reps.map(({ name }) => name)).toEqual(
      reps.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)),
    );
    expect(reps.find(({ memberId }) => memberId === members[1])?.name).toBe('Somebody who left');
  });

  it('turns pages without losing or repeating a line while answers come in', async () => {
    const { scene } = await withQueue(db(), 120);
    const filter = { said: ['rejected' as const, 'score_too_high' as const] };
    const wanted = await allIds(scene, filter);
    const seen: string[] = [];
    const gone = new Set<string>();
    let before: string | null = null;
    do {
      const { lines, next }: ReviewPage = await page(scene, filter, { before, limit: 7 });
      seen.push(...lines.map(({ entry }) => entry.id));
      // Somebody else answers one that was shown, the very last of the page, and one that was not shown yet.
      const [one, last] = [lines[0]?.entry, lines.at(-1)?.entry];
      const ahead = (await page(scene, filter, { before: next, limit: 3 })).lines[2]?.entry;
      for (const entry of [one, last, next === null ? undefined : ahead]) {
        if (!entry) continue;
        if (!seen.includes(entry.id)) gone.add(entry.id);
        const { leadId, id: feedbackId } = entry;
        const answer = { leadId, feedbackId, resolution: 'kept', reply: '' } as const;
        await scene.say(scene.tokens.marketer, resolutionItem(answer, scene.tools));
      }
      before = next;
    } while (before !== null);
    expect(gone.size).toBeGreaterThan(3);
    expect(seen).toEqual(wanted.filter((id) => !gone.has(id)));
  });

  it('follows a lead that became part of another', async () => {
    const { scene } = await withQueue(db(), 30);
    const [line] = (await page(scene, { text: 'Ada' })).lines;
    const into = { email: `${randomUUID()}@zebra.example`, name: 'Zoe Zebra' };
    await scene.send({ type: 'identify', userId: into.email, traits: into });
    const { leadId } = await scene.card(into.email);
    const path = `/api/leads/${leadId}/merge`;
    const token = scene.tokens.marketer;
    const merged = await scene.ask({ path, token, body: { other: line?.entry.leadId } });
    expect(merged.status).toBe(200);
    const found = (await page(scene, { text: 'zebra' })).lines.map(({ entry }) => entry.id);
    expect(found).toContain(line?.entry.id);
    expect((await facets(scene, { text: 'zebra' })).total).toBe(found.length);
  });
});

function someFilter(random: Random, members: readonly string[]): ReviewFilter {
  const some = <T>(values: readonly T[]): T[] =>
    random() < 0.6 ? [] : values.filter(() => random() < 0.5);
  const from = Math.floor(random() * 60) - 10;
  const hours = [
    { from: 0, to: 24 },
    { from: 24, to: 48 },
    { from: 48, to: null },
    { from: 30.5, to: 31 },
  ];
  return reviewFilter.parse({
    state: random() < 0.7 ? 'open' : 'answered',
    said: some(SAID),
    reasons: some(REASONS),
    sources: some(SOURCES),
    campaigns: some(CAMPAIGNS),
    reps: some(members),
    points: random() < 0.7 ? null : { from, to: from + Math.floor(random() * 40) },
    hours: random() < 0.7 ? null : hours[Math.floor(random() * hours.length)],
    text: random() < 0.8 ? '' : 'a',
  });
}
