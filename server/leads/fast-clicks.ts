/** Clicks that came faster than anybody reads: a scanner that follows every link of a mail it lets through. */
import type { LeadEvent } from './scored-events.ts';

const FASTEST_READER_MS = 2000;

/**
 * Looked at over all events of the lead rather than on arrival, since the delivery may be told after the click.
 *
 * @param events oldest first
 * @returns the ids of clicks within two seconds of the delivery of the same mail that are not marked yet
 */
export function fastClicks(events: readonly LeadEvent[]): string[] {
  const deliveries = events.filter((event) => event.kind === 'email_delivered');
  if (deliveries.length === 0) return [];
  return events
    .filter((event) => event.kind === 'email_clicked' && !event.machine)
    .filter((click) => deliveries.some((delivery) => isOfMachine(click, delivery)))
    .map((click) => click.id);
}

function isOfMachine(click: LeadEvent, delivery: LeadEvent): boolean {
  const after = click.at - delivery.at;
  if (after < 0 || after > FASTEST_READER_MS) return false;
  return click.mail === null || delivery.mail === null || click.mail === delivery.mail;
}
