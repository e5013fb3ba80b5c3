import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../server/routes.ts';
import { barrage, type Outcome } from './support/barrage.ts';
import { keyOf } from './support/cases.ts';
import { grown, leaksIn, mistakesIn, unreached } from './support/held.ts';
import { shownFault } from './support/table.ts';
import { startTeam, type Team } from './support/team.ts';

/** Another one each day; `npm run test:fuzz` sends a hundred thousand. */
const SEED = Number(process.env.TRUCE_FUZZ_SEED ?? Math.trunc(Date.now() / 86_400_000));
const REQUESTS = 700;

describe(`a store under any input, seed ${SEED}`, () => {
  let team: Team;
  let outcome: Outcome;
  beforeAll(async () => {
    team = await startTeam('pglite');
    outcome = await barrage(team, { seed: SEED, requests: REQUESTS, connections: 8, looks: [400] });
  });
  afterAll(() => team?.end());

  it('answers everything, gives nothing to whoever may not have it, and names what is wrong in a sentence', () => {
    expect(outcome.faults.map(shownFault)).toEqual([]);
    expect(outcome.crashed).toBe(false);
  });

  it('was asked by every route there is, and every one has done its work', () => {
    expect([...outcome.lines.keys()].sort()).toEqual(ROUTES.map(keyOf).sort());
    expect(unreached(outcome.lines)).toEqual([]);
  });

  it('writes down no mistake of its own, and nothing that is secret or about a person', () => {
    expect(mistakesIn(team.store.output())).toEqual([]);
    expect(leaksIn(team)).toEqual([]);
    // What was broken off, or came to no route, is no line; but there was a log to look into.
    expect(team.store.output().split('\n').length).toBeGreaterThan(REQUESTS / 2);
  });

  it('holds no more memory afterwards', () => {
    expect(outcome.held.length).toBeGreaterThan(1);
    expect(grown(outcome.held)).toBeNull();
  });
});
