import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  funnelReport,
  headlineReport,
  reasonsReport,
  recycledReport,
  sourcedReport,
} from '../../../lib/contract/reports.ts';
import { registrationItem, verdictItem } from '../../../lib/feedback/items.ts';
import { enginesFor, useEngine } from '../support/engines.ts';
import { aRecord, DAY, HOUR, makeScene, type Scene } from '../support/scene.ts';
import { asking } from './support/asking.ts';

describe.each(enginesFor(import.meta.url))(
  'what leads go through, as reports tell it, on %s',
  (engine) => {
    const db = useEngine(engine);
    const PERIOD = { from: '2026-11-01', to: '2026-12-31' };

    /** Somebody who asked for a demo, and so was handed over. */
    const demo = async (scene: Scene) => {
      const email = `${randomUUID()}@acme.example`;
      await scene.send({
        type: 'track',
        event: 'Demo Requested',
        userId: email,
        context: { campaign: { source: 'google', name: 'Spring' } },
      });
      return email;
    };
    const say = async (
      scene: Scene,
      email: string,
      verdict: 'accepted' | 'rejected' | 'recycled',
      reason: string | null = null,
    ) => {
      const said = { verdict, reason, note: '', until: '2026-12-01' };
      const item = verdictItem(await scene.card(email), said, scene.tools);
      expect((await scene.say(scene.tokens.rep, item)).results[0]?.outcome).toBe('stored');
      scene.clock.now += HOUR;
    };
    const figures = async (scene: Scene) => {
      const ask = asking(scene);
      const { volume, quality } = await ask.report('headline', headlineReport, PERIOD);
      const { steps } = await ask.report('funnel', funnelReport, PERIOD);
      const reasons = await ask.report('reasons', reasonsReport, PERIOD);
      const recycled = await ask.report('recycled', recycledReport, PERIOD);
      return {
        handed: volume.handed,
        accepted: quality.accepted.n,
        waiting: quality.waiting,
        steps: Object.fromEntries(steps.map(({ step, n }) => [step, n])),
        rejected: reasons.rejected.map(({ reason, n }) => [reason, n]),
        recycled: { ...recycled, marks: null },
      };
    };

    it('a correction counts once, by the last word', async () => {
      const scene = await makeScene(db());
      const email = await demo(scene);
      await say(scene, email, 'accepted');
      expect(await figures(scene)).toMatchObject({ accepted: 1, steps: { sal: 1 }, rejected: [] });
      await say(scene, email, 'rejected', 'student');
      const after = await figures(scene);
      expect(after).toMatchObject({
        handed: 1,
        accepted: 0,
        waiting: 0,
        steps: { mql: 1, sal: 0 },
      });
      expect(after.rejected).toEqual([[expect.any(String), 1]]);
    });

    it('whoever wakes waits again, and counts as recycled and back', async () => {
      const scene = await makeScene(db());
      const email = await demo(scene);
      await say(scene, email, 'recycled');
      expect(await figures(scene)).toMatchObject({
        waiting: 0,
        recycled: { recycled: 1, woken: 0 },
      });
      scene.clock.now = Date.UTC(2026, 11, 2);
      await scene.work();
      const back = { recycled: 1, woken: 1, accepted: 0, because: [{ because: 'day', n: 1 }] };
      expect(await figures(scene)).toMatchObject({ handed: 1, waiting: 1, recycled: back });
      await say(scene, email, 'accepted');
      expect(await figures(scene)).toMatchObject({
        ...{ handed: 1, waiting: 0, accepted: 1 },
        recycled: { ...back, accepted: 1 },
      });
    });

    it('two who turn out to be one are one; who is erased leaves a reason and nothing else', async () => {
      const scene = await makeScene(db());
      const [one, other] = [await demo(scene), await demo(scene)];
      await say(scene, one, 'accepted');
      await say(scene, other, 'rejected', 'student');
      expect(await figures(scene)).toMatchObject({ handed: 2, accepted: 1, steps: { inquiry: 2 } });
      const [into, from] = [await scene.card(one), await scene.card(other)];
      const merge = { path: `/api/leads/${into.leadId}/merge`, body: { other: from.leadId } };
      const joined = await scene.ask({ ...merge, token: scene.tokens.admin });
      expect(joined.status, JSON.stringify(joined.body)).toBe(200);
      const both = await figures(scene);
      expect(both).toMatchObject({ handed: 1, accepted: 0, steps: { inquiry: 1, mql: 1, sal: 0 } });
      const erase = { leadId: into.leadId, email: (await scene.card(one)).who.email };
      const path = '/api/privacy/erase';
      const erased = await scene.ask({ path, token: scene.tokens.admin, body: erase });
      expect(erased.status, JSON.stringify(erased.body)).toBe(200);
      const after = await figures(scene);
      expect(after).toMatchObject({ handed: 0, steps: { inquiry: 0 }, rejected: both.rejected });
      const { leads } = await asking(scene).behind('reasons', 'rejected:Student', PERIOD);
      expect(leads.map(({ name, records }) => ({ name, records }))).toEqual(
        both.rejected.length === 0 ? [] : [{ name: null, records: [] }],
      );
    });

    it('whom sales found is told apart, and a record leads back to the CRM', async () => {
      const scene = await makeScene(db());
      const record = aRecord();
      const item = registrationItem(record, { name: 'Kim' }, scene.tools);
      await scene.say(scene.tokens.rep, item);
      await demo(scene);
      const ask = asking(scene);
      const { sales, marketing } = await ask.report('sourced', sourcedReport, PERIOD);
      expect([sales.came, marketing.came]).toEqual([1, 1]);
      const { leads } = await ask.behind('sourced', sales.mark, PERIOD);
      expect(leads).toMatchObject([{ leadId: item.leadId, name: 'Kim', records: [record] }]);
      const { body } = await ask.get('segments', {});
      expect(body).toEqual({ sources: ['google', null], campaigns: ['Spring', null] });
      const longAgo = new Date(scene.clock.now - 366 * DAY);
      await db()
        .updateTable('lead')
        .set({ first_at: longAgo, created_at: longAgo })
        .where('ws_id', '=', scene.wsId)
        .execute();
      expect((await ask.get('segments', {})).body).toEqual({ sources: [], campaigns: [] });
    });

    it('an administrator decides whether figures of single people are shown, and it is written down', async () => {
      const scene = await makeScene(db());
      const path = '/api/settings';
      const shown = async () => (await scene.ask({ path, token: scene.tokens.rep })).body;
      expect(await shown()).toEqual({ repFigures: false });
      const set = { path, method: 'PUT', body: { repFigures: true } };
      expect((await scene.ask({ ...set, token: scene.tokens.marketer })).status).toBe(403);
      for (const _ of [1, 2]) {
        const answer = await scene.ask({ ...set, token: scene.tokens.admin });
        expect(answer.body).toEqual({ repFigures: true });
      }
      expect(await shown()).toEqual({ repFigures: true });
      const { body } = await scene.ask({ path: '/api/audit', token: scene.tokens.admin });
      const { entries } = body as { entries: { action: string }[] };
      expect(entries.map(({ action }) => action)).toEqual(['reports.reps-shown']);
    });
  },
);
