/** The queue on the built extension and the real store: filters that the address keeps, views, many answers, duplicates. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairAnswer } from '../../lib/contract/access.ts';
import { type FeedbackItem, feedbackAnswer } from '../../lib/contract/feedback.ts';
import { identityAnswer } from '../../lib/contract/identity.ts';
import { realTools, verdictItem } from '../../lib/feedback/items.ts';
import { type Chromium, EXTENSION, untilText } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Person, type Scene } from './support/scene.ts';
import { call } from './support/workspace.ts';

let scene: Scene;
let marketer: Chromium;
let desk: Page;
let people: Person[];
const leads = new Map<string, string>();

/** Four that a rep rejected: three students, one of the wrong kind. */
beforeAll(async () => {
  scene = await openScene();
  const { store, workspace, crm } = scene;
  people = scene.others.slice(0, 4);
  for (const { email, firstName, lastName } of people) {
    const visit = { name: 'Form Submitted', properties: { name: 'Guide' }, daysAgo: 2 };
    await workspace.send(email, { firstName, lastName }, [visit]);
    leads.set(email, (await workspace.find(crm.origin, email)) ?? '');
  }
  const code = await workspace.invite('Omar Haddad', 'rep');
  const { token } = await call(store.url, '/api/pair', pairAnswer, {
    body: { code, label: 'Another browser' },
  });
  const items: FeedbackItem[] = [];
  for (const [seq, { email }] of people.entries()) {
    const card = await workspace.card(leads.get(email) ?? '');
    const reason = seq < 3 ? 'student' : 'wrong-person';
    const said = { verdict: 'rejected' as const, reason, note: '', until: null };
    items.push({ ...verdictItem(card, said, realTools), seq });
  }
  const { results } = await call(store.url, '/api/feedback', feedbackAnswer, {
    token,
    body: { items },
  });
  expect(results.map(({ outcome }) => outcome)).toEqual(items.map(() => 'stored'));
  marketer = await startAs(scene, 'Ines Moreau', 'marketer');
  desk = await marketer.browser.newPage();
  await desk.setViewport({ width: 1440, height: 1000 });
}, 240_000);
afterAll(() => Promise.all([marketer?.close(), scene?.close()]));

const untilLines = (n: number) =>
  desk.waitForFunction(
    (wanted) => document.querySelectorAll('[data-line]').length === wanted,
    { polling: 200 },
    n,
  );
const act = (action: string) => desk.locator(`[data-action="${action}"]`).click();
const press = (key: string) => desk.keyboard.press(key as 'Enter');
const openInStore = async () => (await scene.workspace.queue()).lines.length;

describe('the queue', () => {
  it('is filtered by the store; the address, the back button and a view of one’s own keep the filter', async () => {
    await desk.goto(`${EXTENSION}/review.html`);
    await untilLines(4);
    await desk.locator('[data-facet="reason"] [value="Student"]').click();
    await untilLines(3);
    await untilText(desk, /3 of 4 that need an answer/);
    expect(new URL(desk.url()).hash).toBe('#queue/reason=Student');
    await act('save-view');
    await desk.locator('[name="view"]').fill('Students');
    await act('keep-view');
    await desk.goBack();
    await untilLines(4);
    await desk.reload();
    await untilLines(4);
    await desk.locator('::-p-xpath(//button[contains(., "Students")])').click();
    await untilLines(3);
  });

  it('takes many answers at once, gives them back, and sends them once ten seconds are over', async () => {
    await press('j');
    await press('x');
    await press('j');
    await press('x');
    await untilText(desk, /2 lines selected/);
    await press('4');
    await desk.keyboard.down('Control');
    await press('Enter');
    await desk.keyboard.up('Control');
    await untilLines(1);
    await press('u');
    await untilLines(3);
    expect(await openInStore()).toBe(4);
    await act('answer');
    await untilLines(1);
    await expect.poll(openInStore, { timeout: 60_000, interval: 500 }).toBe(2);
    await untilText(desk, /1 of 2 that need an answer/);
  });

  it('makes two leads one before it says that they were twice the same', async () => {
    const [other] = people;
    const line = await desk.waitForSelector('[data-line]');
    await line?.click();
    await desk.waitForSelector('[data-form="answer"]');
    await press('3');
    await desk.locator('[name="other"]').fill(nameOf(other as Person));
    await desk.locator('[role="option"]').click();
    await act('answer');
    await untilLines(0);
    await expect.poll(openInStore, { timeout: 60_000, interval: 500 }).toBe(1);
    const { merges } = await call(
      scene.store.url,
      `/api/leads/${leads.get((other as Person).email)}/identity`,
      identityAnswer,
      { token: scene.workspace.token },
    );
    expect(merges.length).toBe(1);
  });
});
