/** What verdicts do to the number, on the built extension and the real store: a chance, a suggestion, a new definition. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastYear } from '../../demo/sample/last-year.ts';
import { sayLastYear } from '../../demo/sample/say.ts';
import { sendCalls } from '../../demo/sample/send.ts';
import { gatherTeam } from '../../demo/sample/team.ts';
import { makeStoreClient } from '../../demo/store-client.ts';
import { pairAnswer } from '../../lib/contract/access.ts';
import { agreedDraft, definitionsAnswer } from '../../lib/contract/agreement.ts';
import { learningAnswer } from '../../lib/contract/learning.ts';
import { type Chromium, EXTENSION, press, sidebarOf, untilText } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { openScene, type Scene } from './support/scene.ts';
import { call } from './support/workspace.ts';

let scene: Scene;
let admin: Chromium;

/** A team with a year of verdicts behind it. */
beforeAll(async () => {
  scene = await openScene();
  const { workspace, store: at, crm } = scene;
  const store = makeStoreClient(at.url);
  const now = Date.now();
  const past = lastYear(now);
  const writeKeys = {
    website: await store.source(workspace.token, 'Website'),
    mail: await store.source(workspace.token, 'Mailings'),
  };
  await sendCalls(
    at.url,
    writeKeys,
    past.flatMap(({ calls }) => calls),
  );
  const team = await gatherTeam(store, workspace.token);
  const crmHost = new URL(crm.origin).host;
  await sayLastYear({ store, team, people: [], crmHost, now }, past);
  admin = await startAs(scene, 'Ruth Okafor', 'admin');
});
afterAll(async () => {
  await Promise.all([admin?.close(), scene?.close()]);
});

const cardOfHot = async () => {
  const leadId = await scene.workspace.find(scene.crm.origin, scene.hot.email);
  if (!leadId) throw new Error('The store lost the lead.');
  return scene.workspace.card(leadId);
};

const learned = () =>
  call(scene.store.url, '/api/learning', learningAnswer, { token: scene.workspace.token });

/** Somebody of sales agrees, on another machine. */
async function signForSales(): Promise<void> {
  const { store, workspace } = scene;
  const body = { code: await workspace.invite('Kim Okafor', 'rep'), label: 'Another browser' };
  const { token } = await call(store.url, '/api/pair', pairAnswer, { body });
  const { draft } = await call(store.url, '/api/definitions', definitionsAnswer, { token });
  const path = `/api/definitions/drafts/${draft?.draftId}/signatures`;
  await call(store.url, path, agreedDraft, { token, body: { side: 'sales' } });
}

describe('after a year of verdicts', () => {
  it('the rep reads a chance, and what it rests on', async () => {
    // The store counts while verdicts come in; wait until it has counted all.
    await expect.poll(async () => (await learned()).verdicts.all, { timeout: 60_000 }).toBe(180);
    const { used } = (await learned()).verdicts;
    await expect
      .poll(async () => (await cardOfHot()).score.chance?.verdicts, { timeout: 60_000 })
      .toBe(used);
    const { chance } = (await cardOfHot()).score;
    const page = await admin.browser.newPage();
    await page.goto(scene.pageOf(scene.hot));
    const sidebar = await sidebarOf(page);
    await untilText(sidebar, /Sales accepts \d+ of 10 like this/);
    const text = await sidebar.evaluate(() => document.body.innerText);
    expect(text).toContain(String(chance?.percent));
    expect(text).toMatch(/likely \d+ to \d+/);
    await page.close();
  });

  it('marketing sees whether the score is honest, drafts what verdicts speak for, and both put it in force', async () => {
    const desk = await admin.browser.newPage();
    await desk.setViewport({ width: 1440, height: 1160 });
    await desk.goto(`${EXTENSION}/review.html#score`);
    await untilText(desk, /Is the score honest\?/);
    await untilText(desk, /\d+ verdicts of \d+/);
    await press(desk, 'Put in draft');
    await desk.waitForSelector('[data-part="draft"]');
    await desk.waitForFunction(() => !document.body.innerText.includes('Putting in draft'));
    await signForSales();
    await desk.goto(`${EXTENSION}/review.html#definition`);
    await desk.locator('[data-action="sign-marketing"]').click();
    await desk.waitForSelector('[data-action="withdraw-marketing"]');
    await desk.locator('[data-action="publish"]:not([aria-disabled])').click();
    await expect
      .poll(async () => (await learned()).rescoring, { timeout: 60_000 })
      .toMatchObject({ version: 2, finishedAt: expect.any(String) });

    const after = await cardOfHot();
    expect(after.score.definitionVersion).toBe(2);
    expect(after.definition).toMatchObject({
      version: 2,
      signedBy: { marketing: 'Ruth Okafor', sales: 'Kim Okafor' },
    });
    const sum = after.score.contributions.reduce((total, { points }) => total + points, 0);
    expect(sum).toBe(after.score.points);
    await expect
      .poll(async () => (await cardOfHot()).score.chance, { timeout: 60_000 })
      .not.toBeNull();
    await desk.close();
  });
});
