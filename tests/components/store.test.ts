import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { handsOn } from './hands.ts';
import { callsOf, focusOf, galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();
let page: Page;
let hands: ReturnType<typeof handsOn>;

beforeEach(async () => {
  await page?.close();
  page = await gallery.newPage();
  hands = handsOn(page);
});

const show = (screen: string) => gallery.show(page, screen, { width: 1200 });
const textOf = (selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);
const alerts = () => page.$$eval('[role="alert"]', (all) => all.map((each) => each.textContent));
const rooms = () =>
  page.$$eval('nav[aria-label="Rooms"] a', (links) => links.map((link) => link.textContent));
const failNext = () =>
  page.evaluate(() => {
    window.failSaving = true;
  });

describe('the rooms of “Your store”', () => {
  it('are those that one may enter', async () => {
    await show('store-people');
    expect(await rooms()).toEqual([
      'People',
      'Sources',
      'Imports',
      'Merges',
      'Privacy',
      'Webhooks',
      'Audit log',
    ]);
    await show('store-not-admin');
    expect(await rooms()).toEqual(['Sources', 'Imports', 'Merges']);
    await show('store-not-marketer');
    expect(await rooms()).toEqual([]);
  });

  it('show marketers the sources, and nothing to change', async () => {
    await show('store-sources-marketer');
    expect(await page.$$('[data-source]')).toHaveLength(6);
    expect(await hands.there('[data-action="add-source"], [data-action="revoke-source"]')).toBe(
      false,
    );
    expect(await hands.there('[data-action="replay"], [data-action="drop-refused"]')).toBe(false);
  });
});

describe('people by keyboard', () => {
  it('are invited by a link or a code, and the form says what is missing', async () => {
    await show('store-people');
    await hands.tabTo('invite');
    await hands.press('Enter');
    expect(await focusOf(page)).toBe('person');
    await hands.press('Enter');
    expect(await alerts()).toEqual(['Say who it is.']);
    await page.keyboard.type('Aisha Bello');
    await hands.press('Tab');
    await page.keyboard.type('aisha@example.com');
    await hands.press('Enter');
    await page.waitForSelector('[data-given="link"]');
    expect(await hands.saidLast('onInvite')).toEqual({
      name: 'Aisha Bello',
      email: 'aisha@example.com',
      role: 'rep',
      kind: 'link',
    });
    expect(await textOf('[data-given="link"] output')).toContain('/invite#');
    await page.click('[value="code"]');
    await page.type('[name="person"]', 'Tomas');
    await hands.press('Enter');
    await page.waitForSelector('[data-given="code"]');
    expect(await textOf('[data-given="code"]')).toContain('https://truce.example.com');
  });

  it('get another role only when that was said, not by arrow keys in passing', async () => {
    await show('store-people');
    const select = '[data-member]:nth-child(3) [name="member-role"]';
    await page.focus(select);
    await hands.press('ArrowDown');
    expect(await callsOf(page)).toEqual([]);
    await hands.press('Tab', 'Enter');
    await page.waitForSelector('[data-said="done"]');
    expect(await callsOf(page)).toEqual([
      { name: 'onChangeRole', said: [expect.any(String), 'marketer'] },
    ]);
    expect(await textOf('[data-said="done"]')).toContain('Tomas Reyes is in marketing now.');
    await page.click('[data-action="undo"]');
    await page.waitForFunction(() => window.calls.length === 2);
    expect(await hands.saidLast('onChangeRole')).toEqual([expect.any(String), 'rep']);
  });

  it('the only administrator cannot become something else or be removed, and is told why', async () => {
    await show('store-people');
    const ruth = '[data-member]:first-child';
    expect(await textOf(ruth)).toContain('the only one; make somebody else one');
    expect(await hands.there(`${ruth} select, ${ruth} [data-action="remove-member"]`)).toBe(false);
    await show('store-people-odd');
    expect(await hands.there(`${ruth} [data-action="remove-member"]`)).toBe(true);
  });

  it('are asked about before somebody is removed; Esc keeps them, and the focus is where it was', async () => {
    await show('store-people');
    await page.focus('[data-member]:nth-child(3) [data-action="remove-member"]');
    await hands.press('Enter');
    await page.waitForSelector('dialog[open]');
    await hands.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    expect(await focusOf(page)).toBe('remove-member');
    expect(await callsOf(page)).toEqual([]);
    await hands.press('Enter', 'Tab', 'Enter');
    await page.waitForSelector('[data-said="done"]');
    expect((await callsOf(page)).map(({ name }) => name)).toEqual(['onRemoveMember']);
  });

  it('when it could not be done, it says so and nothing looks done', async () => {
    await show('store-people');
    await failNext();
    await page.click('[data-action="revoke-device"]');
    await page.waitForSelector('[data-said="problem"]');
    expect(await alerts()).toEqual([expect.stringContaining('The disk is full')]);
    expect(await hands.there('[data-said="done"]')).toBe(false);
  });
});

describe('sources', () => {
  it('that are silent, wait for a key, or were never heard are told apart in words', async () => {
    await show('store-sources');
    const lines = await page.$$eval('[data-source]', (all) =>
      all.map((each) => each.textContent ?? ''),
    );
    expect(lines[0]).toContain('heard 2 min ago');
    expect(lines[1]).toContain('silent for 3 days');
    expect(lines[2]).toContain('waits for its verification key');
    expect(lines[4]).toContain('not heard yet');
  });

  it('are added by choosing the tool; what it makes itself is entered afterwards', async () => {
    await show('store-sources');
    await hands.tabTo('add-source');
    await hands.press('Enter');
    await page.waitForSelector('[data-form="source"]');
    await page.click('[data-action="make-source"]');
    expect(await alerts()).toEqual(['Choose what sends.', 'Give it a name.']);
    await page.click('[value="sendgrid"]');
    expect(await page.$eval('[name="source"]', (field) => (field as HTMLInputElement).value)).toBe(
      'SendGrid',
    );
    await page.click('[data-action="make-source"]');
    await page.waitForSelector('[data-given="source"]');
    expect(await hands.saidLast('onAdd')).toEqual({ kind: 'sendgrid', label: 'SendGrid' });
    await page.type('[name="their-secret"]', 'MFkwEwYH');
    await hands.press('Enter');
    await page.waitForFunction(() => window.calls.some(({ name }) => name === 'onChange'));
    expect(await hands.saidLast('onChange')).toEqual([expect.any(String), { secret: 'MFkwEwYH' }]);
    expect(await textOf('[data-given="source"]')).not.toContain('MFkwEwYH');
  });

  it('what was refused again is said with its reason', async () => {
    await show('store-sources-again');
    await page.waitForSelector('[data-said="problem"]');
    expect(await alerts()).toEqual(['It was refused again. The signature does not fit.']);
  });
});

describe('files', () => {
  it('are started from what was found in them', async () => {
    await show('store-imports-tried');
    expect(await textOf('[data-state="tried"]')).toMatch(/rows to keep\s+998,214/);
    await hands.tabTo('start-import');
    await hands.press('Enter');
    await page.waitForSelector('[data-said="done"]');
    expect((await callsOf(page)).map(({ name }) => name)).toEqual(['onStart']);
  });

  it('with nothing new in them cannot be started', async () => {
    await show('store-imports-nothing');
    await page.click('[data-action="start-import"]');
    expect(await callsOf(page)).toEqual([]);
    expect(await textOf('[data-action="start-import"]')).toBe('Nothing to bring in');
  });

  it('that nobody knows are read once it is said who is in them', async () => {
    await show('store-imports-unknown');
    await page.click('[data-action="try-import"]');
    expect((await alerts()).join()).toContain('Nobody can be told by these columns.');
    await page.select('[name="column-E-mail address"]', 'email');
    await page.select('[name="column-Visited our booth"]', 'at');
    await page.type('[name="every-event"]', 'Event Attended');
    await page.select('[name="zone"]', 'Europe/Berlin');
    await page.select('[name="dates"]', 'dmy');
    await page.click('[data-action="try-import"]');
    await page.waitForFunction(() => window.calls.some(({ name }) => name === 'onTry'));
    expect(await hands.saidLast('onTry')).toEqual([
      expect.any(String),
      {
        format: 'mapped',
        mapping: {
          columns: {
            'Full name': 'name',
            Company: 'company',
            'E-mail address': 'email',
            'Visited our booth': 'at',
          },
          event: 'Event Attended',
          zone: 'Europe/Berlin',
          record: null,
          dates: 'dmy',
        },
      },
    ]);
  });

  it('keep their mapping by name; Enter there saves it and reads nothing', async () => {
    await show('store-imports-otherwise');
    await page.type('[name="mapping-name"]', 'Fair 2027');
    await hands.press('Enter');
    await page.waitForSelector('[data-said="done"]');
    expect((await callsOf(page)).map(({ name }) => name)).toEqual(['onSaveMapping']);
    expect(await hands.saidLast('onSaveMapping')).toMatchObject({ name: 'Fair 2027' });
  });

  it('say how far they are: to the eye, and by quarters to the ear', async () => {
    await show('store-imports-running');
    const bars = await page.$$eval('progress', (all) => all.map((bar) => [bar.value, bar.max]));
    expect(bars).toEqual([
      [63, 100],
      [0, 100],
    ]);
    expect(await textOf('[data-state="running"]')).toContain('628,900 kept');
    const said = await page.$eval(
      '[data-state="running"] [role="status"]',
      (part) => part.textContent,
    );
    expect(said).toBe('Writing it. 50 percent');
  });
});

describe('merges', () => {
  it('are taken apart only after a question that says what happens', async () => {
    await show('store-merges');
    await page.focus('[data-action="undo-merge"]');
    await hands.press('Enter');
    expect(await textOf('dialog')).toContain('14 events');
    await hands.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog'));
    expect(await callsOf(page)).toEqual([]);
    await hands.press('Enter', 'Tab', 'Enter');
    await page.waitForSelector('[data-said="done"]');
    expect((await callsOf(page)).map(({ name }) => name)).toEqual(['onUndo']);
  });

  it('by hand look both addresses up first', async () => {
    await show('store-merges-joining');
    await page.type('[name="kept"]', 'elena@northgate.example');
    await page.type('[name="other"]', 'nobody@northgate.example');
    await hands.press('Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await alerts()).toEqual(['Nobody is known by this address.']);
    await show('store-merges-pair');
    await page.waitForSelector('[data-pair]');
    await page.click('[data-action="merge"]');
    await page.waitForSelector('[data-said="done"]');
    expect((await callsOf(page)).at(-1)?.name).toBe('onMerge');
  });
});

describe('privacy', () => {
  it('erases only when the address is typed again, and says what stays', async () => {
    await show('store-privacy-erasing');
    await page.waitForSelector('[data-form="erase"]');
    expect(await focusOf(page)).toBe('erase-email');
    expect(await textOf('[data-form="erase"]')).toContain('fingerprint');
    await page.keyboard.type('gordon@shanahan.exampl');
    await hands.press('Enter');
    expect((await callsOf(page)).some(({ name }) => name === 'onErase')).toBe(false);
    await page.keyboard.type('e');
    await hands.press('Enter');
    await page.waitForSelector('[data-erased]');
    expect(await hands.saidLast('onErase')).toEqual([
      expect.any(String),
      'gordon@shanahan.example',
    ]);
    expect(await textOf('[data-erased]')).toContain('214 events and 3 pieces of feedback are gone');
  });

  it('says how much is older, and when there may be more than was counted', async () => {
    await show('store-privacy');
    expect(await textOf('[data-due]')).toContain('1,204 events are older than that');
    await show('store-privacy-much');
    expect(await textOf('[data-due]')).toContain('10,000 or more events are older than that');
  });

  it('asks before less is kept, and not before more is', async () => {
    await show('store-privacy');
    await page.select('[name="keep-page_viewed"]', 'null');
    await page.click('[data-action="save-retention"]');
    await page.waitForSelector('[data-said="done"]');
    expect(await hands.saidLast('onKeepFor')).toMatchObject({ page_viewed: null, other: 200 });
    await show('store-privacy');
    await page.select('[name="keep-email_opened"]', '30');
    await page.click('[data-action="save-retention"]');
    expect(await textOf('dialog')).toContain('Mails they opened: 30 days');
    expect(await callsOf(page)).toEqual([]);
    await page.click('dialog [data-action="act"]');
    await page.waitForSelector('[data-said="done"]');
    expect(await hands.saidLast('onKeepFor')).toMatchObject({ email_opened: 30 });
  });
});

describe('webhooks', () => {
  it('say why one is off and what was not heard', async () => {
    await show('store-hooks');
    expect(await textOf('[data-hook]:nth-child(3)')).toContain('It answered 410 (gone).');
    expect(await textOf('[data-delivery="given-up"]')).toContain('given up after 8 attempts: 503');
    await page.click('[data-delivery="given-up"] [data-action="deliver-again"]');
    await page.waitForSelector('[data-said="done"]');
    expect((await callsOf(page)).map(({ name }) => name)).toEqual(['onAgain']);
  });

  it('are added with at least one thing to tell, and show their secret once', async () => {
    await show('store-hooks-adding');
    await page.click('[value="feedback.received"]');
    await page.click('[data-action="make-hook"]');
    expect(await alerts()).toEqual([
      expect.stringContaining('not the address of a web service'),
      'Choose at least one.',
    ]);
    await page.click('[value="lead.handed-over"]');
    await page.type('[name="hook-url"]', 'https://tools.example/hooks/truce');
    await hands.press('Enter');
    await page.waitForSelector('[data-given="hook"]');
    expect(await hands.saidLast('onAdd')).toEqual({
      url: 'https://tools.example/hooks/truce',
      topics: ['lead.handed-over'],
    });
    expect(await textOf('[data-given="hook"] output')).toMatch(/^whsec_/);
  });

  it('are switched off and on again', async () => {
    await show('store-hooks-off');
    await page.waitForSelector('[data-said="done"]');
    await hands.tabTo('undo');
    await hands.press('Enter');
    await page.waitForFunction(() => window.calls.length === 2);
    expect(await hands.saidLast('onChange')).toEqual([expect.any(String), { on: true }]);
  });
});

describe('the audit log', () => {
  it('is one sentence per deed, by day, and shows what contains all words', async () => {
    await show('store-audit');
    expect(await page.$$('[data-entry]')).toHaveLength(11);
    const days = await page.$$eval('h2', (all) => all.map((each) => each.textContent));
    expect(days.slice(0, 2)).toEqual(['today', 'yesterday']);
    await page.type('[name="filter"]', 'INES import');
    expect(await page.$$eval('[data-entry]', (all) => all.map((each) => each.textContent))).toEqual(
      [expect.stringContaining('Ines Moreau started the import of trade-fair-2026.csv')],
    );
    await page.type('[name="filter"]', ' nothing');
    expect(await textOf('main')).toContain('None of the 11 loaded entries contains that.');
    await page.click('[data-action="more"]');
    expect((await callsOf(page)).map(({ name }) => name)).toEqual(['onMore']);
  });
});

describe('the focus', () => {
  it('stays where one was when what was pressed goes away', async () => {
    await show('store-hooks-off');
    await hands.tabTo('undo');
    await hands.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[data-action="undo"]'));
    await page.waitForFunction(() => document.activeElement !== document.body);
    expect(await focusOf(page)).toBe('close-said');
    await hands.press('Enter');
    await page.waitForFunction(() => document.activeElement !== document.body);
    expect(await focusOf(page)).toBe('h1');

    for (const [screen, opens, leaves] of [
      ['store-hooks', 'edit-hook', 'keep-topics'],
      ['store-sources', 'open-source', 'close-source'],
      ['store-imports-mapped', 'edit-mapping', 'keep-mapping'],
      ['store-privacy-found', 'erase-person', 'keep-person'],
    ] as const) {
      await show(screen);
      await hands.tabTo(opens);
      await hands.press('Enter');
      await hands.tabTo(leaves);
      await hands.press('Enter');
      await page.waitForFunction(() => document.activeElement !== document.body);
      expect(await focusOf(page)).toBe(opens);
    }
  });
});
