import { count, list, number, plural } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  nameless: 'Jemand ohne Namen',
  optedOut: 'Möchte keine Werbemails.',
  optedOutMeans: 'Bitte in keinen Verteiler aufnehmen.',
  knownBy: (record, email) =>
    record || email
      ? `bekannt durch ${list([...(email ? ['E-Mail'] : []), ...(record ? ['Datensatz'] : [])])}`
      : 'bekannt durch die ID',
  owner: 'zuständig {name}',
  colleagues: (n) => (n === 1 ? '1 weitere Person der Firma' : `${number(n)} weitere der Firma`),
  bySales: 'vom Vertrieb erfasst',
  mayBeEmailed: 'Mails erlaubt',
  watch: 'Merken',
  watching: 'Gemerkt',
  watchHint: 'Hält diesen Lead auf Ihrer Merkliste in der Symbolleiste.',
  oneMoment: 'Einen Moment.',
  nameKinds: {
    email: 'E-Mail',
    user: 'Nutzer',
    visitor: 'Besucher',
    record: 'Datensatz',
    other: '',
  },
  moreNames: (n) => `${number(n)} weitere`,
  joined: 'Zusammengeführt {when}: {why}',

  score: 'Score',
  percent: 'Prozent',
  points: (n) => count(n, 'Punkt', 'Punkte'),
  pointsUnit: 'Punkte',
  likely: (low, high) => `wohl ${number(low)} bis ${number(high)}`,
  accepts: (percent) => `Der Vertrieb nimmt ${outOf(percent)} solcher Leads an`,
  gradeOf: (grade) => `Note ${grade}`,
  gradeParts: (grade) => `Note ${grade}: Passung ${grade[0]}, Interesse ${grade[1]}`,
  fromAll: (verdicts) => `aus allen ${number(verdicts)} Urteilen; nur wenige waren ähnlich`,
  fromLike: (accepted, n) => `${number(accepted)} von ${number(n)} mit etwa so vielen Punkten`,
  workingOut: (verdicts) =>
    `Die Chance wird gerade aus ${count(verdicts, 'Urteil', 'Urteilen')} berechnet.`,
  tooFew: (verdicts, fewest) =>
    `${verdicts === 0 ? 'Noch keine Urteile' : `Bisher ${count(verdicts, 'Urteil', 'Urteile')}`}: unter ${number(fewest)} wird keine Chance genannt.`,
  onLine: (line) => `Genau auf der Schwelle von ${number(line)}`,
  overLine: (apart, line) =>
    `${count(apart, 'Punkt', 'Punkte')} über der Schwelle von ${number(line)}`,
  belowLine: (apart, line) =>
    `${count(apart, 'Punkt', 'Punkte')} unter der Schwelle von ${number(line)}`,
  until: (standing, day) => `${standing} bis ${day}`,
  trend: (from, to, line) =>
    `In 30 Tagen von ${count(from, 'Punkt', 'Punkten')} auf ${to}; die gestrichelte Linie ist ${number(line)}`,
  noChange: 'unverändert in 30 Tagen',
  change: (change, said) => `${said} ${plural(Math.abs(change), 'Punkt', 'Punkte')} in 30 Tagen`,
  notEnough: 'Noch zu wenig bekannt',
  notEnoughMeans:
    'Über diese Person ist zu wenig bekannt, um eine Zahl zu nennen. Das ist kein niedriger Score.',
  youSaid: 'Ihr Einspruch: „{what}“, {when}.',
  wrongScore: 'Score falsch?',

  why: 'Warum',
  noLines: 'Noch hebt oder senkt nichts einen Score.',
  accepted: 'angenommen',
  moreLines: (n, sum) => `${number(n)} weitere ${plural(n, 'Zeile', 'Zeilen')}, zusammen ${sum}`,
  sum: (lines, sum) =>
    lines === 1 ? 'diese Zeile ist die Summe' : `diese ${number(lines)} Zeilen ergeben ${sum}`,
  tooLittle: 'zu wenig für einen Score',
  rules: 'Regeln: {preset}.',
  halfAfter: (days) => `Was jemand getan hat, zählt nach ${number(days)} Tagen halb.`,
  means: (points, percent) =>
    `${count(points, 'Punkt', 'Punkte')}${percent === null ? '' : `, hier ${number(percent)} von 100`}`,
  signed: (marketing, sales) =>
    `unterschrieben von ${marketing} für das Marketing und ${sales} für den Vertrieb`,
  notSigned: (marketing, sales) =>
    `${list([...(marketing ? ['vom Marketing'] : []), ...(sales ? ['vom Vertrieb'] : [])])} nicht unterschrieben`,
  rate: (accepted, n) => `${number(accepted)} von ${number(n)}`,
  rateOf: 'Leads damit wurden angenommen',
  flag: (label) => `Einspruch: ${label}`,
  youFlagged: 'Ihr Einspruch',
  times: (n) => `${number(n)}-mal`,
  last: (ago) => `zuletzt ${ago}`,
  capped: 'am Höchstwert',
  fades: (points, day) => `${points} ab ${day}`,
  halfBy: (day) => `halb am ${day}`,
  discounted: (n) => `${number(n)} durch Maschinen, nicht gezählt`,
  wouldChange: 'Was ihn ändern würde',
  oneMore: 'Heute noch einmal eines davon:',
  fallsBelow: 'fällt unter die Schwelle',
  goesToSales: 'geht an den Vertrieb',

  story: 'Bisher',
  nothingNew: 'nichts Neues seit {when}',
  since: '{what} seit {when}',
  newEvents: (n) => `${number(n)} neu`,
  pointsMoved: (change, said) => `${said} ${plural(Math.abs(change), 'Punkt', 'Punkte')}`,
  read: 'Gelesen',
  moreRead: (n) => `${number(n)} weitere`,

  timeline: 'Zeitleiste',
  whichEvents: 'Welche Ereignisse',
  moments: 'Momente',
  all: 'Alle',
  company: 'Firma',
  onlyKinds: 'Nur diese Arten',
  kinds: {
    page_viewed: 'Seitenaufrufe',
    form_submitted: 'Formulare',
    content_downloaded: 'Downloads',
    webinar_registered: 'Webinar-Anmeldungen',
    webinar_attended: 'Webinar-Teilnahmen',
    event_attended: 'Veranstaltungen',
    demo_requested: 'Demo-Anfragen',
    trial_started: 'Testzugänge',
    meeting_booked: 'Termine',
    email_sent: 'Mails gesendet',
    email_delivered: 'Mails zugestellt',
    email_opened: 'Mails geöffnet',
    email_clicked: 'Mail-Klicks',
    email_bounced: 'Mails unzustellbar',
    unsubscribed: 'Abmeldungen',
    spam_reported: 'Spam-Meldungen',
    other: 'Sonstiges',
    opportunity_opened: 'Opportunitys',
    deal_won: 'Gewonnen',
    deal_lost: 'Verloren',
  },
  moreKinds: (n) => `${number(n)} weitere Arten`,
  silent: (source, days) => `${source} seit ${count(days, 'Tag', 'Tagen')} stumm`,
  machine: 'durch eine Maschine, nicht gezählt',
  clockCorrected: 'Zeit korrigiert',
  campaign: 'Kampagne {name}',
  loadingOlder: 'Ältere Ereignisse werden geladen',
  showOlder: 'Ältere Ereignisse zeigen',
  thatIsAll: 'Das ist alles.',
  noMoments: 'Noch keine Momente. „Alle“ zeigt das Übrige.',
  noneOfKind: 'Keine dieser Art.',
  nothingYet: 'Noch ist nichts geschehen.',
  fromCompany: (company) => (company ? `Bei ${company}` : 'In derselben Firma'),
  pointsShort: (n) => `${n} Punkte`,
  notEnoughShort: 'zu wenig bekannt',
  lastActive: 'zuletzt {when}',

  waitingForPage: 'Wartet auf die Seite',
  lookingUp: 'Lead wird gesucht',
  stale: 'Gesehen {when}, der Store antwortet nicht.',
  tryAgain: 'Erneut versuchen',
  trying: 'Versuch läuft',
  unread: 'Diese Seite nennt weder Namen noch E-Mail',
  unreadMeans:
    'Truce sieht, welcher Datensatz das ist, aber die Seite zeigt nichts, woran die Person zu erkennen wäre, und der Datensatz allein ist nicht bekannt.',
  unknown: 'Hier ist kein Lead bekannt',
  unknownMeans:
    'Das Marketing hat unter diesem Datensatz und dieser E-Mail nichts über diese Person.',
  readAgain: 'Seite noch einmal lesen',
  facts: {
    record: 'Datensatz',
    name: 'Name',
    email: 'E-Mail',
    company: 'Firma',
    title: 'Position',
    phone: 'Telefon',
    owner: 'Zuständig',
  },
  recordKinds: {
    lead: 'Lead',
    contact: 'Kontakt',
    deal: 'Geschäft',
    account: 'Firma',
    record: 'Datensatz',
  },
  optional: (label) => `${label}, freiwillig`,
  register: 'Diesen Lead erfassen',
  registered: 'Erfasst. Das Marketing sieht diesen Lead als vom Vertrieb gefunden.',
  needsName: 'Ein Lead braucht einen Namen.',
  noEmail: 'Das ist keine E-Mail-Adresse.',
  notSaved: 'Nicht gespeichert. Ihr Text ist noch da.',
  connectTitle: 'Mit dem Store Ihres Teams verbinden',
  connectWhy:
    'Truce zeigt, was das Marketing über diese Person weiß. Das liegt im eigenen Store Ihres Teams, und dieser Browser ist noch nicht damit verbunden.',
  connectHow:
    'Fragen Sie die Person, die Truce in Ihrem Team betreut, nach der Adresse des Stores und einem einmaligen Code mit 8 Zeichen. Dann dauert es eine Minute.',
  connect: 'Verbinden',
  connectAgain: 'Neu verbinden',
  safeKept: (n) =>
    n === 1
      ? 'Sicher: Eine Eingabe von Ihnen ist hier gespeichert und wird noch gesendet.'
      : `Sicher: ${number(n)} Eingaben von Ihnen sind hier gespeichert und werden noch gesendet.`,
  safeSent: 'Sicher: Alles, was Sie gesagt haben, ist gesendet.',
};

function outOf(percent: number): string {
  return percent < 10 || percent > 94 ? `${percent} von 100` : `${Math.round(percent / 10)} von 10`;
}
