/** `--no-browser`: says what to open and how, and keeps the store and the CRM running. */
import { createInterface } from 'node:readline';
import { ensureExtensionBuilt } from './extension.ts';
import type { Stage, Tools } from './stage.ts';

/** Ends when somebody stops the demo. */
export async function tellHowToOpen(stage: Stage, { progress, stopping }: Tools): Promise<void> {
  const firefox = await ensureExtensionBuilt(
    { browser: 'firefox', mode: 'demo' },
    progress,
    stopping.signal,
  );
  const { client, extension, leadUrl } = stage;
  progress.say(`
Truce is running. To see it in a browser of your own:

1. Load the extension.
   Chromium, Chrome, Edge, Brave: open chrome://extensions, switch on developer mode, choose "Load unpacked" and
     ${extension}
   Firefox: open about:debugging#/runtime/this-firefox, choose "Load Temporary Add-on" and
     ${firefox}/manifest.json
2. Open the extension's options and connect it to the store
     ${client.url}
   with one of these codes (each is good once, for ten minutes):
${await twoCodes(stage)}
3. Add the site ${new URL(leadUrl).origin} there (it is an Atomic CRM), then open a lead
     ${leadUrl}

Press Enter for fresh codes, Ctrl-C to stop.`);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => void twoCodes(stage).then(progress.say, console.error));
  stopping.add(() => lines.close());
  await new Promise<void>((resolve) => {
    if (stopping.signal.aborted) resolve();
    stopping.signal.addEventListener('abort', () => resolve());
  });
}

async function twoCodes({ client, admin }: Stage): Promise<string> {
  const rep = await client.invite(admin, 'Guest from sales', 'rep');
  const marketer = await client.invite(admin, 'Guest from marketing', 'marketer');
  return `     ${rep}  for a sales rep\n     ${marketer}  for a marketer`;
}
