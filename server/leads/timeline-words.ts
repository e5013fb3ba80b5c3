/** What happened, in words: made when it is read, so that better words need no migration. */
import { LIMITS } from '../../lib/contract/text.ts';
import type { EventKind } from '../../lib/contract/words.ts';

export interface Happened {
  kind: EventKind;
  name: string;
  title: string | null;
  path: string | null;
  url: string | null;
}

export interface Words {
  title: string;
  detail: string | null;
}

/** @returns a line for the timeline, and what is worth adding in small print */
export function wordsFor(event: Happened): Words {
  const { title, detail } = lineFor(event);
  return { title: title.slice(0, LIMITS.line), detail: detail?.slice(0, LIMITS.line) ?? null };
}

function lineFor(event: Happened): Words {
  const { kind, name, title, path } = event;
  switch (kind) {
    case 'page_viewed':
      return line(
        `Viewed ${quoted(title ?? name)}`,
        title === null || path === title ? null : path,
      );
    case 'form_submitted':
      return line(`Submitted ${named(title, 'form') ?? 'a form'}`, path);
    case 'content_downloaded':
      return line(`Downloaded ${title === null ? 'content' : quoted(title)}`, path);
    case 'webinar_registered':
      return line(`Registered for ${named(title, 'webinar') ?? 'a webinar'}`);
    case 'webinar_attended':
      return line(`Attended ${named(title, 'webinar') ?? 'a webinar'}`);
    case 'event_attended':
      return line(`Attended ${title === null ? 'an event' : quoted(title)}`);
    case 'demo_requested':
      return line('Asked for a demo', title);
    case 'trial_started':
      return line('Started a trial', title);
    case 'meeting_booked':
      return line('Booked a meeting', title);
    case 'email_sent':
      return line(`Was sent ${mail(title)}`);
    case 'email_delivered':
      return line(`Received ${mail(title)}`);
    case 'email_opened':
      return line(`Opened ${mail(title)}`);
    case 'email_clicked':
      return line(`Clicked ${event.url === null ? 'a link' : quoted(name)} in ${mail(title)}`);
    case 'email_bounced':
      return line(`${title === null ? 'An e-mail' : quoted(title)} bounced`);
    case 'unsubscribed':
      return line('Unsubscribed', title);
    case 'spam_reported':
      return line(`Reported ${mail(title)} as spam`);
    case 'opportunity_opened':
      return line('Opportunity opened', title);
    case 'deal_won':
      return line('Deal won', title);
    case 'deal_lost':
      return line('Deal lost', title);
    case 'other':
      return line(title === null || title === name ? name : `${name}: ${quoted(title)}`);
  }
}

function line(title: string, detail: string | null = null): Words {
  return { title, detail };
}

function quoted(text: string): string {
  return `“${text}”`;
}

function mail(subject: string | null): string {
  return subject === null ? 'an e-mail' : quoted(subject);
}

/** `“Contact us” form`, and not `“Contact form” form`. */
function named(title: string | null, noun: string): string | null {
  if (title === null) return null;
  return title.toLowerCase().endsWith(noun) ? quoted(title) : `${quoted(title)} ${noun}`;
}
