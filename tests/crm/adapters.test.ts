import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesBy } from '../../lib/crm/outlines.ts';
import { RECIPES } from '../../lib/crm/registry.ts';
import { isList, isRecord, type RecordFixture, readFixtures } from './support/fixtures.ts';
import { openStage, type Stage } from './support/stage.ts';

/**
 * Every recipe against every saved page, in a real browser: what is visible decides, and only a browser knows that.
 * Saved pages are dated and kept; an old layout is supported until somebody decides otherwise.
 */
const fixtures = readFixtures();
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Reads the page that is shown as the record of `address` (the page's own, unless said), twice. */
function read(crm: string, address = stage.url()) {
  return stage.page.evaluate(
    (id, at) => {
      const adapter = globalThis.truce.engine.adapters.get(id);
      const url = new URL(at);
      const record = adapter?.locate(document, url);
      if (!adapter || !record) return null;
      const readings = [adapter.read(document, url, record), adapter.read(document, url, record)];
      return { record, reading: readings[0] ?? null, again: readings[1] ?? null };
    },
    crm,
    address,
  );
}

describe.each(fixtures.filter(isRecord))('$crm $name', (fixture: RecordFixture) => {
  const { crm, html, url, frames, another, facts, record } = fixture;

  it('is read completely, and only from the visible pane', async () => {
    await stage.show(url, html, frames);
    const seen = await read(crm);
    expect(seen?.reading).toMatchObject({ ok: true, facts });
    expect(seen?.reading?.ok && seen.reading.facts).toEqual(facts);
    expect(seen?.again).toEqual(seen?.reading);
    if (record) expect(seen?.record).toMatchObject(record);
  });

  it.runIf(another)('is not taken for a record whose page is still to come', async () => {
    await stage.show(url, html, frames);
    expect((await read(crm, another))?.reading).toEqual({ ok: false, why: 'not-rendered' });
  });

  it('says nothing when its page is still empty', async () => {
    await stage.show(url, '<!doctype html><body></body>');
    expect((await read(crm))?.reading?.ok ?? false).toBe(false);
  });

  it('takes hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202E'.repeat(30);
    const known = facts.name ?? facts.company ?? '';
    await stage.show(url, html.replaceAll(known, hostile.replaceAll('<', '&lt;')), frames);
    const seen = await read(crm);
    if (seen?.reading?.ok) {
      expect((seen.reading.facts.name ?? '').length).toBeLessThanOrEqual(200);
    }
  });
});

