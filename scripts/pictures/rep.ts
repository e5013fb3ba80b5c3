/**
 * A rep's day as pictures, from the first page after the installation to what is not sent yet.
 *
 * In: a stage. Out: the pictures of docs/images that a rep would see. The store is stopped at the end.
 */
import type { Frame, Page } from 'puppeteer-core';
import { openLead } from '../../demo/lead-page.ts';
import { setUp } from '../../demo/pairing.ts';
import { heroOf, type SamplePerson } from '../../demo/sample/arcs.ts';
import { JANE } from '../../demo/sample/team.ts';
import { popupOver } from './popup.ts';
import type { Stage, World } from './stage.ts';
import type { Take } from './take.ts';

/** As large as README's. */
const WIDE = { width: 1440, height: 900 };
const PAGE = { width: 1280, height: 940 };
const SOON = 60_000;

/** Connects as Jane the rep and switches the CRM on. */
export async function comeIn({ world, page, extensionOrigin }: Stage): Promise<void> {
  const { client, admin, crm } = world;
  await setUp(page, extensionOrigin, {
    storeUrl: client.url,
    newCode: () => client.invite(admin, JANE.name, 'rep', JANE.email),
    site: { origin: crm.origin, crm: 'atomic' },
    patience: SOON,
  });
}

export const leadUrl = ({ crm }: World, id: string | undefined) =>
  `${crm.origin}/#/contacts/${id}/show`;

export const someone = ({ stories }: World, arc: SamplePerson['arc'], nth = 0) =>
  stories.filter((story) => story.arc === arc)[nth]?.person;

export function sidebarOf(page: Page, extensionOrigin: string): Promise<Frame> {
  return page.waitForFrame((frame) => frame.url().startsWith(`${extensionOrigin}/sidebar`));
}

/** @param between what else is to be taken before the store is stopped */
export async function takeRep(
  stage: Stage,
  take: Take,
  between: () => Promise<void>,
): Promise<void> {
  const { page, extensionOrigin } = stage;
  await page.setViewport(PAGE);
  await page.goto(`${extensionOrigin}/options.html`);
  await page.waitForSelector('form[data-form=connect]');
  await take(page, 'first-run');
  await comeIn(stage);
  await page.evaluate(() => window.scrollTo(0, 0));
  await take(page, 'options');

  await takeSidebar(stage, take);
  await takeList(stage, take);
  await takePopups(stage, take);
  await between();
  await takeOutbox(stage, take);
}

async function takeSidebar({ world, page, extensionOrigin }: Stage, take: Take): Promise<void> {
  await page.setViewport(WIDE);
  await openLead(page, leadUrl(world, heroOf(world.people)?.id), SOON);
  await take(page, 'sidebar');
  const sidebar = await sidebarOf(page, extensionOrigin);
  await sidebar.locator('[data-action=flag]').click();
  await sidebar.waitForSelector('[data-form=flag]');
  await take(page, 'sidebar-flag');
  await sidebar.locator('[data-form=flag] [data-action=cancel]').click();

  await sidebar.locator('[data-verdict=rejected]').click();
  await sidebar.waitForSelector('[data-form=rejected]');
  await take(page, 'sidebar-reject');
  await sidebar.locator('[data-form=rejected] [data-action=cancel]').click();
  await scrollTo(sidebar, '[data-kind]');
  await take(page, 'sidebar-story');

  // What the page is told of the system's colours does not reach frames of other origins.
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await openLead(page, leadUrl(world, someone(world, 'trialUser', 1)?.id), SOON);
  const dark = await sidebarOf(page, extensionOrigin);
  await dark.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await take(page, 'sidebar-dark');
  await page.emulateMediaFeatures([]);
  // The frame outlives the page it was opened on.
  await dark.evaluate(() => {
    delete document.documentElement.dataset.theme;
  });

  await openLead(page, leadUrl(world, someone(world, 'unknown')?.id), SOON);
  await take(page, 'sidebar-unknown');
}

/** Puts it at the upper end of what scrolls, and moves nothing else. */
const scrollTo = (frame: Frame, selector: string) =>
  frame.$eval(selector, (part) => {
    let box = part.parentElement;
    while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
    const above = box?.getBoundingClientRect().top ?? 0;
    box?.scrollBy(0, part.getBoundingClientRect().top - above - 160);
  });

/** Points at the chip of somebody on the CRM's list, which stands right of the name. */
export async function pointAtChip(page: Page, name: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const lines = [...document.querySelectorAll('main li .MuiListItemText-primary')];
    const line = lines.find(({ textContent }) => textContent.includes(wanted));
    const range = document.createRange();
    if (line) range.selectNodeContents(line);
    const { right, top, height } = range.getBoundingClientRect();
    return { x: right + 32, y: top + height / 2 };
  }, name);
  await page.mouse.move(at.x, at.y);
}

async function takeList({ world, page, extensionOrigin }: Stage, take: Take): Promise<void> {
  await page.setViewport(PAGE);
  await page.goto(`${world.crm.origin}/#/contacts`);
  await page.waitForSelector('main li');
  await take(page, 'list-chips');
  const hero = heroOf(world.people);
  await pointAtChip(page, `${hero?.firstName} ${hero?.lastName}`);
  await page.waitForFrame((frame) => frame.url().startsWith(`${extensionOrigin}/row-card`));
  await take(page, 'row-card');
  await page.mouse.move(5, 5);
}

async function takePopups(stage: Stage, take: Take): Promise<void> {
  const { world, page } = stage;
  await openLead(page, leadUrl(world, heroOf(world.people)?.id), SOON);
  const day = await popupOver(stage, 760, '[data-part="hot"] [data-lead]');
  await take(day, 'popup');
  await day.locator('[data-action="switch"]').click();
  await day.waitForSelector('[data-action="resume"]');
  await take(day, 'popup-paused');
  await day.locator('[data-action="resume"]').click();
  await day.waitForSelector('[data-action="switch"]');
  await day.close();

  // The same CRM under another name is a site that nobody has switched on.
  await page.goto(world.crm.origin.replace('localhost', '127.0.0.1'));
  const site = await popupOver(stage, 760, '[data-action="use-here"]');
  await site.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await take(site, 'popup-site');
  await site.close();
}

/** The last of all: the store goes away while somebody says something. */
async function takeOutbox(stage: Stage, take: Take): Promise<void> {
  const { world, page, extensionOrigin } = stage;
  await page.setViewport(WIDE);
  await openLead(page, leadUrl(world, someone(world, 'trialUser', 2)?.id), SOON);
  await page.bringToFront();
  const sidebar = await sidebarOf(page, extensionOrigin);
  await world.store.stop();
  await sidebar.waitForSelector('[data-verdict=accepted]:not([aria-disabled])');
  // What is pressed the moment it comes up does not count.
  await new Promise((next) => setTimeout(next, 1500));
  await sidebar.locator('[data-verdict=accepted]').click();
  await sidebar.waitForSelector('[data-action=undo]');
  await take(page, 'sidebar-saved');
  await page.setViewport(PAGE);
  await page.goto(`${extensionOrigin}/options.html`);
  await page.waitForSelector('[data-item]', { timeout: SOON });
  await page.evaluate(() => {
    document.querySelector('[data-item]')?.scrollIntoView({ block: 'center' });
  });
  await take(page, 'outbox');
}
