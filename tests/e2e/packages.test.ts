import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPackages } from '../../scripts/check-packages.ts';
import { lintFirefox } from '../../scripts/lint-firefox.ts';
import { OUTPUT, openPackage, packageName, ROOT } from '../../scripts/packages.ts';
import { run } from '../../scripts/run.ts';
import { press, untilText } from './support/chromium.ts';
import { startFirefox } from './support/firefox.ts';
import { installInChromium, unpack } from './support/installed.ts';
import { addSiteOn, connectOn } from './support/options.ts';
import { nameOf, openScene, type Person, type Scene } from './support/scene.ts';

/** The packages as they are handed in to the stores: made by `npm run zip`, nothing in them changed for the test. */
let scene: Scene;

beforeAll(async () => {
  [scene] = await Promise.all([
    openScene(),
    run('npm run zip', process.execPath, ['scripts/zip.ts'], { cwd: ROOT }),
  ]);
}, 240_000);
afterAll(() => scene?.close());

const verdictsOn = async (person: Person) => {
  const leadId = (await scene.workspace.find(scene.crm.origin, person.email)) ?? '';
  return (await scene.workspace.card(leadId)).feedback.filter(({ kind }) => kind === 'verdict');
};

/** What the browser is asked for, when the scene's CRM is switched on. */
const patternOf = ({ crm }: Scene) => `http://${new URL(crm.origin).hostname}/*`;

describe('the packages', () => {
  it('are what stores take: sums, manifests, nothing in them that is not expected', () => {
    expect(faultsOfPackages()).toEqual([]);
  });

  it('are the same for Chrome and for Edge, so what holds for one does for the other', () => {
    expect(openPackage('edge')).toEqual(openPackage('chrome'));
  });

  it('leave Mozilla’s linter nothing to say', () => {
    const { warnings, accepted } = lintFirefox(join(OUTPUT, packageName('firefox')));
    expect(warnings).toEqual([]);
    expect(accepted.length).toBeLessThanOrEqual(2);
  });
});

describe('installed from its package', () => {
  it('Truce does its main job in Chromium: asked for the site by a click, a verdict, its answer, and back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-package-'));
    await unpack(openPackage('chrome'), folder);
    const { browser, origin, close } = await installInChromium(folder, [patternOf(scene)]);
    try {
      const code = await scene.workspace.invite('Kim Okafor', 'admin');
      const options = await browser.newPage();
      await options.goto(`${origin}/options.html`);
      const isPermitted = () =>
        options.evaluate(
          (site) => chrome.permissions.contains({ origins: [site] }),
          patternOf(scene),
        );
      expect(await isPermitted()).toBe(false);
      await connectOn(options, scene.store.url, code);
      await addSiteOn(options, scene.crm.origin, 'atomic');
      expect(await isPermitted()).toBe(true);

      const page = await browser.newPage();
      await page.goto(scene.pageOf(scene.cool));
      const sidebar = await page.waitForFrame((frame) => frame.url().includes('/sidebar'));
      await untilText(sidebar, new RegExp(nameOf(scene.cool)));
      await press(sidebar, 'Reject');
      await sidebar.locator('::-p-xpath(//label[contains(., "Student")])').click();
      await sidebar.locator('button[type=submit]').click();
      await expect
        .poll(() => verdictsOn(scene.cool), { timeout: 45_000 })
        .toMatchObject([{ verdict: 'rejected', reason: 'Student', by: 'Kim Okafor' }]);

      const desk = await browser.newPage();
      await desk.goto(`${origin}/review.html`);
      await desk.locator(`::-p-text(${nameOf(scene.cool)})`).click();
      await desk.locator('::-p-xpath(//label[contains(., "Kept because")])').click();
      await desk.locator('textarea').fill('Students may become customers.');
      await press(desk, 'Send');
      // While the desk is in front: behind, it leaves its answer to the background's next half minute.
      await expect
        .poll(async () => JSON.stringify(await verdictsOn(scene.cool)), { timeout: 90_000 })
        .toContain('Students may become customers.');
      await page.bringToFront();
      await untilText(sidebar, /Students may become customers\./);
    } finally {
      await close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);

  it('Truce does its main job in Firefox: asked for the site by a click, and a verdict', async () => {
    const firefox = await startFirefox(undefined, join(OUTPUT, packageName('firefox')), undefined, {
      // The browser's question is answered with yes; that it is asked in a click is looked at all the same.
      'extensions.webextOptionalPermissionPrompts': false,
    });
    try {
      const code = await scene.workspace.invite('Noor Haddad', 'rep');
      const isPermitted = () =>
        firefox.options.evaluate(
          (site) => chrome.permissions.contains({ origins: [site] }),
          patternOf(scene),
        );
      expect(await isPermitted()).toBe(false);
      await connectOn(firefox.options, scene.store.url, code);
      await addSiteOn(firefox.options, scene.crm.origin, 'atomic');
      expect(await isPermitted()).toBe(true);

      const page = await firefox.browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(scene.pageOf(scene.hot));
      await page.waitForSelector('[data-truce=ready]');
      await expect
        .poll(
          async () => {
            // Firefox lists no frames of extensions: "Accept", where people see it. Before the lead is there it is not either.
            await page.mouse.click(1280 - 305, 800 - 30);
            return verdictsOn(scene.hot);
          },
          { timeout: 60_000, interval: 2000 },
        )
        .toMatchObject([{ verdict: 'accepted', by: 'Noor Haddad' }]);
    } finally {
      await firefox.close();
    }
  }, 120_000);
});
