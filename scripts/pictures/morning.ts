/**
 * A marketer's first morning, room by room, as pictures.
 *
 * In: a stage. Out: one small PNG per step of docs/first-morning.md.
 */
import { connect } from '../../demo/pairing.ts';
import { TEAM } from '../../demo/sample/team.ts';
import type { Stage } from './stage.ts';
import type { Take } from './take.ts';

const WIDE = { width: 1280, height: 940 };
/** As the mouse of somebody who waits for nothing: a page is ready when its numbers are. */
const READY = 'main:not([aria-busy="true"]) h1, main:not([aria-busy="true"]) [data-line]';

export async function takeMorning(stage: Stage, save: Take): Promise<void> {
  const { page, extensionOrigin } = stage;
  const { client, admin } = stage.world;
  await page.setViewport(WIDE);
  await page.goto(`${extensionOrigin}/options.html`);
  const newCode = () => client.invite(admin, TEAM.ines.name, 'marketer', TEAM.ines.email);
  await connect(page, { storeUrl: client.url, newCode });

  const enter = async (room: string) => {
    await page.goto(`${extensionOrigin}/review.html#${room}`);
    // From one room to the next is no load; asking anew is.
    await page.reload();
    await page.waitForSelector(READY);
  };
  const take = (name: string) => save(page, `morning-${name}`);
  const click = (selector: string) => page.locator(selector).click();

  await enter('queue');
  await page.waitForSelector('[data-line]');
  await take('queue');
  await click('[data-line]');
  await page.waitForSelector('[data-form="answer"]');
  await take('case');

  await enter('queue');
  await page.waitForSelector('[data-pattern]');
  await click('[data-action="draft-rule"]');
  await page.waitForSelector('[data-pattern] a[href="#definition"]');
  await take('pattern');

  await enter('definition');
  await page.waitForFunction(() => /would have done/.test(document.body.textContent));
  await take('definition');
  await click('[data-action="sign-marketing"]');
  await page.waitForSelector('[data-action="withdraw-marketing"]');
  await take('signed');

  await enter('score');
  await page.waitForFunction(() => /\d+ verdicts of \d+/.test(document.body.textContent));
  await save(page, 'score-room');

  // In half a year there are enough verdicts for every question.
  await enter('reports/weeks=26');
  await take('reports');

  await enter('check-in');
  await page
    .locator('[name="decided"]')
    .fill('Students are asked for their university by the form');
  await page.locator('[name="owner"]').fill('Ines Moreau');
  await click('[data-action="record"]');
  await page.waitForSelector('[data-decision]');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  await take('check-in');
}
