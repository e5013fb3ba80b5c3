/**
 * The truce itself, on the built extension and the real store: thirty rejections with something in common become a rule that both
 * sides sign; scores follow, reps read what became of their word, and one step back makes everything as it was.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { definitionsAnswer } from '../../lib/contract/agreement.ts';
import { en as definition } from '../../lib/words/definition/en.ts';
import { en as review } from '../../lib/words/review/en.ts';
import {
  type Chromium,
  EXTENSION,
  onOptions,
  sidebarOf,
  startChromium,
  untilText,
} from './support/chromium.ts';
import { bringTheFair, FAIR } from './support/fair.ts';
import { connectOn } from './support/options.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Person, type Scene } from './support/scene.ts';
import { call } from './support/workspace.ts';

const REPLY = 'Whoever comes from the fair counts 30 less, from v2 on.';
const RULE = `Came with the campaign “${FAIR}”`;

let scene: Scene;
let rep: Chromium;
let marketer: Chromium;
let desk: Page;
let people: Person[];
let leads: Map<string, string>;
/** What every lead's score was before anything changed. */
let atFirst: unknown[];

beforeAll(async () => {
  scene = await openScene();
  people = scene.others.slice(0, 2);
  leads = await bringTheFair(scene, people);
  rep = await startAs(scene, 'Kim Okafor', 'rep');
  marketer = await startChromium();
  const code = await scene.workspace.invite('Ines Moreau', 'marketer');
  await onOptions(marketer.browser, (page) => connectOn(page, scene.store.url, code));
  desk = await marketer.browser.newPage();
  await desk.setViewport({ width: 1440, height: 1000 });
}, 240_000);
afterAll(() => Promise.all([rep?.close(), marketer?.close(), scene?.close()]));

const act = (page: Page, action: string, within = '') =>
  page.locator(`${within} [data-action="${action}"]`.trim()).click();

async function enter(page: Page, room: string): Promise<void> {
  await page.goto(`${EXTENSION}/review.html#${room}`);
  // Going from one room to the next is no load; asking anew is.
  await page.reload();
  await page.waitForSelector('main:not([aria-busy]) h1');
}

/** Opens the rep's page of somebody, with the sidebar on it. */
async function openPerson(person: Person) {
  const page = await rep.browser.newPage();
  await page.goto(scene.pageOf(person));
  const sidebar = await sidebarOf(page);
  await untilText(sidebar, new RegExp(nameOf(person)));
  return { page, sidebar };
}

const cardOf = (person: Person) => scene.workspace.card(leads.get(person.email) ?? '');

/** Everything that rules make of a lead, of every lead. */
async function scores(): Promise<unknown[]> {
  const cards = await Promise.all([...leads.values()].map((id) => scene.workspace.card(id)));
  return cards.map(({ leadId, score }) => ({
    leadId,
    points: score.points,
    fit: score.fitPoints,
    engagement: score.engagementPoints,
    grade: score.grade,
    lines: score.contributions.map(({ ruleId, points }) => [ruleId, points]),
  }));
}

const definitions = () =>
  call(scene.store.url, '/api/definitions', definitionsAnswer, { token: scene.workspace.token });

/** Presses a choice whose box may be drawn by its label. */
async function tick(page: Page, selector: string): Promise<void> {
  const box = await page.waitForSelector(selector);
  await box?.evaluate((element) => (element as HTMLElement).click());
}

/** Ticks the first line, and with Shift the last: all between are ticked too. */
async function selectAll(page: Page): Promise<void> {
  const boxes = await page.$$('[data-part="list"] input[type="checkbox"]');
  await boxes.at(0)?.click();
  await page.keyboard.down('Shift');
  await boxes.at(-1)?.click();
  await page.keyboard.up('Shift');
  await untilText(page, new RegExp(review.selected(boxes.length)));
}

/** Until the background has scored everybody by the version in force. */
const untilRescored = (version: number) =>
  expect
    .poll(async () => (await definitions()).rescoring, { timeout: 60_000 })
    .toMatchObject({ version, finishedAt: expect.any(String) });

