import { describe, expect, it } from 'vitest';
import type {
  AgreementReport,
  BehindAnswer,
  CalibrationReport,
  DriftReport,
  RulesReport,
} from '../../../lib/contract/reports.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { toJson } from '../../../server/db/json.ts';
import { enginesFor, useEngine } from '../support/engines.ts';
import { makeScene, type Scene } from '../support/scene.ts';
import { judgedIn, rate, type Tables, tablesOf, took } from './support/by-hand.ts';
import { FROM, fillWithJudged, GONE, TO } from './support/judged.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each(enginesFor(import.meta.url))('whether promises were true, on %s', (engine) => {
  const db = useEngine(engine);
  let made: Promise<{ scene: Scene; tables: Tables }> | null = null;
  /** Made once; a team of the same size beside it has everything the same, and must be seen nowhere. */
  const filled = () => {
    made ??= (async () => {
      const [scene, others] = [await makeScene(db()), await makeScene(db())];
      await fillWithJudged(scene);
      await fillWithJudged(others, 60);
      return { scene, tables: await tablesOf(db(), scene.wsId) };
    })();
    return made;
  };
  const report = async <T>(name: string, more = '', days = `from=${FROM}&to=${TO}`) => {
    const { scene } = await filled();
    const path = `/api/reports/${name}?${days}${more}`;
    return (await scene.ask({ path, token: scene.tokens.rep })).body as T;
  };
  const behind = async (name: string, mark: string, more = '') => {
    const { scene } = await filled();
    const found: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const query = new URLSearchParams({ from: FROM, to: TO, report: name, mark });
      const path = `/api/reports/leads?${query}${more}${next && `&before=${next}`}`;
      const { body } = await scene.ask({ path, token: scene.tokens.rep });
      const page = body as BehindAnswer;
      found.push(...page.leads.map(({ leadId }) => leadId));
      if (page.next === null) expect(page.total).toBe(found.length);
      next = page.next;
    }
    return found.sort();
  };

  it('promised against actual: by tens of percent, by tenths of the leads, and the leads themselves', async () => {
    const { tables } = await filled();
    const all = judgedIn(tables, FROM, TO).filter(({ lead }) => !lead.sales_sourced);
    const promised = all.filter(({ said }) => said.chance_then !== null);
    const answer = await report<CalibrationReport>('calibration');
    const bands = Array.from({ length: 10 }, (_, ten) =>
      promised.filter(({ said }) => Math.floor((said.chance_then ?? 0) / 10) === ten),
    );
    expect(answer.bands).toEqual(
      bands.map((own, ten) => ({
        from: 10 * ten,
        to: 10 * ten + 10,
        promised: expect.closeTo(
          sum(own.map(({ said }) => said.chance_then ?? 0)) / own.length / 100,
          9,
        ),
        accepted: rate(own.filter(({ said }) => took(said)).length, own.length),
        recycled: own.filter(({ said }) => said.verdict === 'recycled').length,
        audit: own.filter(({ lead }) => lead.handed_by === 'audit').length,
        mark: `band:${10 * ten}`,
      })),
    );
    expect(answer.all).toEqual(
      rate(promised.filter(({ said }) => took(said)).length, promised.length),
    );
    expect(answer.unpromised).toBe(all.length - promised.length);
    expect(answer.unpromised).toBeGreaterThan(0);
    expect(sum(answer.bands.map(({ accepted }) => accepted.of))).toBe(answer.all.of);
    const off = bands.map((own) =>
      Math.abs(sum(own.map(({ said }) => (took(said) ? 1 : 0) - (said.chance_then ?? 0) / 100))),
    );
    expect(answer.off).toBeCloseTo(sum(off) / promised.length, 9);

    const best = promised.toSorted(
      (a, b) =>
        (b.said.chance_then ?? 0) - (a.said.chance_then ?? 0) ||
        (b.said.points_then ?? 0) - (a.said.points_then ?? 0) ||
        (a.lead.lead_id < b.lead.lead_id ? -1 : 1),
    );
    // The first tenths have one more where it does not divide.
    const [size, more] = [Math.floor(best.length / 10), best.length % 10];
    const starts = (tenth: number) => tenth * size + Math.min(tenth, more);
    expect(answer.tenths).toEqual(
      Array.from({ length: 10 }, (_, tenth) => {
        const own = best.slice(starts(tenth), starts(tenth + 1));
        const accepted = rate(own.filter(({ said }) => took(said)).length, own.length);
        return { tenth: tenth + 1, accepted };
      }),
    );
    const first = answer.tenths[0]?.accepted ?? { n: 0, of: 1 };
    expect(answer.lift10).toBeCloseTo(first.n / first.of / (answer.all.n / answer.all.of), 9);

    for (const [ten, own] of bands.entries()) {
      expect(await behind('calibration', `band:${10 * ten}`)).toEqual(
        own.map(({ lead }) => lead.lead_id).sort(),
      );
    }
  });

  it('each line with and without, and by the name it had last where it is gone', async () => {
    const { scene, tables } = await filled();
    const { marketing, sales } = gitlabPreset.signedBy;
    const older = {
      ...gitlabPreset,
      fit: [{ id: GONE, label: 'Of before', points: 1, test: { is: 'free-mail' as const } }],
    };
    const version = (n: number, definition: object) => ({
      ...{ ws_id: scene.wsId, version: n, created_at: new Date(0) },
      body: toJson({ ...definition, version: n, signedBy: { marketing, sales } }),
    });
    await db()
      .insertInto('definition')
      .values([version(2, older), version(3, gitlabPreset)])
      .execute();
    const all = judgedIn(tables, FROM, TO);
    const answer = await report<RulesReport>('rules');
    const named = new Map(
      [...gitlabPreset.engagement, ...gitlabPreset.fit].map(({ id, label }) => [id, label]),
    );
    expect(answer.all).toEqual(rate(all.filter(({ said }) => took(said)).length, all.length));
    expect(answer.rows.length).toBe(9);
    for (const { ruleId, label, side, with: having, without, lift, mark } of answer.rows) {
      const has = all.filter(({ said }) => said.rules_then?.includes(ruleId));
      const accepted = has.filter(({ said }) => took(said)).length;
      expect(having).toEqual(rate(accepted, has.length));
      expect(without).toEqual(rate(answer.all.n - accepted, all.length - has.length));
      expect(lift).toBeCloseTo(accepted / has.length / (without.n / without.of), 9);
      expect({ label, gone: side === 'gone' }).toEqual(
        ruleId === GONE
          ? { label: 'Of before', gone: true }
          : { label: named.get(ruleId), gone: false },
      );
      expect(await behind('rules', mark)).toEqual(has.map(({ lead }) => lead.lead_id).sort());
    }
  });

  it('month by month, which together are all that was promised', async () => {
    const { tables } = await filled();
    const promised = judgedIn(tables, FROM, TO).filter(
      ({ lead, said }) => said.chance_then !== null && !lead.sales_sourced,
    );
    const { months } = await report<DriftReport>('drift');
    expect(months.map(({ month }) => month)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
    for (const { month, promised: mean, accepted, mark } of months) {
      const own = promised.filter(
        ({ said }) => said.order_at.toISOString().slice(0, 7) === month.slice(0, 7),
      );
      expect(accepted).toEqual(rate(own.filter(({ said }) => took(said)).length, own.length));
      expect(mean).toBeCloseTo(
        sum(own.map(({ said }) => said.chance_then ?? 0)) / own.length / 100,
        9,
      );
      expect(await behind('drift', mark)).toEqual(own.map(({ lead }) => lead.lead_id).sort());
    }
    expect(sum(months.map(({ accepted }) => accepted.of))).toBe(promised.length);
    // Of months in which nothing was promised there is nothing to say, and nothing is made up.
    const early = await report<DriftReport>('drift', '', 'from=2026-07-10&to=2026-08-05');
    expect(early.months.map(({ promised: mean, accepted }) => [mean, accepted.of])).toEqual([
      [null, 0],
      [null, 0],
    ]);
  });

  it('whether two people said the same of one lead, and nobody’s own figures unless they are allowed', async () => {
    const { scene, tables } = await filled();
    const within = tables.verdicts.filter(
      ({ order_at, lead_id }) =>
        order_at >= new Date(FROM) &&
        order_at < new Date('2026-11-22') &&
        tables.leads.some((lead) => lead.lead_id === lead_id),
    );
    const last = [
      ...new Map(within.map((said) => [`${said.lead_id} ${said.member_id}`, said])).values(),
    ];
    const pairs = last.flatMap((a, at) =>
      last
        .slice(at + 1)
        .filter((b) => b.lead_id === a.lead_id)
        .map((b) => ({ a, b, same: took(a) === took(b) })),
    );
    const answer = await report<AgreementReport>('agreement');
    expect(pairs.length).toBeGreaterThan(50);
    expect(answer).toMatchObject({
      pairs: pairs.length,
      same: pairs.filter(({ same }) => same).length,
      reps: null,
    });
    const giving = (reason: string) =>
      pairs.filter(({ a, b }) => [a.reason_label, b.reason_label].includes(reason));
    const reasons = ['Student', 'Competitor'].map((reason) => ({
      reason,
      pairs: giving(reason).length,
      same: giving(reason).filter(({ a, b }) => a.reason_label === b.reason_label).length,
    }));
    expect(answer.reasons.toSorted((a, b) => a.pairs - b.pairs)).toEqual(
      reasons.toSorted((a, b) => a.pairs - b.pairs),
    );
    const apart = pairs.filter(({ same }) => !same).map(({ a }) => a.lead_id);
    expect(await behind('agreement', 'apart')).toEqual([...new Set(apart)].sort());

    await db()
      .updateTable('workspace')
      .set({ rep_figures: true })
      .where('ws_id', '=', scene.wsId)
      .execute();
    const { reps } = await report<AgreementReport>('agreement');
    expect(reps?.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Ines']);
    for (const { memberId, judged, recycled } of reps ?? []) {
      const own = last.filter(({ member_id }) => member_id === memberId);
      expect(judged).toEqual(rate(own.filter(took).length, own.length));
      expect(recycled).toBe(own.filter(({ verdict }) => verdict === 'recycled').length);
    }
  });
});
