/** What the organisation has set, followed: where Truce works, to which store it connects, what is kept. */
import { connectsItself } from '../../lib/contract/managed.ts';
import { browser } from '../../lib/platform/browser.ts';
import { managedNow } from '../../lib/platform/managed.ts';
import { registerScouts, startInOpenTabs } from '../../lib/sites/scouts.ts';
import { cloudPatterns, isGranted, patternOf } from '../../lib/sites/sites.ts';
import { forgetTries } from '../../lib/sync/by-policy.ts';
import { comeIn, forgetLeads, tidyUp } from './switchboard.ts';

/** Something else is set now. What was kept under what was set before goes, and is asked for again. */
export async function policyChanged(): Promise<void> {
  await forgetTries();
  await forgetLeads();
  await registerScouts();
  await startInOpenTabs(await wanted());
  await comeIn();
  await tidyUp();
}

/**
 * A person who installed Truce is shown where to begin. One whose organisation did is not called upon, unless something is
 * theirs to do: a permission that no policy can give.
 */
export async function welcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  const set = await managedNow();
  const patterns = await wanted();
  await registerScouts();
  await startInOpenTabs(patterns);
  const isAsked = patterns.length > 0 && !(await isGranted(patterns));
  if (isAsked || (installType !== 'admin' && !connectsItself(set))) {
    await browser.runtime.openOptionsPage();
  }
}

/** @returns the match patterns of all that the organisation wants Truce to work on */
async function wanted(): Promise<string[]> {
  const { sites = [], clouds = [] } = await managedNow();
  const hosts = await Promise.all(clouds.map(cloudPatterns));
  return [...new Set([...sites.map(({ origin }) => patternOf(origin)), ...hosts.flat()])];
}
