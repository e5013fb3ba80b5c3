/** Keeps the counts of `health.ts` on the disk. */
import { factName } from '../contract/recipe.ts';
import type { CrmId, SeenRecord } from '../contract/record.ts';
import { browser } from '../platform/browser.ts';
import { forgotten, type Health, healthSchema, noted } from './health.ts';

/** @returns the counts; empty when there are none, or they are from another version */
export async function readHealth(): Promise<Health> {
  const { health } = await browser.storage.local.get('health');
  const parsed = healthSchema.safeParse(health ?? []);
  return parsed.success ? parsed.data : [];
}

/** Counts one record that was read, and no more of it than what was found. Tabs report at the same time, so one after the other. */
export function noteLook({ record: { crm, kind }, facts }: SeenRecord): Promise<void> {
  const found = factName.options.filter((name) => facts[name] !== undefined);
  return change((health) => noted(health, { crm, kind, found }, Date.now()));
}

/** Begins anew for this CRM. */
export function forgetLooks(crm: CrmId): Promise<void> {
  return change((health) => forgotten(health, crm));
}

function change(how: (health: Health) => Health): Promise<void> {
  return navigator.locks.request('truce-health', async () => {
    await browser.storage.local.set({ health: how(await readHealth()) });
  });
}
