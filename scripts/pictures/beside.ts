/** What is opened with a press on the toolbar's button: the browser's own panel, and the lesson that teaches a CRM. */
import type { Page } from 'puppeteer-core';
import { heroOf } from '../../demo/sample/arcs.ts';
import { leadUrl } from './rep.ts';
import type { Stage } from './stage.ts';
import type { Take } from './take.ts';

const PAGE = { width: 1280, height: 860 };
/** Side panels are about as wide as this. */
const PANEL = { width: 400, height: 860 };

/** Opens the popup of the tab in front and presses Enter on something in it, which browsers count as a person's own press. */
async function pressInPopup({ browser, page, extensionOrigin }: Stage, action: string) {
  const [extension] = (await browser.extensions()).values();
  const opened = browser.waitForTarget(
    (target) => target.url() === `${extensionOrigin}/popup.html`,
  );
  await page.bringToFront();
  await extension?.triggerAction(page);
  const popup = await (await opened).asPage();
  const button = `[data-action=${action}]`;
  await popup.waitForSelector(button, { polling: 100 } as never);
  await popup.focus(button);
  // The popup closes in the press, before the key is up again.
  await popup.keyboard.press('Enter').catch(() => undefined);
}

export async function takeBeside(stage: Stage, take: Take): Promise<void> {
  const { world, page } = stage;
  await page.setViewport(PAGE);
  await page.goto(leadUrl(world, heroOf(world.people)?.id));
  const panel = await openPanel(stage);
  await panel.setViewport(PANEL);
  await take(panel, 'panel');
  await panel.close();
  await liveIn(stage, 'page');
}

/** Chooses in the options where the sidebar lives. */
async function liveIn({ browser, extensionOrigin }: Stage, home: 'page' | 'panel'): Promise<void> {
  const options = await browser.newPage();
  await options.goto(`${extensionOrigin}/options.html`);
  await options.locator(`#looks input[value=${home}]`).click();
  await options.close();
}

async function openPanel(stage: Stage): Promise<Page> {
  const { browser, page, extensionOrigin } = stage;
  await liveIn(stage, 'panel');
  const opened = browser.waitForTarget(
    (target) => target.url() === `${extensionOrigin}/panel.html`,
  );
  await page.bringToFront();
  await page.waitForSelector('[data-truce]');
  await pressInPopup(stage, 'open-beside');
  const panel = await (await opened).asPage();
  await panel.waitForSelector('[data-verdict]', { polling: 100 } as never);
  return panel;
}

/** On the same CRM under a name that nobody has switched on. */
export async function takeTeach(stage: Stage, take: Take): Promise<void> {
  const { world, page } = stage;
  await page.setViewport(PAGE);
  const url = leadUrl(world, heroOf(world.people)?.id);
  await page.goto(url.replace('localhost', '127.0.0.1'));
  await page.waitForSelector('main .MuiTypography-h5');
  await pressInPopup(stage, 'teach-here');
  await page.bringToFront();
  const lesson = await page.waitForFrame((frame) => frame.url().includes('/teach.html'));
  await lesson.locator('[data-action=point-name]').click();
  await lesson.waitForSelector('[data-action=stop-name]');
  await page.click('main .MuiTypography-h5');
  await lesson.waitForSelector('[data-action=point-name]');
  await lesson.locator('[data-action=point-company]').click();
  await lesson.waitForSelector('[data-action=stop-company]');
  await page.hover('main a[href*="companies"]');
  await take(page, 'teach');
}
