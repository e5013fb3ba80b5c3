/** Where the review desk is, as a page of the extension. */
import type { Member } from '../contract/access.ts';

/** @returns its queue for those who answer; for sales the lead definition, which they sign as well */
export const deskPath = (
  role: Member['role'] | undefined,
): '/review.html' | '/review.html#definition' =>
  role === 'rep' ? '/review.html#definition' : '/review.html';
