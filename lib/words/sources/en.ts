/** What the room Sources says: who sends, when they were last heard, what to do over there, what was refused. */
import { count, number } from '../numbers.ts';

export const en = {
  lead: 'Where the store hears what leads do. A source that falls silent is said here before anybody misses it.',
  add: 'Add a source',
  none: 'Nothing sends to the store yet.',
  addWebsite: 'Add your website first: what people read there is most of what Truce knows.',
  adminAdds:
    'An administrator connects your website and your tools here. Files you can bring yourself, under Imports.',
  count: (n: number) => count(n, 'source', 'sources'),
  noneSilent: 'none is silent',
  someSilent: (n: number) => `${number(n)} silent for more than a day`,

  whatSends: 'What sends?',
  chooseTool: 'Choose what sends.',
  name: 'Name, as timelines show it',
  website: 'Website',
  giveName: 'Give it a name.',
  makeKey: 'Make a write key',
  makeAddress: 'Make its address',
  added: '{name} is added',
  carryOver: 'Carry this over now; it is shown this once and never again.',
  writeKey: 'Write key',
  secret: 'Secret',
  address: 'Address',
  addAnother: 'Add another',

  setUp: 'Set up',
  setUpOf: (name: string) => `Set up ${name}`,
  removeOf: (name: string) => `Remove ${name}`,
  ask: (name: string) => `Remove ${name}?`,
  removed: (name: string) => `${name} is removed. What it sends now is refused.`,
  will: 'What it has sent stays. What it sends from now on is refused, and its key or secret can never be used again.',
  byFile: 'what somebody brought in under Imports',
  waitsFor: {
    secret: 'waits for its secret',
    clientSecret: 'waits for its client secret',
    verificationKey: 'waits for its verification key',
    signingKey: 'waits for its signing key',
  },
  notHeard: 'not heard yet',
  silentDays: (n: number) => `silent for ${count(n, 'day', 'days')}`,
  silentMonths: (n: number) => `silent for ${count(n, 'month', 'months')}`,
  heard: 'heard {when}',
  refusedLately: (n: number) => `${count(n, 'thing', 'things')} refused in 7 days`,
  called: (name: string) => `It is called ${name} now.`,
  calledAgain: (name: string) => `It is called ${name} again.`,
  sendsTo: 'Where it sends to',
  newName: 'Name',
  needsName: 'It needs a name.',
  rename: 'Rename',
  proofs: {
    'write-key':
      'It proves itself with its write key, which was shown once. Lost? Add the source anew.',
    signature: 'It signs what it sends. Its secret was shown once, or is entered below.',
    'secret-address': 'The secret part of the address was shown once. Lost? Add the source anew.',
    none: 'It does not prove itself.',
  },

  theirs: {
    clientSecret: { name: 'Client secret', from: 'the Auth tab of the app' },
    verificationKey: {
      name: 'Verification key',
      from: 'the security settings of the event webhook',
    },
    signingKey: { name: 'Signing key', from: 'the settings of the reporting webhook' },
  },
  replace: (name: string) => `${name}, to replace the one that is kept`,
  from: (where: string) => `From ${where}. Kept sealed; never shown again.`,
  keep: 'Keep it',
  kept: 'Kept. What it signs is believed from now on.',

  /** What they are, what they send, and what to do over there, once the address is known. */
  tools: {
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
    },
    standard: {
      name: 'Anything else',
      what: 'any sender that follows Standard Webhooks',
      steps: [
        'Give the sender the address and the secret.',
        'It sends events in Segment’s form, signed by the Standard Webhooks rules.',
      ],
    },
  },

  refused: {
    title: 'Refused',
    nothing: 'nothing in the last days',
    newestFirst: 'newest first',
    allKept: 'Everything that came could be kept. What cannot be is put here, with the reason.',
    loadedBefore: 'This is what was loaded before.',
    again: 'It was refused again',
    keptNow: 'It is kept now.',
    unknownSender: 'unknown sender',
    whatCame: (n: number) => `What came, ${count(n, 'character', 'characters')} of it`,
    tooLarge: 'too large to keep',
    gone: 'It is gone.',
    drop: 'Drop',
  },
};
