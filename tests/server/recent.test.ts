import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Preview } from '../../lib/contract/learning.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { putInForce } from './support/in-force.ts';
import { DAY, HOUR, makeScene, type Scene, START } from './support/scene.ts';

const PEOPLE = 40;
const who = (n: number) => `p${n}@acme.example`;

describe.each(enginesFor(import.meta.url))(
  'a preview with the leads of thirty days, on %s',
  (engine) => {
    const db = useEngine(engine);
    // Every test is a process of its own.
    beforeEach(async () => void (await db().deleteFrom('lease').execute()));

    const preview = async (scene: Scene, definition: LeadDefinition) => {
      const path = '/api/definitions/preview';
      const { body } = await scene.ask({
        path,
        token: scene.tokens.marketer,
        body: { definition },
      });
      return (body as Preview).leads;
    };
    /** Forty who came in the last weeks, ten who came before, one nobody has a name of. */
    const withLeads = async () => {
      const scene = await makeScene(db());
      const did = ['Webinar Attended', 'Content Downloaded', 'Email Link Clicked'];
      const event = (n: number, k: number, at: number) => ({
        type: 'track',
        event: did[(n + k) % did.length],
        messageId: randomUUID(),
        userId: who(n),
        timestamp: new Date(at).toISOString(),
        properties: { email: who(n), title: `Plan ${n % 4}` },
      });
      const recent = Array.from({ length: PEOPLE }, (_, n) =>
        Array.from({ length: 1 + (n % 4) }, (_, k) =>
          event(n, k, START - ((n * 3 + k) % 28) * DAY - HOUR),
        ),
      ).flat();
      const old = Array.from({ length: 10 }, (_, n) => event(100 + n, 0, START - 40 * DAY));
      const nobody = { ...event(0, 0, START - HOUR), properties: {} };
      await scene.send(...recent, ...old, {
        ...nobody,
        userId: undefined,
        anonymousId: randomUUID(),
      });
      return scene;
    };
    /** What the store itself says of the same leads. */
    const over = async (scene: Scene, mqlAt: number) => {
      await scene.work();
      const rows = await db()
        .selectFrom('lead')
        .where('ws_id', '=', scene.wsId)
        .where(
          'email',
          'in',
          Array.from({ length: PEOPLE }, (_, n) => who(n)),
        )
        .select(['email', 'points'])
        .execute();
      expect(rows).toHaveLength(PEOPLE);
      return new Map(rows.map(({ email, points }) => [email, { points, isIn: points >= mqlAt }]));
    };
    const title = { field: 'title' as const, contains: ['plan 1'] };
    const special = { kind: 'webinar_attended' as const, where: title, cap: 40, perDay: 1 };
    const changed: [string, LeadDefinition][] = [
      ['other points, fit and half-life', { ...gitlabPreset, halfLifeDays: 5, mqlAt: 14, fit: [] }],
      [
        'events told apart otherwise',
        {
          ...gitlabPreset,
          engagement: [
            { ...special, id: 'plan', label: 'Plan 1', points: 14 },
            ...gitlabPreset.engagement,
          ],
        },
      ],
    ];

    it.each(changed)('says what then comes true: %s', async (_, definition) => {
      const scene = await withLeads();
      const was = await over(scene, gitlabPreset.mqlAt);
      const said = await preview(scene, definition);
      expect(said).toMatchObject({ days: 30, of: PEOPLE, sampled: false });
      await putInForce(scene, definition);
      const is = await over(scene, definition.mqlAt);
      const inside = (all: typeof is) => [...all.values()].filter(({ isIn }) => isIn).length;
      expect([said?.before, said?.after]).toEqual([inside(was), inside(is)]);
      const crossed = [...is].flatMap(([name, { points, isIn }]) => {
        const before = was.get(name);
        return before && before.isIn !== isIn
          ? [{ name, before: before.points, after: points }]
          : [];
      });
      expect(crossed.length).toBeGreaterThan(2);
      const byName = (a: { name: unknown }, b: { name: unknown }) =>
        String(a.name) < String(b.name) ? -1 : 1;
      const flips = said?.flips.map(({ leadId: __, ...rest }) => rest).toSorted(byName);
      expect(flips).toEqual(crossed.toSorted(byName));
    });

    it('takes every how many-th of very many, and says so', async () => {
      const scene = await makeScene(db());
      expect(await preview(scene, gitlabPreset)).toBeNull();
      await sql`insert into lead (lead_id, ws_id, name, traits, stage, opted_out, sales_sourced, points, rev,
        created_at, updated_at)
      select gen_random_uuid(), ${scene.wsId}::uuid, 'Lead ' || n, '{}', 'inquiry', false, false, 0, 2,
        ${new Date(START - DAY)}::timestamptz, ${new Date(START)}::timestamptz
      from generate_series(1, 2100) n`.execute(db());
      const said = await preview(scene, { ...gitlabPreset, mqlAt: 0 });
      expect(said).toMatchObject({ of: 1050, sampled: true, before: 0, after: 1050 });
      expect(said?.flips).toHaveLength(50);
    });
  },
);
