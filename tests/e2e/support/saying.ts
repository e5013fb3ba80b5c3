/** What a rep says over some days, the same in both browsers: flag, recycle, wake, two at once, correct. */
import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { untilText } from './chromium.ts';
import { openColleague } from './colleague.ts';
import type { Person, Scene } from './scene.ts';

const DAY = 86_400_000;

export interface Desk {
  scene(): Scene;
  /** Opens the sidebar of this lead, wherever the browser lets a test reach it. */
  open(person: Person, leadId: string): Promise<Frame | Page>;
}

/** Registers the tests; they build on each other. */
export function saysItAll({ scene, open }: Desk): void {
  const leadOf = async (person: Person) => {
    const { workspace, crm } = scene();
    const found = await workspace.find(crm.origin, person.email);
    if (!found) throw new Error(`No lead for ${person.email}.`);
    return found;
  };
  const saidOf = async (leadId: string) =>
    (await scene().workspace.card(leadId)).feedback.toReversed();

  it('flags one line with two presses and adds a note; recycles until tomorrow or a demo; both arrive once', async () => {
    const leadId = await leadOf(scene().hot);
    const sidebar = await open(scene().hot, leadId);
    const line = '[data-rule]:has([data-evidence], [data-action="flag"])';
    await press(sidebar, `${line} [data-action="flag"]`);
    await press(sidebar, '[data-fault="not_this_person"]');
    await press(sidebar, '[data-action="add-note"]');
    await sidebar.locator('[name="flag-note"]').fill('It was her intern.');
    await press(sidebar, '[data-action="save-note"]');
    await press(sidebar, '[data-verdict="recycled"]');
    await press(sidebar, '[data-form="recycled"] label:has([type="radio"])');
    await press(sidebar, 'label:has([value="asks"])');
    await press(sidebar, 'label:has([value="bad-timing"])');
    await press(sidebar, '[data-action="send"]');
    await untilText(sidebar, /saved here/i);
    await expect.poll(() => saidOf(leadId), { timeout: 40_000 }).toHaveLength(2);
    expect(await saidOf(leadId)).toMatchObject([
      { flag: 'signal_wrong', fault: 'not_this_person', note: 'It was her intern.' },
      { verdict: 'recycled', wakeOn: [{ is: 'asks' }], until: expect.stringMatching(/^\d{4}-/) },
    ]);
    await untilText(sidebar, /Sleeps until .*, or until they ask to be called/);
  });

  it('wakes when its day has come, and says what happened while it slept', async () => {
    const { hot, cool } = scene();
    const leadId = await leadOf(hot);
    await scene().workspace.send(hot.email, {}, [
      { name: 'Content Downloaded', properties: { name: 'Capacity without guesswork' } },
    ]);
    const sidebar = await open(hot, leadId);
    await untilText(sidebar, /Sleeps until/);
    await scene().store.moveClock(2 * DAY);
    await untilText(sidebar, /Back since .*: its day has come/);
    await untilText(sidebar, /1 event while it slept/);
    await scene().store.moveClock(0);
    expect((await scene().workspace.card(leadId)).stage).toBe('mql');
    expect(await leadOf(cool)).not.toBe(leadId);
  });

  it('two reps at once: the form stays and says who was first; both verdicts are kept, and mine can be corrected', async () => {
    const { cool } = scene();
    const leadId = await leadOf(cool);
    const colleague = await openColleague(scene(), 'Robin Sato');
    const sidebar = await open(cool, leadId);
    await press(sidebar, '[data-verdict="rejected"]');
    await press(sidebar, 'label:has([value="student"])');
    await colleague.say(leadId, 'accepted');
    await untilText(sidebar, /Robin Sato said “Accepted”.*while you were here/);
    await press(sidebar, '[data-action="send"]');
    await untilText(sidebar, /Robin Sato was first/);
    await expect
      .poll(() => saidOf(leadId), { timeout: 40_000 })
      .toMatchObject([
        { verdict: 'accepted', mine: false },
        { verdict: 'rejected', reason: 'Student' },
      ]);
    await untilText(sidebar, /all sent/i);
    await press(sidebar, '[data-action="change"]');
    await press(sidebar, '[data-verdict="accepted"]');
    await expect
      .poll(() => saidOf(leadId).then((all) => all.at(-1)), { timeout: 40_000 })
      .toMatchObject({ verdict: 'accepted', by: 'Kim Okafor' });
    await press(sidebar, '[data-history] summary');
    await untilText(sidebar, /3 verdicts/i);
    expect(await saidOf(leadId)).toHaveLength(3);
  });
}

const press = (where: Frame | Page, selector: string) => where.locator(selector).click();
