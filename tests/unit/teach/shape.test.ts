import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../lib/contract/recipe.ts';
import { addressesBy } from '../../../lib/crm/outlines.ts';
import { listTemplateOf, type Shape, shapeOf, shapeOfBoth } from '../../../lib/teach/shape.ts';

/** Three records of each CRM: two to learn from, a third that must then be known. */
const UUIDS = [
  '550e8400-e29b-41d4-a716-446655440000',
  '20202020-1c25-4d02-bf25-6aeccf7ea419',
  '0a1b2c3d-1111-2222-3333-444455556666',
] as const;
const NUMBERS = ['42', '7', '100200300401'] as const;
const CRMS: [name: string, of: (id: string) => string, ids: readonly [string, string, string]][] = [
  ['a path', (id) => `https://crm.example/people/${id}`, NUMBERS],
  ['a path with a tail', (id) => `https://crm.example/person/${id}/overview`, UUIDS],
  [
    'an account before it',
    (id) => `https://crm.example/contacts/1234567/record/0-1/${id}`,
    NUMBERS,
  ],
  [
    'a query',
    (id) => `https://crm.example/index.php?module=Leads&action=DetailView&record=${id}`,
    UUIDS,
  ],
  [
    'a query in another order',
    (id) => `https://crm.example/main.aspx?id=${id}&etn=lead&appid=9`,
    UUIDS,
  ],
  ['a fragment', (id) => `https://crm.example/#/contacts/${id}/show`, NUMBERS],
  [
    'a fragment without a slash',
    (id) => `https://crm.example/app/#Lead/view/${id}`,
    ['64d2f0c3a1b2c3d4e', '64d2f0c3a1b2c3d4f', '75d2f0c3a1b2c3d40'],
  ],
  [
    'parameters in a fragment',
    (id) => `https://crm.example/web#id=${id}&model=crm.lead&view_type=form`,
    NUMBERS,
  ],
  [
    'a query in a fragment',
    (id) => `https://crm.example/app#/browse/list?fullProfile=people-${id}`,
    NUMBERS,
  ],
  [
    'numbers with a word',
    (id) => `https://crm.example/kartei.pl?akte=${id}&sicht=blatt`,
    ['K-00042', 'K-00107', 'K-7'],
  ],
  [
    'names',
    (id) => `https://crm.example/crm/organizations/${encodeURIComponent(id)}`,
    ['Müller & Co', 'Torfmoor', 'a.b'],
  ],
];

const recipeFor = ({ template, ids }: Shape): Recipe => ({
  id: 'my-crm',
  name: 'My CRM',
  sureness: 'taught',
  checkedOn: '2026-11-23',
  hosts: [],
  ids,
  records: { contact: [template] },
  lists: {},
  page: { facts: {} },
});

const knows = (shape: Shape, url: string) =>
  addressesBy(recipeFor(shape)).detect(new URL(url))?.is === 'record';

describe('the shape of records’ addresses', () => {
  it.each(CRMS)('with the id in %s is learned from two', (_, of, [a, b, c]) => {
    const shape = shapeOfBoth(new URL(of(a)), new URL(of(b)));
    if (typeof shape === 'string') throw new Error(shape);
    for (const id of [a, b, c]) expect(knows(shape, of(id)), `${shape.template} ${id}`).toBe(true);
    const ids = [a, b, c].map((id) => {
      const found = addressesBy(recipeFor(shape)).detect(new URL(of(id)));
      return found?.is === 'record' ? found.record.id : null;
    });
    expect(new Set(ids).size).toBe(3);
  });

  it.each(CRMS.slice(0, -1))('with the id in %s is guessed from one', (_, of, [a, b]) => {
    const shape = shapeOf(new URL(of(a)));
    expect(shape?.examples.some((example) => example.includes(a))).toBe(true);
    expect(shape && knows(shape, of(b))).toBe(true);
  });

  it('is not learned from one record twice, nor from two kinds of pages', () => {
    const url = (text: string) => new URL(`https://crm.example${text}`);
    expect(shapeOfBoth(url('/people/1'), url('/people/1'))).toBe('same');
    expect(shapeOfBoth(url('/people/1'), url('/companies/2'))).toBe('different-pages');
    expect(shapeOfBoth(url('/people/1'), url('/people'))).toBe('different-pages');
    expect(shapeOfBoth(url('/people/1'), url('/settings/profile'))).toBe('different-pages');
  });

  it('lets numbers of other folders differ', () => {
    const shape = shapeOfBoth(
      new URL('https://crm.example/boards/9000000001/pulses/123'),
      new URL('https://crm.example/boards/9000000002/pulses/456'),
    );
    if (typeof shape === 'string') throw new Error(shape);
    expect(knows(shape, 'https://crm.example/boards/9000000003/pulses/789')).toBe(true);
  });

  it('takes no address for a record that does not look like one', () => {
    for (const text of [
      '/',
      '/people',
      '/people?page=2&sort=3',
      '/app/v2/index.html',
      '/#/contacts',
    ]) {
      expect(shapeOf(new URL(`https://crm.example${text}`)), text).toBeNull();
    }
  });

  it('of lists keeps words and drops what changes', () => {
    expect(listTemplateOf(new URL('https://crm.example/people?view=mine&page=2'))).toBe(
      '/people?view=mine',
    );
    expect(listTemplateOf(new URL('https://crm.example/boards/9000000001'))).toBe('/boards/{*}');
    expect(listTemplateOf(new URL('https://crm.example/#Lead'))).toBe('/#Lead');
  });
});
