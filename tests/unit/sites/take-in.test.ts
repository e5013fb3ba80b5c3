import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../lib/contract/recipe.ts';
import { RECIPES } from '../../../lib/crm/registry.ts';
import { takeIn } from '../../../lib/sites/take-in.ts';

/** As a browser would, as far as these tests need one: brackets close, and nothing is empty. */
const isSelector = (text: string) =>
  text.trim() !== '' && !/[{}]|^\d/.test(text) && text.split('[').length === text.split(']').length;

const ACME: Recipe = {
  id: 'acme',
  name: 'Acme CRM',
  sureness: 'taught',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: { contact: ['/people/{id}/**'] },
  lists: { contact: ['/people'] },
  page: {
    pane: ['main'],
    self: [{ at: 'a[href*="{id}"]', take: 'href' }],
    facts: { name: ['h1'], email: [{ label: 'E-mail' }, 'a[href^="mailto:"]'] },
  },
  list: { row: ['tr'], id: ['a'], facts: { name: ['td'] } },
  panels: [{ at: '.drawer', id: [{ at: '[data-id]', take: 'data-id' }] }],
};

/** The recipe with one thing changed: `page.facts.name` is a path. */
function acme(path: string, value: unknown): string {
  const changed: unknown = structuredClone(ACME);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), changed);
  Reflect.set(Object(holder), last, value);
  return JSON.stringify(changed);
}
const detail = (text: string) => {
  const taken = takeIn(text, isSelector);
  return taken.ok ? 'taken in' : taken.problem.detail;
};

describe('taking in a recipe from a file', () => {
  it('gives back what was saved, with or without a byte order mark', () => {
    const text = JSON.stringify(ACME, null, 2);
    expect(takeIn(text, isSelector)).toEqual({ ok: true, value: ACME });
    expect(takeIn(`\uFEFF${text}`, isSelector)).toEqual({ ok: true, value: ACME });
  });

  it.each(RECIPES.map((each) => [each.id, each] as const))(
    'takes %s in under another id, as taught and without hosts, and refuses it under its own',
    (id, built) => {
      const renamed = { ...built, id: `my-${id}`, records: { lead: ['/{id}'], ...built.records } };
      const own = takeIn(JSON.stringify(renamed), () => true);
      expect(own).toEqual({ ok: true, value: { ...renamed, sureness: 'taught', hosts: [] } });
      const taken = takeIn(JSON.stringify(built), () => true);
      expect(taken).toMatchObject({ ok: false, problem: { code: 'conflict' } });
      expect(JSON.stringify(taken)).toContain(`${built.name}, which comes with Truce`);
    },
  );

  it.each([
    ['', /The browser says: /],
    ['{ "id": "acme", }', /The browser says: .*position 16/],
    ['[]', /^the whole file: this should be an object/],
    ['"acme"', /^the whole file: this should be an object/],
    ['{}', /^id: this is missing/],
  ])('says what is wrong with %j', (text, words) => {
    expect(detail(text)).toMatch(words);
  });

  it.each<[string, unknown, string]>([
    ['name', undefined, 'name: this is missing.'],
    ['name', '', 'name: this is empty.'],
    ['name', 5, 'name: this should be a text, in " ".'],
    ['checkedOn', 'yesterday', 'checkedOn: this should be a day like “2026-11-23”.'],
    ['ids', 'numbers', 'ids: this is of none of the forms that it may have.'],
    ['hosts', 'https://x', 'hosts: this should be a list, in [ ].'],
    ['hosts', ['x.example'], 'hosts: “x.example” has not the form that it should have.'],
    ['records', {}, 'records: no address is given, so no page would count as a record.'],
    ['page.facts', undefined, 'page › facts: this is missing.'],
    ['page.facts.email', ['x'.repeat(401)], 'page › facts › email: this is too long, at most 400.'],
    ['page.facts.emial', ['a'], 'page › facts › emial: Truce does not know this.'],
    ['page.self', [{ at: 'a', takes: 'href' }], 'page › self › takes: Truce does not know'],
    [
      'page.facts.email',
      ['a['],
      'page › facts › email: this is no selector the browser understands: a[',
    ],
    ['page.facts.email', ['a', 'b['], 'page › facts › email › no. 2: this is no selector'],
    ['page.self', [{ at: 'a[{id}' }], 'page › self › at: this is no selector'],
    ['page.pane', ['main', '['], 'page › pane › no. 2: this is no selector'],
    ['page.loading', ['['], 'page › loading: this is no selector'],
    ['pages', { lead: { facts: { name: ['['] } } }, 'pages › lead › facts › name: this is no'],
    ['list.row', ['['], 'list › row: this is no selector'],
    ['list.id', ['['], 'list › id: this is no selector'],
    ['list.facts.name', ['['], 'list › facts › name: this is no selector'],
    ['panels', [{ at: '[', id: ['a'] }], 'panels › at: this is no selector'],
    ['panels', [{ at: 'a', id: ['['] }], 'panels › id: this is no selector'],
    ['frames', ['['], 'frames: this is no selector'],
    ['ignore', ['['], 'ignore: this is no selector'],
  ])('says where: %s as %j', (path, value, words) => {
    expect(detail(acme(path, value))).toContain(words);
  });

  it('does not take names, labels and addresses for selectors', () => {
    const taken = { ...ACME, name: '[', empty: ['['], page: { facts: { name: [{ label: '[' }] } } };
    expect(takeIn(JSON.stringify(taken), isSelector)).toMatchObject({ ok: true });
  });

  it('refuses a file that is no recipe by its length alone', () => {
    const long = takeIn(' '.repeat(200_001), isSelector);
    expect(long).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  it('answers whatever it is given, and takes in nothing but whole recipes', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('__proto__', [], {}, null));
    const changed = fc.tuple(fc.constantFrom(...Object.keys(ACME), 'other', '__proto__'), value);
    fc.assert(
      fc.property(changed, ([key, instead]) => {
        const text = JSON.stringify(ACME).replace(
          /\}$/,
          `,${JSON.stringify(key)}:${JSON.stringify(instead)}}`,
        );
        const taken = takeIn(text, isSelector);
        if (taken.ok) expect(takeIn(JSON.stringify(taken.value), isSelector)).toEqual(taken);
        else expect(taken.problem.detail).toMatch(/^.{5,}\.$/su);
      }),
      { numRuns: 500 },
    );
  });
});
