/**
 * Marketo's activities by the numbers of their types, for all doors they come by.
 *
 * The numbers are Marketo's own (Talend's list, partly seen in Adobe's samples). Adobe's own texts give Interesting Moments
 * both 41 and 46, so the name of the type is believed before its number where a record has one.
 */

/** Names by which the store knows what people do. A mail of a colleague is not marketing's: it is shown, and counts as no click. */
const DONE: Readonly<Record<number, string>> = {
  2: 'Form Submitted',
  3: 'Link Clicked',
  6: 'Email Sent',
  7: 'Email Delivered',
  8: 'Email Bounced',
  9: 'Unsubscribed',
  10: 'Email Opened',
  11: 'Email Clicked',
  27: 'Email Bounced',
  34: 'Opportunity Created',
  39: 'Sales Email Sent',
  40: 'Sales Email Opened',
  41: 'Sales Email Clicked',
  45: 'Sales Email Received',
  46: 'Interesting Moment',
  48: 'Sales Email Bounced',
};

const MOMENT = 'Interesting Moment';

export const PAGE_VISIT = 1;
export const PROGRESSION = 104;
/** From here on types are an instance's own. */
export const OWN_TYPES = 100_000;

/** Ids of activities are Marketo's, whichever door they come by: the same one by webhook and by file is one. */
export const MARKETO_IDS = 'tool:marketo';

/**
 * @param typeName as the record calls it; null where it does not
 * @returns what somebody did; undefined for an instance's own types, and for what only Marketo did
 */
export function doneOf(type: number, typeName: string | null): string | undefined {
  if (typeName !== null && /^interesting moment$/i.test(typeName)) return MOMENT;
  return DONE[type];
}

/** @returns what a change of somebody's status in a program says they did; null when they did nothing */
export function progressedTo(program: string, status: string): string | null {
  const isWebinar = /webinar|webcast/i.test(program);
  if (/^(attended|visited booth|attended on-?demand)/i.test(status)) {
    return isWebinar ? 'Webinar Attended' : 'Event Attended';
  }
  if (/^registered/i.test(status)) return isWebinar ? 'Webinar Registered' : 'Registered';
  return null;
}