describe.each(fixtures.filter(isList))('$crm $name', ({ crm, html, url, frames, rows }) => {
  const readRows = () =>
    stage.page.evaluate(
      (id, at) => {
        const lists = globalThis.truce.engine.lists.get(id);
        const found = lists?.rows(document, new URL(at)) ?? [];
        return found.map((row) => ({
          id: row.record?.id ?? null,
          ...(row.record ? { kind: row.record.kind } : {}),
          ...row.facts,
        }));
      },
      crm,
      stage.url(),
    );

  it('gives its rows, each once', async () => {
    await stage.show(url, html, frames);
    const found = await readRows();
    expect(found).toHaveLength(rows.length);
    expect(found).toMatchObject(rows);
  });

  it('says where the name of each row stands', async () => {
    await stage.show(url, html, frames);
    const places = await stage.page.evaluate(
      (id, at) => {
        const rowsHere = globalThis.truce.engine.lists.get(id)?.rows(document, new URL(at)) ?? [];
        return rowsHere.map(({ anchor, facts }, place, all) => ({
          text: anchor.textContent || (anchor as HTMLInputElement).value || '',
          told: facts.name ?? facts.email ?? '',
          seen: anchor.getClientRects().length > 0,
          own: all.every((other, index) => index === place || !anchor.contains(other.anchor)),
        }));
      },
      crm,
      stage.url(),
    );
    expect(places).toHaveLength(rows.length);
    for (const { text, told, seen, own } of places) {
      expect({ seen, own }).toEqual({ seen: true, own: true });
      expect(text.replace(/\s+/g, ' ')).toContain(told.split(' ')[0]);
    }
  });

  it('has a place for a chip beside every name in sight, and none in another row', async () => {
    await stage.show(url, html, frames);
    const chips = await stage.page.evaluate(
      (id, at) => {
        const { lists, placeFinder } = globalThis.truce.engine;
        const find = placeFinder(document.createElement('div'));
        const size = { width: 60, height: 20 };
        return (lists.get(id)?.rows(document, new URL(at)) ?? []).map((row) => {
          const { top, bottom } = row.anchor.getBoundingClientRect();
          const place = find(row, size);
          const middle = (place?.y ?? 0) + size.height / 2;
          return {
            inSight: top > size.height && bottom < innerHeight - size.height,
            placed: place !== null,
            beside: place !== null && middle >= top && middle <= bottom,
          };
        });
      },
      crm,
      stage.url(),
    );
    expect(chips).toHaveLength(rows.length);
    const wrong = chips.filter(
      ({ inSight, placed, beside }) => (inSight && !placed) || (placed && !beside),
    );
    expect(wrong).toEqual([]);
  });

  it('reads recycled rows anew', async () => {
    await stage.show(url, html, frames);
    // A virtual list writes the next person into an element that showed another.
    await stage.page.evaluate(
      ([from, to]) => {
        document.body.innerHTML = document.body.innerHTML.replaceAll(from ?? '', to ?? '');
      },
      [rows[0]?.name ?? '-', 'Recycled Row'],
    );
    const found = await readRows();
    if (rows[0]?.name) expect(found[0]?.name).toBe('Recycled Row');
    expect(found.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });
});

/** One address of each kind of record of each CRM is enough to ask whether it sees somebody on a foreign page. */
const ADDRESSES = RECIPES.map((recipe) => {
  const { detect } = addressesBy(recipe);
  const byKind = new Map<string, string>();
  for (const fixture of fixtures.filter((each) => each.crm === recipe.id && isRecord(each))) {
    const found = detect(new URL(fixture.url));
    if (found?.is === 'record') byKind.set(found.record.kind, fixture.url);
  }
  return { id: recipe.id, urls: [...byKind.values()] };
});

describe('a foreign page', () => {
  it.each(fixtures)(
    'of $crm ($name) is nobody to every other CRM, and breaks none',
    async (fixture) => {
      await stage.show(fixture.url, fixture.html, fixture.frames);
      const strays = await stage.page.evaluate(
        (own, addresses) =>
          addresses
            .filter(({ id }) => id !== own)
            .flatMap(({ id, urls }) =>
              urls.flatMap((address) => {
                const adapter = globalThis.truce.engine.adapters.get(id);
                const url = new URL(address);
                const found = adapter?.detect(url);
                const record = found?.is === 'record' ? found.record : null;
                const reading = record && adapter?.read(document, url, record);
                return reading?.ok ? [{ id, address, facts: reading.facts }] : [];
              }),
            ),
        fixture.crm,
        ADDRESSES,
      );
      expect(strays).toEqual([]);
    },
  );
});

describe('every CRM', () => {
  it.each(RECIPES.map(({ id }) => id))('%s has a record, a list and a hostile page', (crm) => {
    const pages = new Set(
      fixtures.filter((fixture) => fixture.crm === crm).map(({ page }) => page),
    );
    expect([...pages].sort()).toEqual(['hostile', 'list', 'record']);
  });

  it.each(RECIPES.map(({ id }) => id))('%s answers on a page of 50,000 elements', async (crm) => {
    const fixture = fixtures.find((each) => each.crm === crm && each.page === 'record');
    if (!fixture || !isRecord(fixture)) throw new Error('There is no record page.');
    await stage.show(fixture.url, fixture.html, fixture.frames);
    await stage.page.evaluate(() => {
      const line = document.createElement('p');
      line.innerHTML = '<b>Email</b><i>·</i><span>text</span><a href="#x">link</a>';
      const filling = document.createElement('div');
      for (let count = 0; count < 10_000; count += 1) filling.append(line.cloneNode(true));
      document.body.append(filling);
    });
    const seen = await read(fixture.crm);
    expect(seen?.reading).toMatchObject({ ok: true, facts: { ...pick(fixture.facts) } });
  });
});

/** What a page full of labels cannot take away: the facts that have a place of their own. */
function pick({ email }: RecordFixture['facts']) {
  return email ? { email } : {};
}
