/** "Take repaired selectors from your store": on, unless the person or their administrator switched it off. */
import { browser } from '../platform/browser.ts';
import { managedNow } from '../platform/managed.ts';

export interface RepairsSetting {
  on: boolean;
  /** Switched off by the browser's administrator, so the person cannot switch it on. */
  byPolicy: boolean;
}

/** @returns whether repairs are used */
export async function readRepairsSetting(): Promise<RepairsSetting> {
  const byPolicy = (await managedNow()).repairs === 'off';
  const { repairsSetting } = await browser.storage.local.get('repairsSetting');
  return { on: !byPolicy && repairsSetting !== 'off', byPolicy };
}

/** What the person says. Takes effect with the next `sites.changed`. */
export async function setRepairs(on: boolean): Promise<void> {
  await browser.storage.local.set({ repairsSetting: on ? 'on' : 'off' });
}
