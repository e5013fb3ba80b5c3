import { count, list, number, plural } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

const days = (n: number) => plural(n, 'am letzten Tag', `in den letzten ${number(n)} Tagen`);

export const de: Words<typeof en> = {
  connection: 'Verbindung',
  notConnected: 'Noch mit keinem Store verbunden',
  notConnectedHow: 'Dazu braucht es die Adresse des Stores und einen Einmalcode.',
  connect: 'Verbinden',
  storeNone: 'Store: nicht verbunden',
  storeSilent: 'Store: antwortet nicht',
  storeThere: 'Store: verbunden',
  review: 'Rückmeldungen',
  definition: 'Lead-Definition',
  options: 'Einstellungen',

  hot: 'Hot List',
  waiting: 'Wartet auf Sie',
  woken: 'Wieder da',
  replies: 'Vom Marketing',
  watched: 'Merkliste',
  byChance: (n) =>
    `Nach der Chance, dass der Vertrieb annimmt; bei gleicher Chance zuerst, wer ${days(n)} aktiv war.`,
  byPoints: (n) =>
    `Nach Punkten, bis genügend Urteile die Chance zeigen; bei gleichen Punkten zuerst, wer ${days(n)} aktiv war.`,
  some: (n) => number(n),
  someLate: (n, late) => `${number(n)}, davon ${number(late)} überfällig`,
  someNew: (n, fresh) => `${number(n)}, davon ${number(fresh)} neu`,
  showAll: (n) => `Alle ${number(n)} zeigen`,
  andMore: (n) => `${count(n, 'weiterer steht', 'weitere stehen')} hier nicht.`,
  loading: 'Der Store wird nach Ihren Leads gefragt.',
  noHot: 'Über der Schwelle wartet niemand auf eine Antwort.',
  noHotHow:
    'Hier stehen Leads, sobald sie die Schwelle der Lead-Definition erreichen oder um einen Anruf bitten.',
  nothingElse: (what) => `Sonst nichts: ${list(what)}.`,
  noneWaiting: 'niemand wartet auf Sie',
  noneWoken: 'kein zurückgestellter Lead ist wieder da',
  noReplies: 'vom Marketing liegt keine Antwort vor',
  noneWatched: 'Ihre Merkliste ist leer',
  stale: 'Der Store antwortet nicht. Das ist Ihre Liste von {when}.',

  chance: (percent) => `${percent} von 100`,
  points: (n) => count(n, 'Punkt', 'Punkte'),
  pointsShort: 'Pkt.',
  notEnough: 'noch zu wenig bekannt',
  notEnoughShort: '–',
  noName: 'Ein Lead ohne Namen',
  now: '{what}, {when}',
  noMoment: 'Noch nichts Erzählenswertes',
  due: (when) => `bis ${when}`,
  late: (span) => `${span} überfällig`,
  back: 'wieder da',
  watchedChip: 'gemerkt',
  optedOut: 'abgemeldet',

  wokeOf: {
    day: 'Der gewählte Tag ist da',
    moment: 'Hat etwas Erzählenswertes getan',
    asks: 'Bittet um einen Anruf',
    line: 'Hat die Schwelle erreicht',
    rule: (label) => `Neu: ${label}`,
  },
  meanwhile: (events, moments) =>
    events === 0
      ? 'seither ist nichts geschehen'
      : `seither ${count(events, 'Ereignis', 'Ereignisse')}, davon ${number(moments)} erzählenswert`,
  pointsThenNow: (then, now) => `${number(then)} → ${count(now, 'Punkt', 'Punkte')}`,

  fresh: 'neu',
  answered: '{who}, {when}',

  badgeNone: 'Die Zahl am Symbol zählt, was Sie braucht. Im Moment nichts.',
  badge: (n, parts) => `Die Zahl am Symbol (${number(n)}) zählt, was Sie braucht: ${list(parts)}.`,
  partWaiting: (n) => plural(n, '1 wartet auf Sie', `${number(n)} warten auf Sie`),
  partWoken: (n) => plural(n, '1 ist wieder da', `${number(n)} sind wieder da`),
  partReplies: (n) => count(n, 'neue Antwort', 'neue Antworten'),
  partRefused: (n) => `${number(n)} zurückgehalten`,

  unsent: 'Noch nicht gesendet',
  unsentCalm: 'In diesem Browser sicher, und gesendet, sobald der Store antwortet.',
  unsentRefused: (n) =>
    n === 1
      ? 'Eines ist zurückgehalten: Es wartet hier auf Sie und hält nichts anderes auf.'
      : `${number(n)} sind zurückgehalten: Sie warten hier, bis Sie entscheiden, und halten nichts anderes auf.`,
  retryAll: 'Alle jetzt noch einmal versuchen',

  work: 'Auf CRM-Seiten arbeiten',
  workHow:
    'Aus: Keine Seite wird gelesen, keine Seitenleiste, keine Marken. Was Sie gesagt haben, wird trotzdem gesendet.',
  paused: 'Truce pausiert',
  pausedHow:
    'Es liest keine Seiten und zeigt nichts auf ihnen. Was Sie gesagt haben, wird trotzdem gesendet.',
  resume: 'Weitermachen',

  thisTab: 'Dieser Tab',
  looking: 'Dieser Tab wird angesehen.',
  unknownHere: 'Hier ist kein Lead bekannt',
  aRecord: (crm) => `Ein Datensatz in ${crm}.`,
  aRecordUnknown: (crm) =>
    `Ein Datensatz in ${crm}. In der Seitenleiste können Sie diese Person erfassen.`,
  isOpen: 'Die Seitenleiste ist offen.',
  openSidebar: 'Seitenleiste öffnen',
  openBeside: 'Neben der Seite öffnen',
  readWrongly: 'Wird etwas falsch gelesen? Truce dieses CRM neu beibringen',
  noRecord: (crm) => `${crm}, aber nicht der Datensatz einer Person`,
  noRecordHow: 'Öffnen Sie einen Lead oder Kontakt, dann kommt die Seitenleiste von selbst.',
  isRecord: 'Ist das der Datensatz einer Person? Truce dieses CRM neu beibringen',
  notRead: 'Truce liest diese Website nicht',
  notReadHow:
    'Wenn {site} Ihr CRM ist, sagen Sie, welches. Ihr Browser bittet dann um Ihre Erlaubnis.',
  notReadClosed:
    'Ihre Organisation bestimmt, wo Truce arbeitet. Ist {site} Ihr CRM, dann bitten Sie jemanden, der Truce betreut, es aufzunehmen.',
  notInList: 'Mein CRM steht nicht in der Liste: Truce dieses CRM beibringen',
  noPermission: 'Die Erlaubnis des Browsers fehlt',
  noPermissionHow: 'Truce darf {site} nicht mehr lesen und kann deshalb hier keinen Lead zeigen.',
  allow: 'Diese Website erlauben',
  whichCrm: 'Welches CRM das ist',
  chooseCrm: 'Wählen Sie, welches CRM das ist.',
  useHere: 'Truce auf dieser Website verwenden',
  impossible: 'Keine Seitenleiste in diesem Tab',
  because: {
    browser:
      'Die Seitenleiste kann hier nicht stehen, weil das eine Seite des Browsers ist und keine eines CRM.',
    headers:
      'Die Seitenleiste kann hier nicht stehen, weil die Sicherheitsangaben der Seite Rahmen fernhalten.',
  },
  tabGone: 'Diesen Tab gibt es nicht mehr',
  tabGoneHow: 'Öffnen Sie das CRM noch einmal.',
  notAllowed: 'Der Browser durfte es nicht',
  notAllowedHow: 'Nichts wurde geändert.',
};
