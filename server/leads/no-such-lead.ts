/** The answer for a lead that is not there, which is also the answer for one of another workspace. */
import { failed, type Result } from '../../lib/contract/problem.ts';

export function noSuchLead(): Result<never> {
  return failed(
    'not-found',
    'This lead is not in the store',
    'Open its record again so that Truce looks it up anew; it may have been erased.',
  );
}
