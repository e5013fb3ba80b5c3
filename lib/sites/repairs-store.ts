/** Keeps the repairs that the team's store handed out. Who signed them is looked at whenever they are read. */
import * as z from 'zod/mini';
import type { Problem } from '../contract/problem.ts';
import type { Repairs } from '../contract/repairs.ts';
import { browser } from '../platform/browser.ts';
import { verified } from './repairs.ts';
import { REPAIRS_KEYS } from './repairs-keys.ts';
import { readRepairsSetting } from './repairs-setting.ts';

const kept = z.object({
  /** As served, so that an update of Truce that believes other keys judges anew. */
  repairs: z.catch(z.nullable(z.string()), null),
  /** `madeAt` of the newest list that was believed. Stays when the team is left, or leaving would be a way back. */
  newestRepairs: z.catch(z.nullable(z.string()), null),
});

/** @returns the repairs that are believed and not switched off */
export async function repairsInUse(): Promise<Repairs | null> {
  const { repairs, newestRepairs } = await read();
  if (repairs === null || !(await readRepairsSetting()).on) return null;
  const believed = await verified(repairs, REPAIRS_KEYS, Date.now(), newestRepairs);
  return believed.ok ? believed.value : null;
}

/**
 * Keeps what the store hands out now. What is not to be believed changes nothing.
 *
 * @param text null when it hands out none any more
 * @returns why it was not kept, or null
 */
export async function keepRepairs(text: string | null): Promise<Problem | null> {
  if (text === null) {
    await forgetRepairs();
    return null;
  }
  const { newestRepairs } = await read();
  const believed = await verified(text, REPAIRS_KEYS, Date.now(), newestRepairs);
  if (!believed.ok) return believed.problem;
  await browser.storage.local.set({ repairs: text, newestRepairs: believed.value.madeAt });
  return null;
}

/** Goes back to the recipes as they came with Truce. */
export async function forgetRepairs(): Promise<void> {
  await browser.storage.local.remove('repairs');
}

async function read(): Promise<z.infer<typeof kept>> {
  return kept.parse(await browser.storage.local.get(['repairs', 'newestRepairs']));
}
