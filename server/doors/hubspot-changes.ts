/** What changes of a HubSpot contact's properties say: who somebody is, what they did, what became of them. */
import { type Loose, line, own } from '../ingest/read.ts';
import { fromMillis } from './body.ts';
import { type Heard, type NotKept, notKept } from './door.ts';
import { contactNames, idsOf } from './hubspot-names.ts';

/** HubSpot's internal names, in the words of messages. */
const TRAITS: Record<string, string> = {
  email: 'email',
  firstname: 'firstName',
  lastname: 'lastName',
  jobtitle: 'title',
  company: 'company',
  phone: 'phone',
  industry: 'industry',
  country: 'country',
  numemployees: 'employees',
};

/** Properties that hold when something was done last: told again with each new time. */
const DONE: Record<string, string> = {
  hs_email_last_send_date: 'Email Sent',
  hs_email_last_open_date: 'Email Opened',
  hs_email_last_click_date: 'Email Link Clicked',
};

const BECAME: Record<string, string> = { opportunity: 'Opportunity Created', customer: 'Deal Won' };

/**
 * @param contact portal and id
 * @param changes all of this contact, one property each
 */
export function hubspotChanges(contact: Loose, changes: readonly Loose[]): Heard[] | NotKept {
  const names = contactNames(own(contact, 'portalId'), idsOf([own(contact, 'objectId')]));
  if (names.length === 0) return notKept('A change has to name its portal and its contact.');
  const said = changes
    .toSorted((a, b) => Number(own(a, 'occurredAt')) - Number(own(b, 'occurredAt')))
    .map((change) => ({
      change,
      property: line(own(change, 'propertyName')) ?? '',
      value: line(own(change, 'propertyValue'), 500),
      timestamp: fromMillis(own(change, 'occurredAt')),
    }));
  const messages = [...traitsIn(said), ...said.flatMap(eventIn)];
  return messages.map((message) => ({ message, names }));
}

interface SaidOne {
  change: Loose;
  property: string;
  value: string | null;
  timestamp: string | undefined;
}

function traitsIn(said: readonly SaidOne[]): Loose[] {
  const traits = new Map<string, string>();
  let timestamp: string | undefined;
  for (const one of said) {
    const trait = Object.hasOwn(TRAITS, one.property) ? TRAITS[one.property] : undefined;
    if (trait === undefined || one.value === null) continue;
    traits.set(trait, one.value);
    timestamp = one.timestamp;
  }
  // One half of a name would take the place of both.
  if (!traits.has('firstName') || !traits.has('lastName')) {
    traits.delete('firstName');
    traits.delete('lastName');
  }
  if (traits.size === 0) return [];
  return [{ type: 'identify', timestamp, traits: Object.fromEntries(traits) }];
}

function eventIn({ change, property, value, timestamp }: SaidOne): Loose[] {
  const track = (event: string, properties: Loose = {}, at = timestamp): Loose[] => [
    { type: 'track', event, timestamp: at, properties, messageId: idOf(change) },
  ];
  if (value === null) return [];
  if (Object.hasOwn(DONE, property)) return track(DONE[property] ?? '', {}, fromMillis(value));
  switch (property) {
    case 'lifecyclestage':
      if (Object.hasOwn(BECAME, value)) return track(BECAME[value] ?? '');
      // What colleagues and workflows do in the CRM: shown, never counted.
      return track('Lifecycle Stage Changed', { title: value, machine: true });
    case 'hs_lead_status':
      return track('Lead Status Changed', { title: value, machine: true });
    case 'hs_email_optout':
      return value === 'true' ? track('Unsubscribed') : [];
    case 'hs_email_hard_bounce_reason_enum':
      return track('Email Bounced', { reason: value });
    case 'recent_conversion_event_name':
      return track('Form Submitted', { form_name: value });
    default:
      return [];
  }
}

/** `eventId` is not unique, and `attemptNumber` counts up when the same thing is sent again. */
function idOf(change: Loose): string {
  const parts = ['eventId', 'subscriptionId', 'objectId', 'occurredAt', 'propertyName'];
  return JSON.stringify([...parts, 'propertyValue'].map((part) => own(change, part) ?? null));
}
