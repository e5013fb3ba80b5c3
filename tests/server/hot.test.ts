import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';
import type { hotAnswer } from '../../lib/contract/hot.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import { rankedQuery } from '../../server/leads/hot.ts';
import { blankLead } from '../../server/leads/person.ts';
import { insertLeads } from '../../server/leads/write-lead.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, makeScene, type Scene, START } from './support/scene.ts';

type Hot = z.infer<typeof hotAnswer>;
const person = (n: number) => `p${n}@acme.example`;

describe.each(enginesFor(import.meta.url))('the hot list, on %s', (engine) => {
  const db = useEngine(engine);
  const event = (name: string, userId: string, at = START) => ({
    type: 'track',
    event: name,
    messageId: randomUUID(),
    userId,
    timestamp: new Date(at).toISOString(),
    properties: {},
  });
  const hot = async (scene: Scene, query = '') =>
    (await scene.ask({ path: `/api/leads/hot${query}`, token: scene.tokens.rep })).body as Hot;

  it('ranks those who wait for sales, best first, with why', async () => {
    const scene = await makeScene(db());
    await scene.send(
      event('Demo Requested', person(1)),
      event('Demo Requested', person(2)),
      event('Webinar Attended', person(2)),
      event('Webinar Attended', person(3)),
      event('Demo Requested', person(4)),
      { type: 'track', event: 'Demo Requested', anonymousId: 'nobody' },
    );
    await scene.send({
      type: 'identify',
      userId: person(2),
      traits: { name: 'Bea', title: 'CTO' },
    });
    const said = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    const taken = verdictItem(await scene.card(person(4)), said, scene.tools);
    await scene.say(scene.tokens.rep, taken);
    const { leads, next } = await hot(scene);
    expect(next).toBeNull();
    expect(leads.map(({ name, points }) => [name, points])).toEqual([
      ['Bea', 38],
      [person(1), 27],
    ]);
    expect(leads[0]).toMatchObject({
      title: 'CTO',
      stage: 'mql',
      chance: null,
      grade: 'B1',
      why: [
        { label: 'Asked for a demo', points: 20 },
        { label: 'Attended a webinar', points: 8 },
        { label: 'Business address', points: 7 },
      ],
      handoffAt: new Date(START).toISOString(),
    });
  });

  it('shows the points of today, also before the work of the night has come to a row', async () => {
    const scene = await makeScene(db());
    await scene.send(event('Demo Requested', person(1)), event('Webinar Attended', person(1)));
    const { leadId } = await scene.card(person(1));
    scene.clock.now += 90 * DAY;
    const { leads } = await hot(scene);
    expect(leads[0]?.points).toBe((await scene.cardById(leadId)).score.points);
    expect(leads[0]?.points).toBe(21);
  });

  it('turns pages without losing or repeating one, many of them with the same points', async () => {
    const scene = await makeScene(db());
    const people = Array.from({ length: 23 }, (_, n) => person(n));
    await scene.send(
      ...people.map((who) => event('Demo Requested', who)),
      ...people.slice(0, 5).map((who) => event('Webinar Attended', who)),
    );
    const found: Hot['leads'] = [];
    let before: string | null = '';
    while (before !== null) {
      const page: Hot = await hot(scene, `?limit=4${before ? `&before=${before}` : ''}`);
      expect(page.leads.length).toBeLessThanOrEqual(4);
      found.push(...page.leads);
      before = page.next;
    }
    expect(found).toHaveLength(23);
    expect(new Set(found.map(({ leadId }) => leadId)).size).toBe(23);
    const points = found.map((lead) => lead.points);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
  });

  it('reads a page by its index, however many leads there are', async () => {
    const scene = await makeScene(db());
    const many = Array.from({ length: 3000 }, (_, n) => ({
      ...blankLead(randomUUID(), scene.wsId, START),
      name: `N${n}`,
      stage: n % 10 ? ('inquiry' as const) : ('mql' as const),
      points: n % 60,
    }));
    await insertLeads(db(), many);
    await sql`analyze lead`.execute(db());
    const explain = async (before: { at: number; id: string } | null) => {
      const query = rankedQuery(db(), scene.wsId, before, 26).compile();
      const rows = await db().executeQuery<Record<string, string>>({
        ...query,
        sql: `explain ${query.sql}`,
      });
      return rows.rows.map((row) => Object.values(row)[0]).join('\n');
    };
    for (const plan of [await explain(null), await explain({ at: 30, id: randomUUID() })]) {
      // In the twin each partition's index has a name of its own.
      expect(plan).toContain(engine === 'spread' ? '_ws_id_points_lead_id_idx' : 'lead_hot');
      expect(plan).not.toMatch(/Sort {2}\(|Seq Scan/);
    }
  });
});
