import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePage } from '../../lib/contract/identity.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import type { Db } from '../../server/db/database.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { MINUTE, makeScene, type Scene } from './support/scene.ts';

/**
 * Anything that can happen to people with an address and browsers each, in any order: what they do, what is said of them,
 * merges by what a source says and by hand, merges taken back. The same happens in a second team in which nobody ever says
 * that two leads are one. Once the first has taken everything back, nobody can tell the two apart.
 */
const PEOPLE = 2;
const BROWSERS = 4;
const person = fc.integer({ min: 0, max: PEOPLE - 1 });
const browser = fc.integer({ min: 0, max: BROWSERS - 1 });
const name = fc.oneof(
  person.map((n) => emailOf(n)),
  browser.map((n) => browserOf(n)),
);
const step = fc.oneof(
  fc.record({ does: fc.constant('act' as const), name, demo: fc.boolean() }),
  fc.record({
    does: fc.constant('tell' as const),
    name,
    title: fc.constantFrom('Gardener', 'Poet'),
  }),
  fc.record({ does: fc.constant('link' as const), browser }),
  fc.record({ does: fc.constant('join' as const), name, other: name }),
  fc.record({ does: fc.constant('undo' as const), which: fc.nat(5) }),
  fc.record({ does: fc.constant('judge' as const), name, remembers: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function emailOf(n: number) {
  return `email:p${n}@acme.example`;
}
function browserOf(n: number) {
  return `anon:b${n}`;
}

/** How a message says this name. */
function who(ident: string) {
  const value = ident.slice(ident.indexOf(':') + 1);
  return ident.startsWith('anon:')
    ? { anonymousId: value }
    : { context: { traits: { email: value } } };
}

describe.each(enginesFor(import.meta.url))('any merges, on %s', (engine) => {
  const db = useEngine(engine);

  it('leave nothing behind once they are all taken back, in any order; and no event twice', {
    timeout: 240_000,
  }, async () => {
    const steps = fc.array(step, { minLength: 3, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.nat(9)), async (all, order) => {
        const [world, without] = [await makeScene(db()), await makeScene(db())];
        const run = new Run(db(), world, without);
        for (const one of all) await run.take(one);
        expect(await countEvents(db(), world)).toBe(run.events);
        await run.undoAll(order);
        expect(await run.pictureOf(world)).toEqual(await run.pictureOf(without));
        expect(await countEvents(db(), world)).toBe(run.events);
        // And once more, all into one.
        await run.joinAll();
        expect(await countEvents(db(), world)).toBe(run.events);
        await run.undoAll(order);
        expect(await run.pictureOf(world)).toEqual(await run.pictureOf(without));
      }),
      { numRuns: 20 },
    );
  });
});

/** Both teams, and what is known of who is who without any merge. */
class Run {
  events = 0;
  /** The first name of the lead each name was first a name of. */
  readonly #cells = new Map<string, string>();
  readonly #db: Db;
  readonly #world: Scene;
  readonly #without: Scene;

  constructor(db: Db, world: Scene, without: Scene) {
    this.#db = db;
    this.#world = world;
    this.#without = without;
  }

  async take(step: Step): Promise<void> {
    for (const scene of [this.#world, this.#without]) scene.clock.now += MINUTE;
    const base = { messageId: randomUUID(), timestamp: new Date(this.#world.clock.now - 1000) };
    switch (step.does) {
      case 'act': {
        this.#meet(step.name);
        this.events++;
        const event = step.demo ? 'Demo Requested' : 'Content Downloaded';
        await this.#send({ ...base, type: 'track', event, ...who(step.name) });
        return;
      }
      case 'tell':
        this.#meet(step.name);
        await this.#send({
          ...base,
          type: 'identify',
          traits: { title: step.title },
          ...who(step.name),
        });
        return;
      case 'link':
        return this.#link(base, browserOf(step.browser), emailOf(step.browser % PEOPLE));
      case 'join':
        return this.#join(step.name, step.other);
      case 'undo': {
        const [merge] = (await this.#merges()).slice(step.which);
        if (merge) await this.#undo(merge);
        return;
      }
      case 'judge':
        return this.#judge(step.name, step.remembers);
    }
  }

  async undoAll(order: Iterator<number>): Promise<void> {
    for (let left = await this.#merges(); left.length > 0; left = await this.#merges()) {
      await this.#undo(left[Number(order.next().value) % left.length] ?? '');
    }
  }

  async joinAll(): Promise<void> {
    const [first, ...others] = this.#cells.keys();
    for (const other of others) await this.#join(first ?? '', other);
  }

  /** What there is of each lead, under the first name of it, without ids that differ by team. */
  async pictureOf(scene: Scene): Promise<Record<string, unknown>> {
    const picture: Record<string, unknown> = {};
    for (const ident of this.#cells.keys()) {
      const lead = await leadOf(this.#db, scene, ident);
      const { lead_id: _, ws_id: __, rev: ___, updated_at: ____, created_at: _____, ...row } = lead;
      const [events, feedback, cases] = await Promise.all([
        this.#db
          .selectFrom('event')
          .where('lead_id', '=', lead.lead_id)
          .select(['at', 'name', 'origin'])
          .orderBy('at')
          .execute(),
        this.#db
          .selectFrom('feedback')
          .where('lead_id', '=', lead.lead_id)
          .select(['feedback_id', 'origin'])
          .orderBy('feedback_id')
          .execute(),
        this.#db
          .selectFrom('verdict_case')
          .where('lead_id', '=', lead.lead_id)
          .select(['feedback_id', 'body', 'origin'])
          .orderBy('feedback_id')
          .execute(),
      ]);
      const counted = cases.map(({ body, ...rest }) => ({ ...rest, counters: body.counters }));
      picture[ident] = { row, events, feedback, counted };
    }
    return picture;
  }

  async #link(base: object, browser: string, email: string): Promise<void> {
    // Who has an address is somebody before a browser is said to be theirs; so saying it is a merge or a new name.
    if (!this.#cells.has(email)) return;
    const isMerge = this.#cells.has(browser) && this.#cells.get(browser) !== this.#cells.get(email);
    if (!this.#cells.has(browser)) this.#cells.set(browser, this.#cells.get(email) ?? email);
    const said = { ...base, type: 'identify', ...who(email) };
    await this.#world.send({ ...said, ...who(browser) });
    await this.#without.send(isMerge ? said : { ...said, ...who(browser) });
  }

  async #join(one: string, other: string): Promise<void> {
    if (!this.#cells.has(one) || !this.#cells.has(other)) return;
    const [a, b] = [
      await leadOf(this.#db, this.#world, one),
      await leadOf(this.#db, this.#world, other),
    ];
    if (a.lead_id === b.lead_id) return;
    const path = `/api/leads/${a.lead_id}/merge`;
    const token = this.#world.tokens.marketer;
    const answer = await this.#world.ask({ path, token, body: { other: b.lead_id } });
    expect(answer.status).toBe(200);
    this.#world.clock.now += 1;
    this.#without.clock.now += 1;
  }

  async #judge(ident: string, remembers: boolean): Promise<void> {
    const cell = this.#cells.get(ident);
    if (cell === undefined) return;
    const shown = await leadOf(this.#db, this.#world, ident);
    const card = await this.#world.cardById(shown.lead_id);
    const said = { verdict: 'accepted', reason: null, note: '', until: null } as const;
    const item = verdictItem(card, said, this.#world.tools);
    const leadId = remembers ? await cellId(this.#db, this.#world, ident) : card.leadId;
    await this.#world.say(this.#world.tokens.rep, { ...item, leadId });
    const meant = remembers ? cell : await this.#nameOfCell(shown.lead_id);
    const there = await leadOf(this.#db, this.#without, meant);
    await this.#without.say(this.#without.tokens.rep, { ...item, leadId: there.lead_id });
  }

  async #nameOfCell(leadId: string): Promise<string> {
    for (const ident of this.#cells.keys()) {
      if ((await cellId(this.#db, this.#world, ident)) === leadId) return ident;
    }
    throw new Error('A lead without a name.');
  }

  #meet(ident: string): void {
    if (!this.#cells.has(ident)) this.#cells.set(ident, ident);
  }

  async #send(message: object): Promise<void> {
    await this.#world.send(message);
    await this.#without.send(message);
  }

  async #merges(): Promise<string[]> {
    const token = this.#world.tokens.marketer;
    const { body } = await this.#world.ask({ path: '/api/merges', token });
    return mergePage.parse(body).merges.flatMap((one) => (one.undoable ? [one.mergeId] : []));
  }

  async #undo(mergeId: string): Promise<void> {
    const path = `/api/merges/${mergeId}/undo`;
    const token = this.#world.tokens.marketer;
    const answer = await this.#world.ask({ path, method: 'POST', token, body: {} });
    expect(answer.status).toBe(200);
  }
}

async function cellId(db: Db, scene: Scene, ident: string): Promise<string> {
  const { lead_id } = await db
    .selectFrom('identity')
    .where('ident', '=', ident)
    .where('ws_id', '=', scene.wsId)
    .select('lead_id')
    .executeTakeFirstOrThrow();
  return lead_id;
}

async function leadOf(db: Db, scene: Scene, ident: string) {
  const row = (id: string) =>
    db.selectFrom('lead').where('lead_id', '=', id).selectAll().executeTakeFirstOrThrow();
  const own = await row(await cellId(db, scene, ident));
  return own.merged_into === null ? own : row(own.merged_into);
}

async function countEvents(db: Db, scene: Scene): Promise<number> {
  const { count } = await db
    .selectFrom('event')
    .where('ws_id', '=', scene.wsId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
