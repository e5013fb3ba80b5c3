/** The story so far: a few sentences made from the events, and nothing that is not in them. */
import type { StoryPart } from '../../lib/contract/lead.ts';
import { dayInWords } from './dates.ts';
import { type Digest, type Habit, isOwn, timesOf } from './digest.ts';
import type { LeadEvent } from './scored-events.ts';

/** Fewer visits are not a habit. */
const KEEPS_COMING_BACK = 3;

/** @returns first touch, what they keep coming back to, last touch; empty when no person did anything */
export function storyOf(digest: Digest): StoryPart[] {
  const { first, last, habit } = digest;
  if (!first || !last) return [];
  if (timesOf(digest, isOwn) === 1) return joined(firstTouch(first));
  return joined([...firstTouch(first), ...comingBack(habit), ...lastTouch(last)]);
}

/** Neighbours without an address become one part. */
function joined(parts: readonly StoryPart[]): StoryPart[] {
  const all: StoryPart[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    if (before && before.url === null && part.url === null) before.text += part.text;
    else all.push({ ...part });
  }
  return all;
}

function firstTouch(event: LeadEvent): StoryPart[] {
  const campaign = event.campaign === null ? '' : `, campaign “${event.campaign}”`;
  const from = event.channel ?? event.source;
  return [
    plain(`First seen on ${dayInWords(event.at)} through ${from}${campaign}: ${did(event)}`),
    ...thing(event),
    plain('.'),
  ];
}

function comingBack(habit: Habit | null): StoryPart[] {
  if (!habit || habit.times < KEEPS_COMING_BACK) return [];
  const { last, times } = habit;
  return [
    plain(' Keeps coming back to '),
    ...thing(last),
    plain(` (${times} times, last on ${dayInWords(last.at)}).`),
  ];
}

function lastTouch(event: LeadEvent): StoryPart[] {
  return [plain(` Last on ${dayInWords(event.at)}: ${did(event)}`), ...thing(event), plain('.')];
}

function plain(text: string): StoryPart {
  return { text, url: null };
}

/** The name of what it was about, with its address; nothing when it has no name of its own. */
function thing(event: LeadEvent): StoryPart[] {
  const name = event.kind === 'page_viewed' ? (event.title ?? event.name) : nameOf(event);
  return name === null ? [] : [{ text: `“${name}”`, url: event.url }];
}

function nameOf(event: LeadEvent): string | null {
  return event.kind === 'other' ? event.name : event.title;
}

/** Ends so that the thing's name, or nothing, may follow. */
function did(event: LeadEvent): string {
  const has = nameOf(event) !== null;
  switch (event.kind) {
    case 'page_viewed':
      return 'viewed ';
    case 'form_submitted':
      return has ? 'submitted the form ' : 'submitted a form';
    case 'content_downloaded':
      return has ? 'downloaded ' : 'downloaded content';
    case 'webinar_registered':
      return has ? 'registered for the webinar ' : 'registered for a webinar';
    case 'webinar_attended':
      return has ? 'attended the webinar ' : 'attended a webinar';
    case 'event_attended':
      return has ? 'attended ' : 'attended an event';
    case 'demo_requested':
      return has ? 'asked for a demo: ' : 'asked for a demo';
    case 'trial_started':
      return has ? 'started a trial: ' : 'started a trial';
    case 'meeting_booked':
      return has ? 'booked the meeting ' : 'booked a meeting';
    case 'email_opened':
      return has ? 'opened the e-mail ' : 'opened an e-mail';
    case 'email_clicked':
      return has ? 'clicked in the e-mail ' : 'clicked in an e-mail';
    case 'unsubscribed':
      return has ? 'unsubscribed from ' : 'unsubscribed';
    case 'spam_reported':
      return has ? 'reported as spam the e-mail ' : 'reported an e-mail as spam';
    case 'email_sent':
    case 'email_delivered':
    case 'email_bounced':
    case 'opportunity_opened':
    case 'deal_won':
    case 'deal_lost':
    case 'other':
      return 'did ';
  }
}
