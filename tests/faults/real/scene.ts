/** One lane: a store, a browser, and a rep who works in it, with hands for what faults do to them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectOn } from '../../e2e/support/options.ts';
import { type BrowserName, startDriver } from './drivers.ts';
import { Hands } from './hands.ts';
import { type EngineName, openPlace, type Place } from './place.ts';
import type { Act } from './proxy.ts';

export interface Lane {
  browser: BrowserName;
  engine: EngineName;
}

export interface Scene {
  lane: Lane;
  place: Place;
  hands: Hands;
  /** Whether the browser runs. */
  runs(): boolean;
  killBrowser(): Promise<void>;
  startBrowser(): Promise<void>;
  stopWorker(): Promise<void>;
  setDiskFull(isFull: boolean): Promise<void>;
  /** The extension, as an update does. */
  reload(): Promise<void>;
  /** The next so many sendings go like this; settles at once. */
  onTheWay(times: number, act: Act): void;
  /** Settles when what was armed has struck. */
  struck(): Promise<void>;
  close(): Promise<void>;
}

/** @param built folder of the unpacked extension for this browser */
export async function openScene(lane: Lane, built: string): Promise<Scene> {
  const place = await openPlace(lane.engine);
  const folder = await mkdtemp(join(tmpdir(), 'truce-lane-'));
  const door = `${place.store.url}/healthz`;
  const driver = await startDriver(lane.browser, { built, folder, door });
  const hands = new Hands(driver);
  await connectOn(
    await hands.options(),
    place.proxy.url,
    await place.workspace.invite('Kim Okafor', 'rep'),
  );
  let runs = true;
  let killing: Promise<void> = Promise.resolve();
  let struck: Promise<void> = Promise.resolve();
  return {
    lane,
    place,
    hands,
    runs: () => runs,
    async killBrowser() {
      runs = false;
      killing = driver.kill().then(() => hands.forgetPages());
      await killing;
    },
    async startBrowser() {
      await killing;
      await driver.start();
      runs = true;
    },
    stopWorker: async () => driver.stopWorker(await hands.options()),
    setDiskFull: driver.setDiskFull,
    async reload() {
      await driver.reload(await hands.options());
      hands.forgetPages();
    },
    onTheWay(times, act) {
      struck = place.proxy.arm(times, act);
    },
    struck: () => struck,
    async close() {
      await driver.close();
      await place.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
