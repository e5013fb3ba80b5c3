/** What travels over the private port between the lister (in the page) and the row card (in the frame). */
import type { CrmRecord, PageFacts } from '../contract/record.ts';

/** One row of the CRM's list, as the page shows it. */
export interface ListedRow {
  /** The record's key, or the address where the row does not say which record it is. */
  key: string;
  record: CrmRecord | null;
  facts: PageFacts;
}

/** All that a CRM page's process ever learns of a lead: score, grade and heat, as they are read and as they are read aloud. */
export interface ChipFace {
  key: string;
  /** `72 B2`; words where there is not enough yet. */
  text: string;
  label: string;
  heat: 'hot' | 'warm' | 'cold';
}

/** What is to be done with the card as soon as it is there. */
export type CardStart = 'look' | 'enter' | 'accepted' | 'rejected';

export type ListToCard =
  /** The rows in front; none when the list is left. */
  | { kind: 'rows'; rows: ListedRow[] }
  /** The card of one of them is wanted; null: nobody's. */
  | { kind: 'card'; key: string | null; start: CardStart }
  /** Asked a moment ago: whether the card is in plain sight. */
  | { kind: 'sight'; clear: boolean };

export type CardToList =
  | { kind: 'hello' }
  /** Somebody is about to say something: is the card in plain sight? */
  | { kind: 'look' }
  /** What is known of rows that were asked about; null: marketing knows nobody there. */
  | { kind: 'faces'; group: string; faces: (ChipFace | { key: string; text: null })[] }
  /** The card of this row is painted, and so high. */
  | { kind: 'drawn'; key: string; height: number }
  /** The card is done with; the focus goes back to its chip, or to the one before or after it. */
  | { kind: 'close'; to: -1 | 0 | 1 };
