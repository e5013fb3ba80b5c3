/** Makes sure that the browsers a task needs are here: installs them on Debian and its kin, says what to do elsewhere. */
import type { Progress } from '../demo/progress.ts';
import { aptCommand } from './apt.ts';
import { findChromium, findFirefox } from './browsers.ts';

/** A browser is missing and cannot be installed by us. The message says what to do. */
export class NoBrowser extends Error {
  override name = 'NoBrowser';
}

export interface Browsers {
  chromium: string;
  /** Null when it was not asked for and is not there. */
  firefox: string | null;
}

/**
 * @param options.needFirefox whether Firefox is needed as well
 * @returns where the browsers are
 * @throws NoBrowser with one sentence for the person
 */
export async function ensureBrowsers(options: {
  needFirefox: boolean;
  progress: Progress;
}): Promise<Browsers> {
  refuseWrongNames(options.needFirefox);
  const missing = missingBrowsers(options.needFirefox);
  const apt = missing.length > 0 ? await aptCommand() : null;
  if (apt) {
    // Without a font a screenshot has boxes where its words should be.
    const packages = [...missing.map(debianName), 'fonts-dejavu-core', 'fonts-liberation'];
    await options.progress.step(`Installing ${packages.join(', ')} with apt-get`, async () => {
      await apt(['update']);
      await apt(['install', '-y', '--no-install-recommends', ...packages]);
    });
  }
  const chromium = findChromium();
  const firefox = findFirefox();
  const still = missingBrowsers(options.needFirefox);
  if (!chromium || still.length > 0) throw new NoBrowser(adviceFor(still));
  return { chromium, firefox };
}

/** Whoever names a browser wants that one, not another that we would install. */
function refuseWrongNames(needFirefox: boolean): void {
  for (const [variable, found] of [
    ['TRUCE_CHROMIUM', findChromium()],
    ['TRUCE_FIREFOX', needFirefox ? findFirefox() : ''],
  ] as const) {
    const named = process.env[variable];
    if (named && found === null) {
      throw new NoBrowser(`${variable} is set to ${named}, but there is no such program here.`);
    }
  }
}

type Missing = 'Chromium' | 'Firefox';

function missingBrowsers(needFirefox: boolean): Missing[] {
  const missing: Missing[] = [];
  if (!findChromium()) missing.push('Chromium');
  if (needFirefox && !findFirefox()) missing.push('Firefox');
  return missing;
}

function debianName(browser: Missing): string {
  return browser === 'Chromium' ? 'chromium' : 'firefox-esr';
}

function adviceFor(missing: Missing[]): string {
  const variable = missing.includes('Chromium') ? 'TRUCE_CHROMIUM' : 'TRUCE_FIREFOX';
  return (
    `No ${missing.join(' and no ')} was found here. Install ${missing.length > 1 ? 'them' : 'it'} ` +
    `(Chrome, Edge and Brave count as Chromium), or name the program, as in ` +
    `${variable}=/path/to/program, and run the same command again.`
  );
}
