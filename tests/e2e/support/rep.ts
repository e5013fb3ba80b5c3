/** A Chromium whose extension is connected as a rep and works on the scene's CRM. */
import type { Role } from '../../../lib/contract/words.ts';
import { type Chromium, onOptions, startChromium } from './chromium.ts';
import { addSiteOn, connectOn } from './options.ts';
import type { Scene } from './scene.ts';

/** Starts the browser and sets it up through the options page. */
export async function startAs(scene: Scene, name: string, role: Role): Promise<Chromium> {
  const chromium = await startChromium();
  const code = await scene.workspace.invite(name, role);
  await onOptions(chromium.browser, async (page) => {
    await connectOn(page, scene.store.url, code);
    await addSiteOn(page, scene.crm.origin, 'atomic');
  });
  return chromium;
}
