/** A rep at work with the first build: what they set, taught and said before an update, and what has to be there after it. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { atomic } from '../../../lib/crm/recipes/atomic.ts';
import { firstBuild } from './first-build.ts';
import { addSiteOn, connectOn } from './options.ts';
import { openScene, type Person, type Scene } from './scene.ts';
import { type StillPage, serveStillPage } from './still-page.ts';

const TAUGHT = { ...atomic, id: 'atomic-two', name: 'Second Atomic', sureness: 'taught' };

/** What somebody chose or taught; the rest of `storage.local` is laid out anew by each version. */
const KEPT = ['sites', 'clouds', 'taughtRecipes', 'listsOff', 'notices', 'home', 'paused'];

export interface Work {
  scene: Scene;
  /** A CRM that Truce was taught. */
  taught: StillPage;
  /** Somebody else whom marketing knows. */
  later: Person;
  /** For files of the test. */
  place: string;
  /** The first build, unpacked: a folder in `place`. */
  built: string;
  close(): Promise<void>;
}

export async function openWork(browser: 'chrome' | 'firefox'): Promise<Work> {
  const place = await mkdtemp(join(tmpdir(), 'truce-upgrade-'));
  const built = join(place, 'truce');
  const first = await firstBuild(browser);
  await cp(first.folder, built, { recursive: true });
  await first.remove();
  const [scene, taught] = await Promise.all([openScene(), serveStillPage({})]);
  const [later] = scene.others;
  if (!later) throw new Error('There is nobody else in the CRM.');
  const { email, firstName, lastName } = later;
  await scene.workspace.send(email, { firstName, lastName }, [
    { name: 'Form Submitted', properties: { name: 'Planning guide' }, daysAgo: 5 },
  ]);
  return {
    scene,
    taught,
    later,
    place,
    built,
    async close() {
      await Promise.all([scene.close(), taught.close()]);
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** Connects, chooses, and teaches a CRM, as people do on the options page. */
export async function settleIn(options: Page, { scene, taught, place }: Work): Promise<void> {
  await connectOn(options, scene.store.url, await scene.workspace.invite('Kim Okafor', 'rep'));
  await addSiteOn(options, scene.crm.origin, 'atomic');
  const recipe = join(place, 'recipe.json');
  await writeFile(recipe, JSON.stringify(TAUGHT));
  const field = await options.waitForSelector('input[name=recipe]');
  await (field as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(recipe);
  await options.locator('[data-preview] [data-action=add-recipe]').click();
  await options.waitForSelector('[data-taught="atomic-two"]');
  await addSiteOn(options, taught.origin, 'atomic-two');
  await options.locator('[data-look="lists-atomic"] [role=switch]').click();
  await options.locator('[data-look="notices"] [role=switch]').click();
  await options.locator('[data-look="notice-names"] [role=switch]').click();
  for (const home of ['panel', 'page'])
    await options.locator(`label:has(input[value=${home}])`).click();
  await expect
    .poll(() => settings(options))
    .toMatchObject({
      sites: [{ crm: 'atomic' }, { crm: 'atomic-two' }],
      taughtRecipes: [{ id: 'atomic-two' }],
      listsOff: ['atomic'],
      notices: { on: true, names: true },
      home: 'page',
    });
}

/** @param options a page of the extension */
export const settings = (options: Page): Promise<Record<string, unknown>> =>
  options.evaluate((keys) => chrome.storage.local.get(keys), KEPT);

/** @returns ids of what waits, in the order it was said */
export const outbox = (options: Page): Promise<string[]> =>
  options.evaluate(async () => {
    const opening = indexedDB.open('truce-outbox');
    await new Promise((next) => opening.addEventListener('success', next));
    const all = opening.result.transaction('entries').objectStore('entries').getAll();
    await new Promise((next) => all.addEventListener('success', next));
    opening.result.close();
    return all.result
      .filter((kept) => kept?.item)
      .toSorted((one, other) => one.order - other.order)
      .map(({ item }) => String(item.id));
  });

/** Waits until so much was said and could not be sent. */
export const untilWaiting = (options: Page, count: number) =>
  expect.poll(() => outbox(options), { timeout: 20_000 }).toHaveLength(count);

/** Marks what this version put into an open page, so that what comes in its place is known by having no mark. */
export const markSidebar = (tab: Page): Promise<void> =>
  tab.evaluate(() => document.querySelector('[data-truce]')?.setAttribute('data-before', ''));

/** Waits until another sidebar stands in the place of the marked one, alone, and shows something. */
export const untilTakenOver = (tab: Page) =>
  expect.poll(() => tab.evaluate(sidebars), { timeout: 30_000 }).toEqual(['ready']);

function sidebars(): string[] {
  return [...document.querySelectorAll('[data-truce]')].map((host) =>
    host.hasAttribute('data-before') ? 'of before' : (host.getAttribute('data-truce') ?? ''),
  );
}

/** @returns what the store has of somebody's verdicts, oldest first */
export async function verdictsOn({ scene }: Work, person: Person): Promise<string[]> {
  const leadId = (await scene.workspace.find(scene.crm.origin, person.email)) ?? '';
  const { feedback } = await scene.workspace.card(leadId);
  return feedback.flatMap((said) => (said.kind === 'verdict' ? [said.verdict ?? ''] : []));
}
