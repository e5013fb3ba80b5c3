/** Tools that send, in words: what they are, what they send, and what to do over there. */
import type { Source, SourceKind } from '../../lib/contract/sources.ts';
import { count } from '../ui/words.ts';

export type Tool = {
  name: string;
  /** What comes of it. */
  what: string;
  /** What to do over there, in order, once the address is known. */
  steps: readonly string[];
  /** What the tool makes itself and is entered here afterwards. */
  theirs?: { name: string; where: string };
};

export type ToolKind = Exclude<SourceKind, 'import'>;

export const TOOLS: Record<ToolKind, Tool> = {
  segment: {
    name: 'Website or app',
    what: 'Segment or RudderStack libraries: pages, forms, sign-ups',
    steps: [
      'Give the library the write key, and the address: in Segment’s browser library as “apiHost” (without https://), elsewhere as host or data plane URL (without /v1).',
      'Open a page of the website. This source then says that it was heard.',
    ],
  },
  hubspot: {
    name: 'HubSpot',
    what: 'contacts, their changes, form submissions',
    steps: [
      'In HubSpot, open your private app, then Webhooks, and enter the address as target URL.',
      'Subscribe to contacts: created and property changed. Activate.',
      'Copy the app’s client secret from its Auth tab and enter it below.',
    ],
    theirs: { name: 'Client secret', where: 'the Auth tab of the app' },
  },
  marketo: {
    name: 'Marketo',
    what: 'people and what they did, by webhook',
    steps: [
      'In Marketo, open Admin, then Webhooks, and make a new one: POST, JSON, with this address.',
      'Use it in the flow of a trigger campaign, with “Call Webhook”.',
    ],
  },
  mautic: {
    name: 'Mautic',
    what: 'pages, forms, mails, contacts',
    steps: [
      'In Mautic, open Settings, then Webhooks, and make a new one with the address and the secret.',
      'Choose what it sends: contacts, emails sent and opened, forms submitted, pages hit.',
    ],
  },
  sendgrid: {
    name: 'SendGrid',
    what: 'mails delivered, opened, clicked, bounced',
    steps: [
      'In SendGrid, open Settings, Mail Settings, Event Webhooks, and add one with this address.',
      'Switch on the signature, copy the verification key it shows, and enter it below.',
    ],
    theirs: { name: 'Verification key', where: 'the security settings of the event webhook' },
  },
  mailchimp: {
    name: 'Mailchimp',
    what: 'subscribers who come, change, leave',
    steps: [
      'In Mailchimp, open the audience, Settings, Webhooks, and create one with this address.',
      'Tick subscribes, unsubscribes, profile updates, cleaned addresses, email changes.',
    ],
  },
  brevo: {
    name: 'Brevo',
    what: 'mails delivered, opened, clicked, bounced',
    steps: [
      'In Brevo, open Settings, then Webhooks, and add one with this address.',
      'Choose delivered, opened, clicked, bounced, unsubscribed.',
    ],
  },
  customerio: {
    name: 'Customer.io',
    what: 'mails and messages, and what came of them',
    steps: [
      'In Customer.io, open Integrations, add a reporting webhook with this address.',
      'Choose sent, delivered, opened, clicked, bounced, unsubscribed.',
      'Copy the signing key it shows and enter it below.',
    ],
    theirs: { name: 'Signing key', where: 'the settings of the reporting webhook' },
  },
  standard: {
    name: 'Anything else',
    what: 'any sender that follows Standard Webhooks',
    steps: [
      'Give the sender the address and the secret.',
      'It sends events in Segment’s form, signed by the Standard Webhooks rules.',
    ],
  },
};

export const TOOL_ORDER: readonly ToolKind[] = [
  'segment',
  'hubspot',
  'marketo',
  'mautic',
  'mailchimp',
  'sendgrid',
  'brevo',
  'customerio',
  'standard',
];

/** @returns the tool of a source; null for files */
export const toolOf = ({ kind }: Pick<Source, 'kind'>): Tool | null =>
  kind === 'import' ? null : TOOLS[kind];

const DAY = 86_400_000;

/** @returns how long it has been silent, in words nobody has to decode */
export function silentFor(lastAt: string, now: number): string {
  const days = Math.floor((now - Date.parse(lastAt)) / DAY);
  return days < 60 ? count(days, 'day') : count(Math.round(days / 30.44), 'month');
}

/** @returns whether a source that spoke before has been quiet for longer than a day */
export const isSilent = ({ kind, lastAt }: Source, now: number): boolean =>
  kind !== 'import' && lastAt !== null && now - Date.parse(lastAt) > DAY;
