import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrmRecord, PageFacts } from '../../lib/contract/record.ts';
import type { Reading } from '../../lib/crm/adapter.ts';
import { ADAPTERS } from '../../lib/crm/registry.ts';
import { findChromium } from '../../scripts/browsers.ts';

/**
 * Every adapter against every fixture, in a real browser: what is visible decides, and only a browser knows that.
 * Fixtures are dated and kept; an old layout is supported until somebody decides otherwise.
 */
const FIXTURES = join(import.meta.dirname, '../fixtures/crm');

interface Fixture {
  crm: string;
  name: string;
  html: string;
  url: string;
  /** Another record whose page has not rendered yet: this DOM must not pass for it. */
  another?: string;
  facts: PageFacts;
}

const fixtures: Fixture[] = readdirSync(FIXTURES).flatMap((crm) =>
  readdirSync(join(FIXTURES, crm))
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const said = JSON.parse(readFileSync(join(FIXTURES, crm, file), 'utf8'));
      const name = file.replace('.json', '');
      return {
        crm,
        name,
        html: readFileSync(join(FIXTURES, crm, `${name}.html`), 'utf8'),
        ...said,
      };
    }),
);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const bundle = await build({
    logLevel: 'silent',
    configFile: false,
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, '../../lib/crm/registry.ts'),
        formats: ['iife'],
        name: 'crm',
      },
    },
  });
  const output = [bundle].flat().flatMap((part) => ('output' in part ? part.output : []));
  const code = output.find((part) => part.type === 'chunk')?.code ?? '';
  browser = await puppeteer.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  page = await browser.newPage();
  await page.evaluateOnNewDocument(`${code}; globalThis.crm = crm;`);
});
afterAll(() => browser?.close());

/** Renders the fixture and lets one adapter read it as the record of `url`. */
async function read(crm: string, html: string, url: string): Promise<Reading | null> {
  await page.goto('about:blank');
  await page.setContent(html);
  return page.evaluate(
    (id: string, address: string) => {
      const { adapterOf } = (
        globalThis as unknown as { crm: typeof import('../../lib/crm/registry.ts') }
      ).crm;
      const adapter = adapterOf(id as 'atomic');
      const record = adapter?.detect(new URL(address));
      return adapter && record ? adapter.read(document, record) : null;
    },
    crm,
    url,
  );
}

describe.each(fixtures)('$crm $name', ({ crm, html, url, another, facts }) => {
  it('is read completely, and only from the visible pane', async () => {
    expect(await read(crm, html, url)).toEqual({ ok: true, facts });
  });

  it.runIf(another)('is not taken for a record whose page is still to come', async () => {
    expect(await read(crm, html, another ?? '')).toEqual({ ok: false, why: 'not-rendered' });
  });

  it('says nothing to the other adapters, and breaks none', async () => {
    for (const other of fixtures.filter((fixture) => fixture.crm !== crm)) {
      expect(await read(other.crm, html, other.url)).toMatchObject({ ok: false });
    }
  });

  it('says nothing on an empty page', async () => {
    expect(await read(crm, '<body></body>', url)).toMatchObject({ ok: false });
  });

  it('takes hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202E'.repeat(30);
    const escaped = hostile.replaceAll('<', '&lt;');
    const reading = await read(crm, html.replaceAll(facts.name ?? '', escaped), url);
    if (reading?.ok) expect(reading.facts.name?.length).toBeLessThanOrEqual(200);
  });
});

/** Forms as seen in the wild; the ids are made up. */
const URLS: [string, CrmRecord['crm'], Partial<CrmRecord> | null][] = [
  [
    'https://acme.lightning.force.com/lightning/r/Lead/00Q5e00001abcdeEAA/view',
    'salesforce',
    { kind: 'lead', id: '00Q5e00001abcdeEAA', org: 'acme.lightning.force.com' },
  ],
  [
    'https://acme--uat.sandbox.lightning.force.com/lightning/r/00Q5e00001abcdeEAA/view',
    'salesforce',
    { kind: 'lead' },
  ],
  [
    'https://acme.lightning.force.com/lightning/r/Contact/0035e00000AbCdEAAV/related/Opportunities/view',
    'salesforce',
    null,
  ],
  [
    'https://acme.lightning.force.com/lightning/o/Lead/list?filterName=AllOpenLeads',
    'salesforce',
    null,
  ],
  [
    'https://acme.lightning.force.com/one/one.app#/sObject/00Q5e00001abcdeEAA/view',
    'salesforce',
    { kind: 'lead', id: '00Q5e00001abcdeEAA' },
  ],
  [
    'https://acme.lightning.force.com/lightning/r/Lead/00Q5e00001abcde/view',
    'salesforce',
    { id: '00Q5e00001abcdeEAA' },
  ],
  [
    'https://acme.lightning.force.com/lightning/r/Lead/<script>alert(1)</script>/view',
    'salesforce',
    null,
  ],
  ['https://acme.lightning.force.com/lightning/setup/SetupOneHome/home', 'salesforce', null],
  [
    'https://app-eu1.hubspot.com/contacts/1234567/record/0-1/100200300401',
    'hubspot',
    { kind: 'contact', id: '100200300401', org: '1234567' },
  ],
  [
    'https://app-na2.hubspot.com/contacts/1/record/0-136/789/view/1',
    'hubspot',
    { kind: 'lead', id: '789' },
  ],
  ['https://app.hubspot.com/contacts/123/contact/456/', 'hubspot', { kind: 'contact', id: '456' }],
  ['https://app.hubspot.com/contacts/123/objects/0-1/views/all/list', 'hubspot', null],
  ['https://app.hubspot.com/contacts/123/record/0-1/45x6', 'hubspot', null],
  [
    'http://localhost:4861/#/contacts/2/show',
    'atomic',
    { kind: 'contact', id: '2', org: 'localhost:4861' },
  ],
  ['http://localhost:4861/#/companies/25/show', 'atomic', { kind: 'account', id: '25' }],
  ['http://localhost:4861/#/contacts/2', 'atomic', null],
  ['http://localhost:4861/#/contacts/2"><img src=x>/show', 'atomic', null],
  ['http://localhost:4861/#/contacts', 'atomic', null],
];

describe('addresses', () => {
  it.each(URLS)('%s', (url, crm, expected) => {
    const record = ADAPTERS.find((adapter) => adapter.id === crm)?.detect(new URL(url)) ?? null;
    if (expected === null) expect(record).toBeNull();
    else expect(record).toMatchObject(expected);
  });

  it('of one CRM are no records of another', () => {
    for (const [url, crm] of URLS) {
      for (const adapter of ADAPTERS.filter(({ id }) => id !== crm)) {
        expect(adapter.detect(new URL(url))).toBeNull();
      }
    }
  });
});
