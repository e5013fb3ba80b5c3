/** What lies beyond this machine: the way people come by, and who signs them on. */
import type { Env } from '../env.ts';
import type { Ask } from './asking.ts';
import type { Finding } from './finding.ts';
import { examineOutside, type Known } from './outside.ts';
import { examineSignOn } from './sign-on.ts';

/** @param known null where there is no database to ask */
export async function beyond(
  env: Pick<Env, 'publicUrl' | 'signOn'>,
  known: Known | null,
  ask: Ask,
): Promise<Finding[]> {
  const found = await Promise.all([examineOutside(env, known, ask), examineSignOn(env, ask)]);
  return found.flat();
}
