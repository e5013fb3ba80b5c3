/** The toolbar popup: the rep's day, this tab, what is not sent yet. */
import { count, list, number } from '../numbers.ts';

export const en = {
  connection: 'Connection',
  notConnected: 'Not connected to a store yet',
  notConnectedHow: 'It takes the store’s address and a one-time code.',
  connect: 'Connect',
  storeNone: 'store: not connected',
  storeSilent: 'store: does not answer',
  storeThere: 'store: connected',
  review: 'Review desk',
  definition: 'Lead definition',
  options: 'Options',

  hot: 'Hot list',
  waiting: 'Waiting on you',
  woken: 'Back from recycling',
  replies: 'From marketing',
  watched: 'Watch list',
  /** How the hot list is ranked, in words. */
  byChance: (days: number) =>
    `Ranked by the chance that sales accepts; of equals, who was active in the last ${count(days, 'day', 'days')} comes first.`,
  byPoints: (days: number) =>
    `Ranked by points, until enough verdicts tell the chance; of equals, who was active in the last ${count(days, 'day', 'days')} comes first.`,
  some: (n: number) => number(n),
  someLate: (n: number, late: number) => `${number(n)}, ${number(late)} late`,
  someNew: (n: number, fresh: number) => `${number(n)}, ${number(fresh)} new`,
  showAll: (n: number) => `Show all ${number(n)}`,
  andMore: (n: number) => `${count(n, 'more is', 'more are')} not listed here.`,
  loading: 'Asking the store for your leads.',
  noHot: 'Nobody over the line is unanswered.',
  noHotHow:
    'Leads appear here when they reach the line of the lead definition, or ask to be called.',
  nothingElse: (what: readonly string[]) => `Nothing else: ${list(what)}.`,
  noneWaiting: 'nobody waits on you',
  noneWoken: 'nobody is back from recycling',
  noReplies: 'marketing has no answer for you',
  noneWatched: 'your watch list is empty',
  stale: 'The store does not answer. This is your list of {when}.',

  /** In front of a figure, for those who hear it. */
  chance: (percent: number) => `${percent} in 100`,
  points: (n: number) => count(n, 'point', 'points'),
  pointsShort: 'pts',
  notEnough: 'not enough yet',
  notEnoughShort: '–',
  noName: 'A lead without a name',
  now: '{what}, {when}',
  noMoment: 'Nothing worth telling yet',
  due: (when: string) => `due ${when}`,
  late: (span: string) => `late by ${span}`,
  back: 'back',
  watchedChip: 'watched',
  optedOut: 'opted out',

  wokeOf: {
    day: 'The day you chose has come',
    moment: 'Did something worth telling',
    asks: 'Asked to be called',
    line: 'Reached the line',
    rule: (label: string) => `New: ${label}`,
  },
  meanwhile: (events: number, moments: number) =>
    events === 0
      ? 'nothing happened since'
      : `since then ${count(events, 'event', 'events')}, ${number(moments)} worth telling`,
  pointsThenNow: (then: number, now: number) =>
    `${number(then)} → ${count(now, 'point', 'points')}`,

  fresh: 'new',
  answered: '{who}, {when}',

  /** The rule of the number on the toolbar button. */
  badgeNone: 'The number on the button counts what needs you. Nothing does.',
  badge: (n: number, parts: readonly string[]) =>
    `The number on the button, ${number(n)}, counts what needs you: ${list(parts)}.`,
  partWaiting: (n: number) => `${number(n)} waiting on you`,
  partWoken: (n: number) => `${number(n)} back from recycling`,
  partReplies: (n: number) => count(n, 'new answer', 'new answers'),
  partRefused: (n: number) => `${number(n)} held back`,

  unsent: 'Not sent yet',
  unsentCalm: 'Safe in this browser, and sent as soon as the store answers.',
  unsentRefused: (n: number) =>
    n === 1
      ? 'One is held back: it waits here for you and holds up nothing else.'
      : `${number(n)} are held back: they wait here for you and hold up nothing else.`,
  retryAll: 'Try all again now',

  work: 'Work on CRM pages',
  workHow: 'Off: no page is read, no sidebar and no chips. What you said is sent all the same.',
  paused: 'Truce is paused',
  pausedHow: 'It reads no pages and shows nothing in them. What you said is sent all the same.',
  resume: 'Go on',

  thisTab: 'This tab',
  looking: 'Looking at this tab.',
  unknownHere: 'No lead known here',
  aRecord: (crm: string) => `A record in ${crm}.`,
  aRecordUnknown: (crm: string) =>
    `A record in ${crm}. You can register this person in the sidebar.`,
  isOpen: 'The sidebar is open.',
  openSidebar: 'Open the sidebar',
  openBeside: 'Open it beside the page',
  readWrongly: 'Is something read wrongly? Teach Truce this CRM anew',
  noRecord: (crm: string) => `${crm}, but no person’s record`,
  noRecordHow: 'Open a lead or a contact and the sidebar comes by itself.',
  isRecord: 'Is this somebody’s record? Teach Truce this CRM anew',
  notRead: 'Truce does not read this site',
  notReadHow:
    'If {site} is your CRM, say which one it is. Your browser then asks for your permission.',
  notReadClosed:
    'Your organization decides where Truce works. If {site} is your CRM, ask whoever runs Truce to add it.',
  notInList: 'My CRM is not in the list: teach Truce this CRM',
  noPermission: 'The browser’s permission is missing',
  noPermissionHow: 'Truce may not read {site} any more, so it cannot show a lead here.',
  allow: 'Allow this site',
  whichCrm: 'Which CRM it is',
  chooseCrm: 'Choose which CRM it is.',
  useHere: 'Use Truce on this site',
  impossible: 'No sidebar in this tab',
  because: {
    browser:
      'The sidebar cannot be shown here because this is a page of the browser, not of a CRM.',
    headers:
      'The sidebar cannot be shown here because this page’s security headers keep frames out.',
  },
  tabGone: 'This tab is gone',
  tabGoneHow: 'Open the CRM again.',
  notAllowed: 'The browser was not allowed to',
  notAllowedHow: 'Nothing was changed.',
};
