/** The browser part of the demo: launch, pair, open the lead; then take a picture, or stay until it is closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { guessCrm } from '../lib/crm/hosts.ts';
import { RECIPES } from '../lib/crm/registry.ts';
import { launchBrowser } from './browser.ts';
import { openLead, savePicture } from './lead-page.ts';
import { isLocal } from './options.ts';
import { setUp } from './pairing.ts';
import { JANE } from './sample/team.ts';
import type { Stage, Tools } from './stage.ts';
import type { Stopping } from './stopping.ts';

/** Time for a person to answer the browser's question, or to find a lead of their own CRM. */
const A_WHILE = 180_000;
const SOON = 30_000;

/** @param chromium path of the browser */
export async function showInBrowser(chromium: string, stage: Stage, tools: Tools): Promise<void> {
  const { progress, stopping } = tools;
  const { client, admin, leadUrl, picture } = stage;
  const crmOrigin = new URL(leadUrl).origin;
  const local = isLocal(new URL(leadUrl));
  const { browser, extensionOrigin } = await progress.step('Opening the browser', async () => {
    const launched = await launchBrowser({
      executablePath: chromium,
      extension: stage.extension,
      profile: stage.profile ?? (await temporaryProfile(stopping)),
      headless: picture !== null,
      ownPagesOnly: local,
    });
    stopping.add(() => launched.browser.close());
    return launched;
  });
  stopping.signal.throwIfAborted();
  const page = (await browser.pages())[0] ?? (await browser.newPage());

  if (!local) {
    progress.say(`The browser will ask whether Truce may act on ${crmOrigin}: allow it there.`);
  }
  await progress.step('Connecting the extension, as Jane Doe would', () =>
    setUp(page, extensionOrigin, {
      storeUrl: client.url,
      newCode: () => client.invite(admin, JANE.name, JANE.role, JANE.email),
      site: { origin: crmOrigin, crm: guessCrm(RECIPES, crmOrigin)?.id ?? 'atomic' },
      patience: local ? SOON : A_WHILE,
    }),
  );
  if (picture) {
    await progress.step('Taking the picture', async () => {
      await openLead(page, leadUrl, SOON);
      await savePicture(page, picture);
    });
    progress.say(`Saved ${picture}`);
    return;
  }
  // Somebody else's CRM may ask for a login first, so only our own is waited for.
  await progress.step('Opening a lead', () => openLead(page, leadUrl, local ? SOON : null));
  progress.say(
    `\nTruce is open beside a lead. The review desk is at ${extensionOrigin}/review.html\n` +
      `Store ${client.url}, CRM ${crmOrigin}. Close the browser or press Ctrl-C to stop.`,
  );
  await closedOrStopped(browser, stopping.signal);
}

async function temporaryProfile(stopping: Stopping): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'truce-demo-'));
  stopping.add(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** On macOS a browser without windows goes on running, so the last window counts as closing it. */
function closedOrStopped(browser: Browser, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => resolve();
    if (signal.aborted) done();
    signal.addEventListener('abort', done);
    browser.once('disconnected', done);
    browser.on('targetdestroyed', () => {
      browser.pages().then(
        (pages) => pages.length === 0 && done(),
        () => done(),
      );
    });
  });
}
