import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { verdictItem } from '../../lib/feedback/items.ts';
import type { Db } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { ENGINES, useEngine } from './support/engines.ts';
import { DAY, HOUR, makeScene, START } from './support/scene.ts';

/** Takes the tables back to what the release before this one had, with what it would have written in them. */
async function backTo0004(db: Db) {
  for (const table of [
    'counter',
    'verdict_case',
    'calibration',
    'definition_draft',
    'rescoring',
    'lease',
  ]) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
  for (const index of ['lead_hot', 'lead_stale', 'lead_scored']) {
    await sql`drop index ${sql.ref(index)}`.execute(db);
  }
  for (const column of ['scored_version', 'stale_on', 'handed_by']) {
    await sql`alter table lead drop column ${sql.ref(column)}`.execute(db);
  }
  await sql`update lead set points = 7, traits = traits - 'since'`.execute(db);
  await sql`delete from kysely_migration where name = '0005-score'`.execute(db);
}

describe.each(ENGINES)('a database of the release before, on %s', (engine) => {
  const db = useEngine(engine);

  it('is brought up to date with what is in it, in the background', async () => {
    const scene = await makeScene(db());
    const { rep, marketer } = scene.tokens;
    const event = (name: string, at: number, userId: string) => ({
      type: 'track',
      event: name,
      messageId: randomUUID(),
      userId,
      timestamp: new Date(at).toISOString(),
      properties: {},
    });
    const people = Array.from({ length: 30 }, (_, n) => `p${n}@acme.example`);
    await scene.send(...people.map((who) => event('Demo Requested', START - HOUR, who)));
    await scene.send({ type: 'identify', userId: people[0], traits: { title: 'VP Operations' } });
    const cards = await Promise.all(people.map((who) => scene.card(who)));
    for (const [place, card] of cards.slice(0, 10).entries()) {
      const kind = place < 6 ? 'accepted' : 'rejected';
      const said = { verdict: kind, reason: null, note: '', until: null } as const;
      await scene.say(rep, verdictItem(card, said, scene.tools));
    }
    // After the verdicts; nothing of it belongs to what was known then.
    scene.clock.now += DAY;
    await scene.send(...people.map((who) => event('Webinar Attended', scene.clock.now, who)), {
      type: 'identify',
      userId: people[1],
      traits: { title: 'VP Operations' },
    });
    const before = await Promise.all(cards.map(({ leadId }) => scene.cardById(leadId)));

    await backTo0004(db());
    await migrate(db());
    // Cards are right at once, rows when the work has come to them.
    const [first] = await Promise.all(
      cards.slice(0, 1).map(({ leadId }) => scene.cardById(leadId)),
    );
    // But for the verdicts: none of them is frozen yet.
    expect(first?.score).toEqual({ ...before[0]?.score, verdicts: 0, at: first?.score.at });
    await scene.work();
    const rows = await db()
      .selectFrom('lead')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    for (const card of before) {
      const row = rows.find(({ lead_id }) => lead_id === card.leadId);
      expect(row).toMatchObject({ points: card.score.points, scored_version: 1 });
    }
    const { body } = await scene.ask({ path: '/api/learning', token: marketer });
    expect(body).toMatchObject({
      verdicts: { all: 10, used: 10, accepted: 6, unanswered: 20 },
      rescoring: { version: 1, total: 30, done: 30 },
    });
    const cases = await db()
      .selectFrom('verdict_case')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    expect(cases).toHaveLength(10);
    for (const one of cases) {
      expect(Object.keys(one.body.counters.rules)).toEqual(['demo']);
      expect(one.body.points).toBe(
        cards.find(({ leadId }) => leadId === one.lead_id)?.score.points,
      );
    }
    const titleOf = (place: number) =>
      cases.find(({ lead_id }) => lead_id === cards[place]?.leadId)?.body.fit.title;
    expect([titleOf(0), titleOf(1)]).toEqual(['VP Operations', null]);
  });
});
