/** Marketo's activities, from a file: what people did becomes events, what Marketo did does not. */
import { doneOf, OWN_TYPES, PAGE_VISIT, PROGRESSION, progressedTo } from '../ingest/marketo.ts';
import { isObject, type Loose, line, own } from '../ingest/read.ts';
import { jsonOf } from './sniff.ts';

export interface Activity {
  type: 'track' | 'page';
  /** Null: a page without a name. */
  event: string | null;
  properties: Loose;
}

/** @returns what somebody did; null for what only Marketo did, such as a change of data or score */
export function activityOf(typeText: string, about: string, attributes: string): Activity | null {
  const typeId = /^\d+$/.test(typeText) ? Number(typeText) : Number.NaN;
  const parsed = jsonOf(attributes);
  const details = isObject(parsed) ? parsed : {};
  const agent = line(own(details, 'User Agent') ?? own(details, 'Browser'));
  const shared = agent === null ? {} : { userAgent: agent };
  if (typeId === PAGE_VISIT) {
    const url = line(own(details, 'Webpage URL'), 2000) ?? about;
    const where = url.startsWith('/') ? { path: url } : { url };
    const name = /[./]/.test(about) ? null : about;
    return { type: 'page', event: name, properties: { ...shared, ...where } };
  }
  if (typeId === PROGRESSION) return progression(about, line(own(details, 'New Status')) ?? '');
  const event = doneOf(typeId, null) ?? ownType(typeId);
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
  const event = progressedTo(program, status);
  return event === null ? null : { type: 'track', event, properties: { title: program } };
}

function ownType(typeId: number): string | undefined {
  return typeId > OWN_TYPES ? `Marketo activity ${typeId}` : undefined;
}
