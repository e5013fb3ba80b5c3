/** Reading what the doctor says. */
import { expect } from 'vitest';
import type { Finding } from '../../../server/doctor/finding.ts';

/** @returns what was found of one thing; throws when nothing was */
export function of(all: readonly Finding[], what: string): Finding {
  const found = all.find((one) => one.what === what);
  if (!found) throw new Error(`Nothing is said of ${what}: ${JSON.stringify(all)}`);
  return found;
}

/** To match a finding with. */
export const says = (state: Finding['state'], text: RegExp) => ({
  state,
  says: expect.stringMatching(text),
});
