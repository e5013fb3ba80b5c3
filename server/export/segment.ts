/**
 * Events as messages in Segment's shape, so that another Truce store, or anything else that reads Segment's, can take them in:
 * the same events, which make the same score.
 */
import type { Selectable } from 'kysely';
import { type EventKind, eventKind } from '../../lib/contract/words.ts';
import type { EventTable } from '../db/schema.ts';
import { type Details, detailsOf, THING } from '../ingest/details.ts';
import { kindOf } from '../ingest/kinds.ts';
import { byMachine } from '../ingest/machines.ts';
import { type Loose, object, own } from '../ingest/read.ts';
import type { NamedLead } from './leads.ts';

export type EventRow = Selectable<EventTable>;

/** By which name an event of each kind is known everywhere. */
const NAMES: Record<Exclude<EventKind, 'page_viewed' | 'other'>, string> = {
  form_submitted: 'Form Submitted',
  content_downloaded: 'Content Downloaded',
  webinar_registered: 'Webinar Registered',
  webinar_attended: 'Webinar Attended',
  event_attended: 'Event Attended',
  demo_requested: 'Demo Requested',
  trial_started: 'Trial Started',
  meeting_booked: 'Meeting Booked',
  email_sent: 'Email Sent',
  email_delivered: 'Email Delivered',
  email_opened: 'Email Opened',
  email_clicked: 'Email Link Clicked',
  email_bounced: 'Email Bounced',
  unsubscribed: 'Unsubscribed',
  spam_reported: 'Email Marked as Spam',
  opportunity_opened: 'Opportunity Created',
  deal_won: 'Deal Won',
  deal_lost: 'Deal Lost',
};

/** The names a person is exported by; of several the first of each kind, the others follow as `identify`. */
interface Names {
  email: string | null;
  users: string[];
  anons: string[];
}

function namesIn({ lead, names }: NamedLead): Names {
  const after = (prefix: string) =>
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  return {
    email: lead.email ?? after('email:')[0] ?? null,
    users: after('user:'),
    anons: after('anon:'),
  };
}

/** Somebody nobody has a name for (a CRM record alone) keeps together by the id they had here. */
function whoIs({ lead }: NamedLead, { email, users: [user], anons: [anon] }: Names) {
  if (user !== undefined) return { userId: user };
  if (email !== null) return { userId: email };
  return { anonymousId: anon ?? lead.lead_id };
}

/** @returns who the lead is: first what is known of it, then its other names */
export function identifies(named: NamedLead): Loose[] {
  const { lead } = named;
  const names = namesIn(named);
  const who = whoIs(named, names);
  const { phone, industry, country, employees } = lead.traits;
  const traits = {
    ...filled({ email: names.email, name: lead.name, title: lead.title, company: lead.company }),
    ...filled({ phone, industry, country, employees }),
    ...(lead.opted_out ? { unsubscribed: true } : {}),
  };
  const timestamp = (lead.traits_at ?? lead.created_at).toISOString();
  const told = { type: 'identify', timestamp };
  const [, ...users] = names.users;
  const others = [
    ...users.map((userId) => ({ userId, traits: filled({ email: names.email }) })),
    ...names.anons.map((anonymousId) => ({ ...who, anonymousId })),
  ];
  return [{ ...who, traits }, ...others].map((message, n) => ({
    ...told,
    messageId: `${lead.lead_id}:${n}`,
    ...message,
  }));
}

/** @returns the event as the message that makes it again */
export function messageOf(row: EventRow, named: NamedLead): Loose {
  const props = object(row.props);
  const names = namesIn(named);
  const agent = own(props, 'userAgent');
  const context: Loose = {
    ...(names.email === null ? {} : { traits: { email: names.email } }),
    ...(typeof agent === 'string' ? { userAgent: agent } : {}),
    ...campaignOf(row, props),
    ...(row.kind === 'page_viewed'
      ? { page: filled({ url: row.url, path: row.path, title: row.title }) }
      : {}),
  };
  const plain: Loose = {
    ...whoIs(named, names),
    ...calledAs(row, own(props, 'event')),
    messageId: row.event_id,
    timestamp: row.at.toISOString(),
    properties: object(own(props, 'properties')),
    context,
  };
  return { ...plain, properties: { ...object(plain.properties), ...missingIn(plain, row) } };
}

function calledAs({ kind, name }: EventRow, called: unknown): Loose {
  if (kind === 'page_viewed') {
    return typeof called === 'string' ? { type: 'page', name: called } : { type: 'page' };
  }
  const isIt = typeof called === 'string' && kindOf(called) === kind;
  return { type: 'track', event: isIt ? called : kind === 'other' ? name : NAMES[kind] };
}

function campaignOf({ campaign, channel }: EventRow, props: Loose): Loose {
  const known = {
    ...object(own(props, 'campaign')),
    ...filled({ name: campaign, source: channel }),
  };
  return Object.keys(known).length === 0 ? {} : { campaign: known };
}

/** @returns properties that make it come out as it is, where what was sent alone would not: it came by another door */
function missingIn(message: Loose, row: EventRow): Loose {
  const { kind } = row;
  const called = own(message, kind === 'page_viewed' ? 'name' : 'event');
  const made = detailsOf(kind, typeof called === 'string' ? called : null, message);
  const properties = object(own(message, 'properties'));
  const agent = own(object(own(message, 'context')), 'userAgent');
  const missing: Loose = {};
  const set = (field: keyof Details, property: string | undefined) => {
    if (property !== undefined && row[field] !== null && made[field] !== row[field]) {
      missing[property] = row[field];
    }
  };
  const isMail = kind.startsWith('email_') || kind === 'spam_reported';
  const [thing] = THING[kind] ?? [];
  set('url', isMail ? 'link_url' : 'url');
  set('path', isMail ? undefined : 'path');
  set('title', isMail ? 'email_subject' : (thing ?? 'title'));
  set('name', isMail ? 'link_text' : kind === 'other' ? undefined : thing);
  set('mail', 'email_id');
  const isMachine = byMachine(kind, properties, typeof agent === 'string' ? agent : null);
  return row.machine && !isMachine ? { ...missing, machine: true } : missing;
}

/** @returns what there is */
function filled(values: Record<string, unknown>): Loose {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** @returns names that would not come back as the kind they stand for; none, as a test holds */
export function strangeNames(): string[] {
  return eventKind.options.flatMap((kind) => {
    if (kind === 'page_viewed' || kind === 'other' || kindOf(NAMES[kind]) === kind) return [];
    return [NAMES[kind]];
  });
}
