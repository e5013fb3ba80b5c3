/** What happened, in words: made when it is read, so that better words need no migration. */
import { LIMITS } from '../../lib/contract/text.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import type { Happened, RepWords } from '../words/rep-words.ts';

export interface Line {
  title: string;
  detail: string | null;
}

/** @returns a line for the timeline, and what is worth adding in small print */
export function lineFor(event: Happened, words: RepWords): Line {
  const title = words.happened[event.kind](event);
  return {
    title: title.slice(0, LIMITS.line),
    detail: detailOf(event)?.slice(0, LIMITS.line) ?? null,
  };
}

/** These say in their title what was done, and what it was about comes below. */
const TITLE_BELOW: ReadonlySet<EventKind> = new Set([
  'demo_requested',
  'trial_started',
  'meeting_booked',
  'unsubscribed',
  'opportunity_opened',
  'deal_won',
  'deal_lost',
]);

function detailOf({ kind, title, path }: Happened): string | null {
  if (TITLE_BELOW.has(kind)) return title;
  if (kind === 'page_viewed') return title === null || path === title ? null : path;
  return kind === 'form_submitted' || kind === 'content_downloaded' ? path : null;
}
