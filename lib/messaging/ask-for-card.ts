/** Asking the background, from the rooms of a card. */
import { begun, claimNamed } from '../platform/ahead.ts';
import { asking } from './asking.ts';
import { CARD_ANSWERS } from './card-answers.ts';

export const askForCard = asking(CARD_ANSWERS, (name, body) =>
  name === 'frame.claim' && 'nonce' in body ? begun(claimNamed(String(body.nonce))) : undefined,
);