describe('thirty rejections', () => {
  it('the last two are given by a rep on the record page', async () => {
    for (const person of people) {
      const { page, sidebar } = await openPerson(person);
      await sidebar.locator('[data-verdict="rejected"]').click();
      await sidebar.locator('[data-form="rejected"] [value="student"]').click();
      await sidebar.locator('[data-form="rejected"] [data-action="send"]').click();
      await sidebar.waitForSelector('[data-undo]');
      await page.close();
    }
    const stages = () => Promise.all(people.map(async (one) => (await cardOf(one)).stage));
    await expect.poll(stages, { timeout: 60_000 }).toEqual(['rejected', 'rejected']);
    atFirst = await scores();
    expect(atFirst).toHaveLength(70);
  });

  it('show the marketer what they have in common, and one press drafts the rule', async () => {
    await enter(desk, 'queue');
    await desk.waitForSelector('[data-pattern]');
    await untilText(desk, new RegExp(FAIR));
    await untilText(desk, /27 of 30/);
    await act(desk, 'draft-rule', '[data-pattern]');
    await expect.poll(async () => (await definitions()).draft?.changes ?? []).not.toEqual([]);
    expect((await definitions()).draft?.definition.fit.at(-1)).toMatchObject({ label: RULE });
  });
});

describe('a rule', () => {
  it('is looked at before, on the verdicts there are, and signed for marketing', async () => {
    await enter(desk, 'definition');
    await untilText(desk, /What v2 would have done/);
    await untilText(desk, /Who flips: [1-9]\d* drop out/);
    await act(desk, 'sign-marketing');
    await expect
      .poll(async () => (await definitions()).draft?.signatures)
      .toMatchObject({ marketing: { by: 'Ines Moreau' }, sales: null });
    // Nobody signs for both, and nothing starts with one signature.
    await untilText(desk, new RegExp(definition.publish.needsBoth));
  });

  it('is signed for sales by a rep, on the same page', async () => {
    const page = await rep.browser.newPage();
    await enter(page, 'definition');
    await act(page, 'sign-sales');
    await expect
      .poll(async () => (await definitions()).draft?.signatures)
      .toMatchObject({ marketing: { by: 'Ines Moreau' }, sales: { by: 'Kim Okafor' } });
    await page.close();
  });

  it('is put in force, and new scores follow on the sidebar of a lead', async () => {
    await enter(desk, 'definition');
    await act(desk, 'publish');
    await expect.poll(async () => (await definitions()).current.version).toBe(2);
    expect((await definitions()).current.signedBy).toEqual({
      marketing: 'Ines Moreau',
      sales: 'Kim Okafor',
    });
    await untilRescored(2);
    const [person] = people;
    if (!person) throw new Error('Nobody came from the fair.');
    const { score } = await cardOf(person);
    const line = score.contributions.find(({ label }) => label === RULE);
    expect(line?.points).toBeLessThan(0);
    expect(score.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score.points);
    const { page, sidebar } = await openPerson(person);
    await untilText(sidebar, new RegExp(RULE));
    await page.close();
    expect(await scores()).not.toEqual(atFirst);
  });
});

describe('whoever rejected', () => {
  it('is answered at once with all the others, and reads it where they asked', async () => {
    await enter(desk, 'queue');
    await desk.locator('[name="reason"][value="Student"]').click();
    await untilText(desk, /30 need an answer|30 selected|Student/);
    await selectAll(desk);
    await tick(desk, '[data-form="answer"] [value="changed"]');
    await desk.locator('[data-form="answer"] [name="reply"]').fill(REPLY);
    await act(desk, 'answer', '[data-form="answer"]');
    await expect
      .poll(async () => (await scene.workspace.queue()).counts.open, { timeout: 60_000 })
      .toBe(0);
    for (const person of people) {
      const { page, sidebar } = await openPerson(person);
      await untilText(sidebar, new RegExp(`Changed in the definition[^]*${REPLY}`));
      await page.close();
    }
    const popup = await rep.browser.newPage();
    await popup.goto(`${EXTENSION}/popup.html`);
    for (const person of people) await untilText(popup, new RegExp(nameOf(person)));
    await popup.close();
  });
});

describe('the way back', () => {
  it('makes what v1 said count again, and every score is what it was to the last digit', async () => {
    await enter(desk, 'definition');
    await tick(desk, '[value="versions"]');
    await act(desk, 'roll-back-1');
    await desk.locator('dialog[open] [data-action="act"]').click();
    await expect.poll(async () => (await definitions()).current.version).toBe(3);
    await untilRescored(3);
    expect(await scores()).toEqual(atFirst);
    const { versions } = await definitions();
    expect(versions[0]).toMatchObject({ version: 3, backTo: 1 });
    // What was said under v2 says so for ever.
    expect(z.int().parse(versions.find(({ version }) => version === 1)?.feedback)).toBe(70);
  });
});
