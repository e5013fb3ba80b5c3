import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../server/db/database.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { makeScene } from './support/scene.ts';

/**
 * People with an address and an account each, who share browsers. Their messages are sent in several requests at
 * once, in any mixture; what must hold afterwards does not depend on which came first.
 */
const message = fc.record({
  person: fc.integer({ min: 0, max: 2 }),
  browser: fc.integer({ min: 0, max: 3 }),
  says: fc.constantFrom('address', 'address and browser', 'everything', 'browser'),
});
type Said = typeof message extends fc.Arbitrary<infer T> ? T : never;

function sent({ person, browser, says }: Said, messageId: string) {
  const address = says === 'browser' ? {} : { traits: { email: `p${person}@acme.example` } };
  return {
    type: 'track',
    event: 'Content Downloaded',
    messageId,
    properties: { title: says === 'browser' ? 'a visitor' : `person ${person}` },
    context: address,
    ...(says === 'address' ? {} : { anonymousId: `browser ${browser}` }),
    ...(says === 'everything' ? { userId: `user ${person}` } : {}),
  };
}

describe.each(enginesFor(import.meta.url))('any people at any browsers, on %s', (engine) => {
  const db = useEngine(engine);

  it('keep every event once, under one person, however they arrive', async () => {
    const requests = fc.array(fc.array(message, { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const scene = await makeScene(db());
        const batches = all.map((batch) => batch.map((said) => sent(said, randomUUID())));
        // Each request twice at once, as a proxy that repeats would.
        const answers = await Promise.all(
          [...batches, ...batches].map((batch) => scene.send(...batch)),
        );
        const count = batches.flat().length;
        const accepted = answers.reduce((sum, answer) => sum + answer.accepted, 0);
        const { events, leads, identities } = await everything(db(), scene.wsId);
        expect(accepted).toBe(count);
        expect(events).toHaveLength(count);

        const live = new Map(
          leads.filter((lead) => lead.merged_into === null).map((lead) => [lead.lead_id, lead]),
        );
        for (const { lead_id } of events) expect(live.has(lead_id)).toBe(true);
        // Names stay where they were; whoever follows them comes to somebody who is there.
        const goesTo = new Map(
          leads.map((lead) => [lead.lead_id, lead.merged_into ?? lead.lead_id]),
        );
        for (const { lead_id } of identities) {
          expect(live.has(goesTo.get(lead_id) ?? '')).toBe(true);
        }
        const people = new Map<string, Set<string>>();
        for (const { lead_id, title } of events) {
          if (!title?.startsWith('person')) continue;
          people.set(title, (people.get(title) ?? new Set()).add(lead_id));
          expect(live.get(lead_id)?.email).toBe(`p${title.at(-1)}@acme.example`);
        }
        for (const ids of people.values()) expect(ids.size).toBe(1);
      }),
      { numRuns: 30 },
    );
  });
});

async function everything(db: Db, wsId: string) {
  return {
    events: await db.selectFrom('event').where('ws_id', '=', wsId).selectAll().execute(),
    leads: await db.selectFrom('lead').where('ws_id', '=', wsId).selectAll().execute(),
    identities: await db.selectFrom('identity').where('ws_id', '=', wsId).selectAll().execute(),
  };
}
