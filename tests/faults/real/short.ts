/** A few rounds for every run of the tests. */
import { extensionFolder } from '../../../demo/extension.ts';
import { today } from '../../length.ts';
import { isGood, type Played, runRounds } from './run.ts';

/**
 * Plays these rounds on the embedded store. One that could not be played to its end (a driver that lost its page while a
 * browser was killed) is played once more; what was lost, doubled or misordered is never given a second chance.
 *
 * @returns the rounds that were not good, and how many were played to their end
 */
export async function playShort(
  browser: 'chromium' | 'firefox',
  numbers: readonly number[],
): Promise<{ bad: Played[]; ended: number }> {
  const build = browser === 'chromium' ? 'chrome' : 'firefox';
  const play = (only: readonly number[]) =>
    runRounds({
      ...{ lanes: [{ browser, engine: 'embedded' }], rounds: 60, seed: today, only },
      built: () => extensionFolder({ browser: build, mode: 'demo' }),
      hurry: true,
      onRound: () => undefined,
    });
  const first = await play(numbers);
  const unended = first.filter(({ result }) => result === null).map(({ plan }) => plan.number);
  const again = unended.length > 0 ? await play(unended) : [];
  const all = [...first.filter(({ result }) => result !== null), ...again];
  return { bad: all.filter((round) => !isGood(round)), ended: all.length };
}
