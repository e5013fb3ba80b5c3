import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactName } from '../../../lib/contract/recipe.ts';
import {
  complaintsOf,
  forgotten,
  type Health,
  healthSchema,
  noted,
} from '../../../lib/sites/health.ts';

/** One look a minute, from minute 1 on. `n` is a record with a name, `e` with an address too, `.` with nothing. */
const FOUND: Record<string, FactName[]> = { '.': [], n: ['name'], e: ['name', 'email'] };

function looked(looks: string, { crm = 'salesforce', from = [] as Health, at = 0 } = {}): Health {
  return [...looks].reduce(
    (health, sign, place) =>
      noted(health, { crm, kind: 'lead', found: FOUND[sign] ?? [] }, at + place + 1),
    from,
  );
}
const factsMissed = (health: Health) => complaintsOf(health).map(({ fact }) => fact);
const name = { crm: 'salesforce', kind: 'lead', fact: 'name', of: 10 } as const;

describe('what stopped being found', () => {
  it.each([
    ['is missed when the last nine of ten lack it', 'nnnnnnn.........', { missing: 9, since: 8 }],
    ['is missed when all ten lack it', 'nnnnn..........', { missing: 10, since: 6 }],
    ['is missed in spite of one lucky look', 'nnnnn.....n....', { missing: 9, since: 6 }],
    ['is missed since before the last ten', 'nnnnnnnnnnnn............', { missing: 10, since: 13 }],
    [
      'has a first day that a lucky look does not move',
      'nnnnn...n.........',
      { missing: 9, since: 6 },
    ],
  ])('%s', (_, looks, expected) => {
    expect(complaintsOf(looked(looks))).toEqual([{ ...name, ...expected }]);
  });

  it.each([
    ['nothing at all', ''],
    ['eight of ten', 'nnnnnnnn........'],
    ['too little to compare with', 'nnnn..........'],
    ['hardly ever there before', 'n.n...n.............'],
    ['never there', '.'.repeat(60)],
    ['back again twice', 'nnnnnnnn..........nn'],
  ])('is not missed: %s', (_, looks) => {
    expect(complaintsOf(looked(looks))).toEqual([]);
  });

  it('is missed when half of the records before had it, and not when fewer did', () => {
    expect(factsMissed(looked('n.n.n...........'))).toEqual(['name']);
    expect(factsMissed(looked('n.n.............'))).toEqual([]);
  });

  it('is told for each fact by itself', () => {
    expect(factsMissed(looked('eeeeeeeee..........'))).toEqual(['name', 'email']);
    expect(factsMissed(looked('eeeeeeeeennnnnnnnnn'))).toEqual(['email']);
    // A title or a phone number is often not filled in, so nobody is told.
    const titled = Array.from({ length: 20 }, (_, at) => ({ at, found: at < 9 ? ['title'] : [] }));
    expect(complaintsOf([{ crm: 'hubspot', kind: 'contact', seen: titled }])).toEqual([]);
  });

  it('is told for each kind of record and each CRM by itself', () => {
    let health: Health = [];
    for (let at = 1; at <= 40; at += 1) {
      const good = at <= 20;
      health = noted(health, { crm: 'zoho', kind: 'lead', found: good ? ['name'] : [] }, at);
      health = noted(health, { crm: 'zoho', kind: 'contact', found: ['name'] }, at);
      health = noted(health, { crm: 'odoo', kind: 'lead', found: ['name'] }, at);
    }
    expect(complaintsOf(health)).toEqual([
      { crm: 'zoho', kind: 'lead', fact: 'name', missing: 10, of: 10, since: 21 },
    ]);
  });

  it('stays missed, since the same day, however many records follow without it', () => {
    const broken = looked('nnnnnnn..........');
    for (const more of [1, 9, 10, 50, 500]) {
      const later = looked('.'.repeat(more), { from: broken, at: 1000 });
      expect(complaintsOf(later)).toEqual([{ ...name, missing: 10, since: 8 }]);
    }
  });

  it('stays missed with a lucky look now and then, and is found again when it is found', () => {
    const broken = looked(`${'n'.repeat(60)}${'..........n'.repeat(20)}`);
    expect(complaintsOf(broken)).toMatchObject([{ fact: 'name', since: 61 }]);
    expect(complaintsOf(looked('nn', { from: broken, at: 1000 }))).toEqual([]);
  });

  it('begins anew for one CRM only', () => {
    const both = looked('nnnnnnn..........', { crm: 'odoo', from: looked('nnnnnnn..........') });
    const left = forgotten(both, 'salesforce');
    expect(complaintsOf(left)).toMatchObject([{ crm: 'odoo' }]);
    expect(complaintsOf(looked('.'.repeat(30), { from: left }))).toMatchObject([{ crm: 'odoo' }]);
  });
});

const kinds = fc.constantFrom('lead', 'contact', 'deal', 'account', 'record');
const facts = fc.subarray<FactName>(['name', 'email', 'company', 'title', 'phone', 'owner']);
const look = fc.record({
  crm: fc.constantFrom('salesforce', 'hubspot'),
  kind: kinds,
  found: facts,
});

describe('whatever is looked at', () => {
  it('stays small, fits what is stored, and every complaint is true of the last ten looks', () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 300 }), (looks) => {
        const health = looks.reduce<Health>((kept, each, at) => noted(kept, each, at), []);
        expect(healthSchema.parse(JSON.parse(JSON.stringify(health)))).toEqual(health);
        for (const { seen } of health) expect(seen.length).toBeLessThanOrEqual(60);
        for (const { crm, kind, fact, missing, of, since } of complaintsOf(health)) {
          const all = looks.map((each, at) => ({ ...each, at }));
          const own = all.filter((each) => each.crm === crm && each.kind === kind);
          const lacking = own.slice(-of).filter(({ found }) => !found.includes(fact));
          expect(missing).toBe(lacking.length);
          expect(own.find(({ at }) => at === since)?.found).not.toContain(fact);
        }
      }),
    );
  });

  it('changes nothing of what was handed in, and forgets what was looked at longest ago', () => {
    const before = looked('nnn');
    const copy = structuredClone(before);
    noted(before, { crm: 'salesforce', kind: 'lead', found: ['name', 'name'] }, 9);
    expect(before).toEqual(copy);
    let health: Health = [];
    for (let n = 0; n < 1000; n += 1) {
      health = noted(health, { crm: `crm-${n}`, kind: 'lead', found: ['name', 'name'] }, n);
    }
    expect(health).toHaveLength(100);
    expect(health.at(-1)).toEqual({
      crm: 'crm-999',
      kind: 'lead',
      seen: [{ at: 999, found: ['name'] }],
    });
  });

  it('never takes from the disk what no date can be made of, and never throws on what it takes', () => {
    const at = fc.oneof(fc.double(), fc.integer());
    const found = fc.array(fc.string(), { maxLength: 3 });
    const seen = fc.array(fc.record({ at, found }), { maxLength: 80 });
    const group = fc.record({ crm: fc.string(), kind: fc.oneof(kinds, fc.string()), seen });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(group)), (stored) => {
        const parsed = healthSchema.safeParse(stored);
        if (!parsed.success) return;
        for (const { since } of complaintsOf(parsed.data)) new Date(since).toISOString();
        noted(parsed.data, { crm: 'salesforce', kind: 'lead', found: [] }, 1);
      }),
    );
    const damaged = (when: number) => [
      { crm: 'zoho', kind: 'lead', seen: [{ at: when, found: [] }] },
    ];
    for (const when of [1e300, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(healthSchema.safeParse(damaged(when)).success).toBe(false);
    }
  });
});
