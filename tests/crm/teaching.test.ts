import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactName, Place } from '../../lib/contract/recipe.ts';
import { addressesBy } from '../../lib/crm/outlines.ts';
import { RECIPES } from '../../lib/crm/registry.ts';
import { isRecord, type RecordFixture, readFixtures } from './support/fixtures.ts';
import { openStage, type Stage } from './support/stage.ts';

/**
 * Pointing, on the saved pages of all CRMs: what somebody points at on one record's page must be found again there, and on
 * the other pages of that CRM give the right person's or nothing, never somebody else's.
 */
const pages = readFixtures()
  .filter(isRecord)
  .filter(({ frames, record }) => Object.keys(frames).length === 0 && !record);

/** Of one CRM, the pages of one kind are laid out alike; a company's heading is no person's name. */
const kindOf = ({ crm, url }: RecordFixture) => {
  const recipe = RECIPES.find(({ id }) => id === crm);
  const found = recipe && addressesBy(recipe).detect(new URL(url));
  return found?.is === 'record' ? `${crm} ${found.record.kind}` : crm;
};
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Points at the innermost visible element that shows this value, as a mouse would. */
function pointAt(fact: FactName, value: string) {
  return stage.page.evaluate(
    (name, shown) => {
      const { placesOf } = globalThis.truce.engine;
      const shows = (element: Element) =>
        (element instanceof HTMLInputElement ? element.value : element.textContent)
          ?.replace(/\s+/g, ' ')
          .trim() === shown;
      const seen = [...document.body.querySelectorAll('*')].filter(
        (element) =>
          shows(element) && element.getClientRects().length > 0 && element.checkVisibility(),
      );
      const innermost = seen.find(
        (element) => !seen.some((other) => other !== element && element.contains(other)),
      );
      return innermost ? placesOf(innermost, name as 'name') : null;
    },
    fact,
    value,
  );
}

const valuesOn = (fact: FactName, places: Place[]) =>
  stage.page.evaluate(
    (name, taught) =>
      taught.map((place) => [
        ...globalThis.truce.engine.valuesOn(document.body, name as 'name', place),
      ]),
    fact,
    places,
  );

/**
 * Where a person without an address has something of the very same make in its place: Pipedrive's card of the company. Pointing
 * cannot tell them apart, Pipedrive's own recipe does.
 */
const KNOWN_LIMITS = new Set(['pipedrive email']);

const FACTS = ['name', 'email', 'company'] as const;

describe.each(pages)('pointing at $crm $name', (fixture: RecordFixture) => {
  it('finds what was pointed at, and on this CRM’s other pages nobody else', async () => {
    const others = pages.filter(
      (other) => other.name !== fixture.name && kindOf(other) === kindOf(fixture),
    );
    for (const fact of FACTS) {
      const value = fixture.facts[fact];
      if (!value) continue;
      await stage.show(fixture.url, fixture.html);
      const pointed = await pointAt(fact, value);
      // Some values are shown with something else in one element, or nowhere but in an attribute.
      if (!pointed?.ok) continue;
      expect(await valuesOn(fact, pointed.places)).toEqual(pointed.places.map(() => [value]));
      for (const other of others) {
        await stage.show(other.url, other.html);
        const [best] = await valuesOn(fact, pointed.places.slice(0, 1));
        const strangers = (best ?? []).filter(
          (each) => each !== other.facts[fact] && each !== value,
        );
        // Several values are refused, so only one that stands alone can be taken for the person's.
        if (best?.length !== 1 || fact === 'company') continue;
        if (KNOWN_LIMITS.has(`${fixture.crm} ${fact}`)) continue;
        expect(strangers, `${fact} on ${other.name}`).toEqual([]);
      }
    }
  });
});

describe('pointing at a row', () => {
  it('finds its list’s other rows', async () => {
    await stage.show(
      'https://crm.example/people',
      `<!doctype html><nav><a href="/people/999">Me</a></nav>
      <main><h2>People</h2><div class="x81"><ul>
      ${['Ada', 'Bo', 'Cy'].map((name, place) => `<li><div><a href="/people/${place + 1}">${name}</a></div><span>${name.toLowerCase()}@x.example</span></li>`).join('')}
      </ul></div></main>`,
    );
    const rows = await stage.page.evaluate(() => {
      const { rowOf, listReaderBy } = globalThis.truce.engine;
      const recipe = {
        id: 'my-crm',
        name: 'My CRM',
        sureness: 'taught' as const,
        checkedOn: '2026-11-23',
        hosts: [],
        ids: 'digits' as const,
        records: { contact: ['/people/{id}'] },
        lists: { contact: ['/people'] },
        page: { facts: {} },
      };
      const url = new URL('https://crm.example/people');
      const pointed = rowOf(document.querySelector('li span') as Element, recipe, url);
      if (!pointed.ok) return pointed.why;
      const rowsHere = listReaderBy({ ...recipe, list: pointed.page }).rows(document, url);
      return rowsHere.map(({ record, facts }) => ({ id: record?.id, ...facts }));
    });
    expect(rows).toEqual([
      { id: '1', name: 'Ada', email: 'ada@x.example' },
      { id: '2', name: 'Bo', email: 'bo@x.example' },
      { id: '3', name: 'Cy', email: 'cy@x.example' },
    ]);
  });
});
