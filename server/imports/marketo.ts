/** Marketo's activities, by the ids of their types: what people did becomes events, what Marketo did does not. */
import { isObject, type Loose, line, own } from '../ingest/read.ts';
import { jsonOf } from './sniff.ts';

export interface Activity {
  type: 'track' | 'page';
  /** Null: a page without a name. */
  event: string | null;
  properties: Loose;
}

/** Names by which the store knows what people do. */
const DONE: Readonly<Record<string, string>> = {
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

const PAGE = '1';
const PROGRESSION = '104';
/** From here on types are an instance's own. */
const OWN_TYPES = 100_000;

/** @returns what somebody did; null for what only Marketo did, such as a change of data or score */
export function activityOf(typeId: string, about: string, attributes: string): Activity | null {
  const parsed = jsonOf(attributes);
  const details = isObject(parsed) ? parsed : {};
  const agent = line(own(details, 'User Agent') ?? own(details, 'Browser'));
  const shared = agent === null ? {} : { userAgent: agent };
  if (typeId === PAGE) {
    const url = line(own(details, 'Webpage URL'), 2000) ?? about;
    const where = url.startsWith('/') ? { path: url } : { url };
    const name = /[./]/.test(about) ? null : about;
    return { type: 'page', event: name, properties: { ...shared, ...where } };
  }
  if (typeId === PROGRESSION) return progression(about, line(own(details, 'New Status')) ?? '');
  const event = Object.hasOwn(DONE, typeId) ? DONE[typeId] : ownType(typeId);
  if (event === undefined) return null;
  const properties = { ...shared, ...aboutWhat(event, about, details) };
  return { type: 'track', event, properties };
}

function aboutWhat(event: string, about: string, details: Loose): Loose {
  if (event === 'Form Submitted') {
    return { form_name: about, url: line(own(details, 'Referrer URL'), 2000) };
  }
  if (event.startsWith('Email') || event.startsWith('Sales Email') || event === 'Unsubscribed') {
    return { email_subject: about, email_id: about, link_url: line(own(details, 'Link'), 2000) };
  }
  if (event === 'Link Clicked') return { title: about, url: about };
  const text = line(own(details, 'Description')) ?? about;
  return { title: text };
}

/** Who attended what is a change of their status in a program. */
function progression(program: string, status: string): Activity | null {
  const isWebinar = /webinar|webcast/i.test(program);
  const title = { title: program };
  if (/^(attended|visited booth|attended on-?demand)/i.test(status)) {
    const event = isWebinar ? 'Webinar Attended' : 'Event Attended';
    return { type: 'track', event, properties: title };
  }
  if (/^registered/i.test(status)) {
    const event = isWebinar ? 'Webinar Registered' : 'Registered';
    return { type: 'track', event, properties: title };
  }
  return null;
}

function ownType(typeId: string): string | undefined {
  return Number(typeId) > OWN_TYPES ? `Marketo activity ${typeId}` : undefined;
}
