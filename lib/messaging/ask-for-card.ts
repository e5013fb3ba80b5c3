/** Asking the background, from the rooms of a card. */
import { asking } from './asking.ts';
import { CARD_ANSWERS } from './card-answers.ts';

export const askForCard = asking(CARD_ANSWERS);
