/** What the store tells reps, in English. */
import type { EventKind, Stage, VerdictKind } from '../../lib/contract/words.ts';
import type { Did, Happened, RepWords } from './rep-words.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const quoted = (text: string) => `“${text}”`;
const mail = (subject: string | null) => (subject === null ? 'an e-mail' : quoted(subject));

/** `“Contact us” form`, and not `“Contact form” form`. */
function named(title: string | null, noun: string): string {
  if (title === null) return `a ${noun}`;
  return title.toLowerCase().endsWith(noun) ? quoted(title) : `${quoted(title)} ${noun}`;
}

const happened: Record<EventKind, (what: Happened) => string> = {
  page_viewed: ({ title, name }) => `Viewed ${quoted(title ?? name)}`,
  form_submitted: ({ title }) => `Submitted ${named(title, 'form')}`,
  content_downloaded: ({ title }) => `Downloaded ${title === null ? 'content' : quoted(title)}`,
  webinar_registered: ({ title }) => `Registered for ${named(title, 'webinar')}`,
  webinar_attended: ({ title }) => `Attended ${named(title, 'webinar')}`,
  event_attended: ({ title }) => `Attended ${title === null ? 'an event' : quoted(title)}`,
  demo_requested: () => 'Asked for a demo',
  trial_started: () => 'Started a trial',
  meeting_booked: () => 'Booked a meeting',
  email_sent: ({ title }) => `Was sent ${mail(title)}`,
  email_delivered: ({ title }) => `Received ${mail(title)}`,
  email_opened: ({ title }) => `Opened ${mail(title)}`,
  email_clicked: ({ title, name, url }) =>
    `Clicked ${url === null ? 'a link' : quoted(name)} in ${mail(title)}`,
  email_bounced: ({ title }) => `${title === null ? 'An e-mail' : quoted(title)} bounced`,
  unsubscribed: () => 'Unsubscribed',
  spam_reported: ({ title }) => `Reported ${mail(title)} as spam`,
  opportunity_opened: () => 'Opportunity opened',
  deal_won: () => 'Deal won',
  deal_lost: () => 'Deal lost',
  other: ({ title, name }) =>
    title === null || title === name ? name : `${name}: ${quoted(title)}`,
};

/** What stands before the name of the thing, with a name and without one. */
const DID: Partial<Record<EventKind, [named: string, alone: string]>> = {
  page_viewed: ['viewed ', 'viewed '],
  form_submitted: ['submitted the form ', 'submitted a form'],
  content_downloaded: ['downloaded ', 'downloaded content'],
  webinar_registered: ['registered for the webinar ', 'registered for a webinar'],
  webinar_attended: ['attended the webinar ', 'attended a webinar'],
  event_attended: ['attended ', 'attended an event'],
  demo_requested: ['asked for a demo: ', 'asked for a demo'],
  trial_started: ['started a trial: ', 'started a trial'],
  meeting_booked: ['booked the meeting ', 'booked a meeting'],
  email_opened: ['opened the e-mail ', 'opened an e-mail'],
  email_clicked: ['clicked in the e-mail ', 'clicked in an e-mail'],
  unsubscribed: ['unsubscribed from ', 'unsubscribed'],
  spam_reported: ['reported as spam the e-mail ', 'reported an e-mail as spam'],
};

function did(kind: EventKind, hasName: boolean): Did {
  const [named, alone] = DID[kind] ?? ['did ', 'did '];
  return { before: hasName ? named : alone, after: '' };
}

const VERDICTS: Record<VerdictKind, string> = {
  accepted: 'Accepted',
  qualified: 'Qualified',
  rejected: 'Rejected',
  disqualified: 'Disqualified',
  recycled: 'Recycled',
};

const STAGES: Record<Stage, string> = {
  inquiry: 'not handed over yet',
  mql: 'waiting for sales',
  sal: 'accepted',
  sql: 'qualified',
  opportunity: 'with an opportunity',
  won: 'a customer',
  rejected: 'rejected',
  disqualified: 'disqualified',
  recycled: 'recycled',
  lost: 'lost',
};

export const en: RepWords = {
  day: (at) => DAY.format(at),
  somebodyWhoLeft: 'Somebody who left',
  quoted,
  happened,
  story: {
    did,
    first: (day, from, campaign) => {
      const of = campaign === null ? '' : `, campaign ${quoted(campaign)}`;
      return `First seen on ${day} through ${from}${of}: `;
    },
    comingBack: ' Keeps coming back to ',
    times: (times, day) => ` (${times} times, last on ${day}).`,
    last: (day) => ` Last on ${day}: `,
  },
  warnings: {
    optedOut: (day) => `Opted out of e-mail${day === null ? '' : ` on ${day}`}.`,
    customer: (day, deal) => `A customer since ${day}${deal === null ? '' : `: ${quoted(deal)}`}.`,
    openOpportunity: (day, deal) =>
      `An opportunity has been open since ${day}${deal === null ? '' : `: ${quoted(deal)}`}.`,
    before: (verdict, reason, by, day) => {
      const why = reason === null ? '' : `: ${reason}`;
      return `${VERDICTS[verdict]} before${why} (${by ?? 'you'}, ${day}).`;
    },
    bounced: (day) => `The last e-mail bounced on ${day}.`,
    silent: (source, days) =>
      `${quoted(source)} has told nothing for ${days} ${days === 1 ? 'day' : 'days'}, longer than it usually does: newer activity may be missing.`,
    duplicate: (name, company, stage) =>
      `Another lead is called ${name}${company === null ? '' : ` (${company})`} too, and may be the same person: ${STAGES[stage]}.`,
  },
  joined: {
    byHand: (by) => `${by} joined them by hand.`,
    bothNames: (source) =>
      `${source === null ? 'A source' : quoted(source)} used names of both for one person.`,
    said: (source, from, to) =>
      `${source === null ? 'A source' : quoted(source)} said that ${from} is ${to}.`,
    kinds: { account: 'account ', visitor: 'visitor ', record: 'record ' },
  },
  ruleAbout: {
    source: (value) => `Came through ${quoted(value)}`,
    campaign: (value) => `Came with the campaign ${quoted(value)}`,
    'title-word': (value) => `Title says ${quoted(value)}`,
    'mail-domain': (value) => `Address ends in ${quoted(value)}`,
  },
};
