/** Which events are worth telling one by one. */
import type { EventKind } from '../../lib/contract/words.ts';

/** Mail that went out, was opened, and plain page views: evidence, but not a story. */
export const QUIET_KINDS: readonly EventKind[] = [
  'page_viewed',
  'email_sent',
  'email_delivered',
  'email_opened',
];

const QUIET: ReadonlySet<EventKind> = new Set(QUIET_KINDS);

/** A scanner's click is not a moment either: the person was not there. */
export function isMoment(event: { kind: EventKind; machine: boolean }): boolean {
  return !event.machine && !QUIET.has(event.kind);
}
