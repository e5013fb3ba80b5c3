/** What the store tells reps, in German. */
import type { EventKind, Stage, VerdictKind } from '../../lib/contract/words.ts';
import type { Did, Happened, RepWords } from './rep-words.ts';

const DAY = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const quoted = (text: string) => `„${text}“`;
const mail = (subject: string | null) => (subject === null ? 'E-Mail' : quoted(subject));

/** `Formular „Kontakt“`, und nicht `Formular „Kontaktformular“`. */
function named(title: string, noun: string): string {
  return title.toLowerCase().endsWith(noun.toLowerCase())
    ? quoted(title)
    : `${noun} ${quoted(title)}`;
}

const happened: Record<EventKind, (what: Happened) => string> = {
  page_viewed: ({ title, name }) => `${quoted(title ?? name)} angesehen`,
  form_submitted: ({ title }) =>
    `${title === null ? 'Formular' : named(title, 'Formular')} abgeschickt`,
  content_downloaded: ({ title }) => `${title === null ? 'Inhalt' : quoted(title)} heruntergeladen`,
  webinar_registered: ({ title }) =>
    `Für ${title === null ? 'ein Webinar' : named(title, 'Webinar')} angemeldet`,
  webinar_attended: ({ title }) =>
    `${title === null ? 'An einem Webinar' : `Am Webinar ${quoted(title)}`} teilgenommen`,
  event_attended: ({ title }) =>
    `An ${title === null ? 'einer Veranstaltung' : quoted(title)} teilgenommen`,
  demo_requested: () => 'Demo angefragt',
  trial_started: () => 'Testphase begonnen',
  meeting_booked: () => 'Termin gebucht',
  email_sent: ({ title }) => `${mail(title)} zugesandt bekommen`,
  email_delivered: ({ title }) => `${mail(title)} erhalten`,
  email_opened: ({ title }) => `${mail(title)} geöffnet`,
  email_clicked: ({ title, name, url }) =>
    `In ${title === null ? 'einer E-Mail' : quoted(title)} auf ${url === null ? 'einen Link' : quoted(name)} geklickt`,
  email_bounced: ({ title }) => `${mail(title)} war unzustellbar`,
  unsubscribed: () => 'Von E-Mails abgemeldet',
  spam_reported: ({ title }) => `${mail(title)} als Spam gemeldet`,
  opportunity_opened: () => 'Opportunity eröffnet',
  deal_won: () => 'Abschluss gewonnen',
  deal_lost: () => 'Abschluss verloren',
  other: ({ title, name }) =>
    title === null || title === name ? name : `${name}: ${quoted(title)}`,
};

/** Around the name of the thing, and what is said where it has none. */
const DID: Partial<Record<EventKind, [before: string, after: string, alone: string]>> = {
  page_viewed: ['', ' angesehen', 'eine Seite angesehen'],
  form_submitted: ['das Formular ', ' abgeschickt', 'ein Formular abgeschickt'],
  content_downloaded: ['', ' heruntergeladen', 'einen Inhalt heruntergeladen'],
  webinar_registered: ['für das Webinar ', ' angemeldet', 'für ein Webinar angemeldet'],
  webinar_attended: ['am Webinar ', ' teilgenommen', 'an einem Webinar teilgenommen'],
  event_attended: ['an ', ' teilgenommen', 'an einer Veranstaltung teilgenommen'],
  demo_requested: ['eine Demo angefragt: ', '', 'eine Demo angefragt'],
  trial_started: ['eine Testphase begonnen: ', '', 'eine Testphase begonnen'],
  meeting_booked: ['den Termin ', ' gebucht', 'einen Termin gebucht'],
  email_opened: ['die E-Mail ', ' geöffnet', 'eine E-Mail geöffnet'],
  email_clicked: ['in der E-Mail ', ' geklickt', 'in einer E-Mail geklickt'],
  unsubscribed: ['von ', ' abgemeldet', 'von E-Mails abgemeldet'],
  spam_reported: ['die E-Mail ', ' als Spam gemeldet', 'eine E-Mail als Spam gemeldet'],
};

function did(kind: EventKind, hasName: boolean): Did {
  const [before, after, alone] = DID[kind] ?? ['', '', ''];
  return hasName ? { before, after } : { before: alone, after: '' };
}

const VERDICTS: Record<VerdictKind, string> = {
  accepted: 'angenommen',
  qualified: 'qualifiziert',
  rejected: 'abgelehnt',
  disqualified: 'disqualifiziert',
  recycled: 'zurückgestellt',
};

const STAGES: Record<Stage, string> = {
  inquiry: 'noch nicht übergeben',
  mql: 'wartet auf den Vertrieb',
  sal: 'angenommen',
  sql: 'qualifiziert',
  opportunity: 'mit Opportunity',
  won: 'Kunde',
  rejected: 'abgelehnt',
  disqualified: 'disqualifiziert',
  recycled: 'zurückgestellt',
  lost: 'verloren',
};

export const de: RepWords = {
  day: (at) => DAY.format(at),
  somebodyWhoLeft: 'Jemand, der nicht mehr dabei ist',
  quoted,
  happened,
  story: {
    did,
    first: (day, from, campaign) => {
      const of = campaign === null ? '' : `, Kampagne ${quoted(campaign)}`;
      return `Erstmals am ${day} über ${from}${of}: `;
    },
    comingBack: ' Kommt immer wieder auf ',
    times: (times, day) => ` zurück (${times}-mal, zuletzt am ${day}).`,
    last: (day) => ` Zuletzt am ${day}: `,
  },
  warnings: {
    optedOut: (day) => `Hat E-Mails${day === null ? '' : ` am ${day}`} abbestellt.`,
    customer: (day, deal) => `Kunde seit ${day}${deal === null ? '' : `: ${quoted(deal)}`}.`,
    openOpportunity: (day, deal) =>
      `Seit ${day} ist eine Opportunity offen${deal === null ? '' : `: ${quoted(deal)}`}.`,
    before: (verdict, reason, by, day) => {
      const why = reason === null ? '' : `: ${reason}`;
      return `Schon einmal ${VERDICTS[verdict]}${why} (${by ?? 'von Ihnen'}, ${day}).`;
    },
    bounced: (day) => `Die letzte E-Mail war am ${day} unzustellbar.`,
    silent: (source, days) =>
      `${quoted(source)} hat seit ${days} ${days === 1 ? 'Tag' : 'Tagen'} nichts gemeldet, länger als sonst: Neueres kann fehlen.`,
    duplicate: (name, company, stage) =>
      `Noch ein Lead heißt ${name}${company === null ? '' : ` (${company})`}, vielleicht dieselbe Person: ${STAGES[stage]}.`,
  },
  joined: {
    byHand: (by) => `${by} hat sie von Hand verbunden.`,
    bothNames: (source) =>
      `${source === null ? 'Eine Quelle' : quoted(source)} hat Namen von beiden für eine Person verwendet.`,
    said: (source, from, to) =>
      `${source === null ? 'Eine Quelle' : quoted(source)} hat gesagt, dass ${from} dasselbe ist wie ${to}.`,
    kinds: { account: 'Konto ', visitor: 'Besucher ', record: 'Datensatz ' },
  },
  ruleAbout: {
    source: (value) => `Kam über ${quoted(value)}`,
    campaign: (value) => `Kam mit der Kampagne ${quoted(value)}`,
    'title-word': (value) => `Titel nennt ${quoted(value)}`,
    'mail-domain': (value) => `Adresse endet auf ${quoted(value)}`,
  },
};
