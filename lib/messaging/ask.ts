/** Asking the background, from any page of the extension. */
import { ANSWERS } from './answers.ts';
import { asking } from './asking.ts';

export type { Ask } from './asking.ts';

export const ask = asking(ANSWERS);
