/** A browser profile in which Truce is connected to the bench's store, and switched on where it is to be measured. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onOptions, startChromium } from '../../e2e/support/chromium.ts';
import { addSiteOn, connectOn } from '../../e2e/support/options.ts';
import type { BenchScene } from './scene.ts';

/** @returns the folder of the profile, which is the caller's to remove */
export async function setUp(scene: BenchScene, origins: readonly string[]): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'truce-bench-'));
  const chromium = await startChromium(profile);
  const code = await scene.workspace.invite('Kim Okafor', 'rep');
  await onOptions(chromium.browser, async (page) => {
    await connectOn(page, scene.store.url, code);
    for (const origin of origins) await addSiteOn(page, origin, 'atomic');
  });
  await chromium.close();
  return profile;
}
