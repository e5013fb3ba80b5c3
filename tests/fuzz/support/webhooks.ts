/** What tools send when all is well, by the kind of tool; and messages of tracking clients. */
import type { SourceKind } from '../../../lib/contract/sources.ts';

const email = 'ana@acme.example';

export const KINDS = [
  'hubspot',
  'marketo',
  'mautic',
  'sendgrid',
  'mailchimp',
  'brevo',
  'customerio',
  'standard',
] as const satisfies readonly SourceKind[];
export type Kind = (typeof KINDS)[number];

const hubspot = (subscriptionType: string, more: object) => ({
  eventId: 1,
  portalId: 62515,
  appId: 54321,
  occurredAt: Date.now() - 60_000,
  subscriptionType,
  objectId: 1246965,
  changeSource: 'CRM_UI',
  ...more,
});
const activity = (activityTypeId: number, name: string, value: string) => ({
  marketoGUID: `g-${activityTypeId}`,
  leadId: 17,
  activityDate: '2026-11-22T05:00:00+0000',
  activityTypeId,
  primaryAttributeValue: 'Spring mail',
  primaryAttributeValueId: 5,
  attributes: [{ name, value }],
});
const lead = {
  id: 26,
  doNotContact: [],
  fields: { core: { email: { value: email }, firstname: { value: 'Ana' } } },
};
const form = (said: Record<string, string>) => new URLSearchParams(said).toString();

/** Texts are forms, everything else is sent as JSON. */
export const SAYS: Record<Kind, readonly unknown[]> = {
  hubspot: [
    [hubspot('contact.propertyChange', { propertyName: 'email', propertyValue: email })],
    [
      hubspot('contact.creation', {}),
      hubspot('contact.propertyChange', {
        propertyName: 'lifecyclestage',
        propertyValue: 'opportunity',
      }),
      hubspot('contact.merge', { primaryObjectId: 1, mergedObjectIds: [2], newObjectId: 4 }),
      hubspot('contact.privacyDeletion', {}),
    ],
  ],
  marketo: [
    {
      leadId: 17,
      email,
      firstName: 'Ana',
      event: 'Form Submitted',
      name: 'Contact us',
      guid: 'g-1',
    },
    [
      activity(11, 'Link', 'https://acme.example/a'),
      activity(1, 'Webpage URL', '/pricing'),
      activity(36, 'Stage', 'Closed Won'),
      activity(32, 'Merge IDs', '[18]'),
    ],
  ],
  mautic: [
    {
      'mautic.lead_post_save_new': [{ contact: lead, timestamp: '2026-11-22T05:00:00+00:00' }],
      'mautic.email_on_open': [
        {
          stat: {
            id: 1,
            emailAddress: email,
            trackingHash: 'h1',
            lead,
            email: { id: 3, name: 'Spring' },
          },
        },
      ],
    },
    {
      'mautic.page_on_hit': [
        {
          hit: {
            dateHit: '2026-11-22T05:00:00+00:00',
            page: { title: 'Pricing' },
            url: 'https://acme.example/p',
            lead,
          },
        },
      ],
      'mautic.form_on_submit': [{ submission: { id: 9, form: { name: 'Contact us' }, lead } }],
    },
  ],
  sendgrid: [
    [
      { email, timestamp: 1_795_600_000, event: 'open', sg_event_id: '1', sg_machine_open: true },
      {
        email,
        timestamp: 1_795_600_000,
        event: 'click',
        sg_event_id: '2',
        url: 'https://acme.example/a',
      },
      {
        email,
        timestamp: 1_795_600_000,
        event: 'bounce',
        sg_event_id: '3',
        reason: '550',
        category: ['Spring'],
      },
    ],
  ],
  mailchimp: [
    form({
      type: 'subscribe',
      fired_at: '2026-11-22 07:00:00',
      'data[email]': email,
      'data[merges][FNAME]': 'Ana',
    }),
    form({
      type: 'cleaned',
      fired_at: '2026-11-22 07:30:00',
      'data[email]': email,
      'data[reason]': 'hard',
    }),
    form({
      type: 'upemail',
      fired_at: '2026-11-22 07:30:00',
      'data[old_email]': email,
      'data[new_email]': 'a@b.example',
    }),
  ],
  brevo: [
    {
      event: 'opened',
      email,
      id: 1,
      ts_event: 1_795_600_000,
      subject: 'Spring',
      'message-id': '<1@acme.example>',
    },
    {
      event: 'click',
      email,
      ts_epoch: 1_795_600_000_000,
      link: 'https://acme.example/a',
      tags: ['a'],
    },
  ],
  customerio: [
    {
      event_id: '1',
      object_type: 'email',
      metric: 'opened',
      timestamp: 1_795_600_000,
      data: { identifiers: { email } },
    },
    {
      event_id: '2',
      object_type: 'email',
      metric: 'clicked',
      timestamp: 1_795_600_000,
      data: {
        customer_id: '7',
        identifiers: { email, id: '7' },
        href: 'https://acme.example/',
        subject: 'Spring',
      },
    },
  ],
  standard: [
    { type: 'track', event: 'Demo Requested', userId: email, messageId: '1' },
    {
      batch: [
        { type: 'track', event: 'Demo Requested', userId: email },
        { email, event: 'Webinar' },
      ],
    },
  ],
};

export const MESSAGES: readonly Record<string, unknown>[] = [
  {
    type: 'track',
    messageId: 'a1f0',
    userId: email,
    event: 'Demo Requested',
    timestamp: '2026-11-26T09:00:00Z',
    properties: { url: 'https://acme.example/pricing', email, value: 12, list: [1, 'a'] },
    context: {
      ip: '203.0.113.7',
      userAgent: 'Mozilla/5.0',
      campaign: { name: 'Spring', source: 'mail' },
    },
  },
  {
    type: 'identify',
    userId: email,
    traits: {
      email,
      name: 'Ana Duarte',
      title: 'VP Operations',
      company: { name: 'Acme', employees: 40 },
    },
  },
  {
    type: 'page',
    anonymousId: 'v-81',
    name: 'Pricing',
    properties: { url: 'https://acme.example/', title: 'Pricing' },
  },
  { type: 'screen', userId: email, name: 'Reports' },
  { type: 'group', userId: email, groupId: 'g1', traits: { name: 'Acme', employees: 40 } },
  { type: 'alias', userId: email, previousId: 'v-81' },
];
