/** What the sidebar says while somebody reads it: who, how likely, why, story, evidence. */
import { count, list, number, plural } from '../numbers.ts';
import { kinds } from './kinds.ts';

export const en = {
  nameless: 'Somebody without a name',
  optedOut: 'Opted out of marketing mail.',
  optedOutMeans: 'Do not add them to any mailing.',
  /** How Truce knows that this record is this lead. */
  knownBy: (record: boolean, email: boolean) =>
    record || email
      ? `by ${list([...(email ? ['email'] : []), ...(record ? ['record'] : [])])}`
      : 'by its id',
  owner: 'owner {name}',
  colleagues: (n: number) => count(n, 'colleague', 'colleagues'),
  bySales: 'registered by sales',
  mayBeEmailed: 'may be emailed',
  watch: 'Watch',
  watching: 'Watching',
  watchHint: 'Keeps this lead on your watch list in the toolbar.',
  oneMoment: 'One moment.',
  nameKinds: { email: 'email', user: 'user', visitor: 'visitor', record: 'record', other: '' },
  moreNames: (n: number) => `${number(n)} more`,
  joined: 'Joined {when}: {why}',

  score: 'Score',
  percent: 'percent',
  points: (n: number) => count(n, 'point', 'points'),
  pointsUnit: 'points',
  likely: (low: number, high: number) => `likely ${number(low)} to ${number(high)}`,
  accepts: (percent: number) => `Sales accepts ${outOf(percent)} like this`,
  gradeOf: (grade: string) => `grade ${grade}`,
  gradeParts: (grade: string) => `grade ${grade}: fit ${grade[0]}, engagement ${grade[1]}`,
  fromAll: (verdicts: number) => `from all ${number(verdicts)} verdicts; few were like this`,
  fromLike: (accepted: number, n: number) =>
    `${number(accepted)} of ${number(n)} with about as many points`,
  workingOut: (verdicts: number) =>
    `The chance is being worked out from ${count(verdicts, 'verdict', 'verdicts')}.`,
  tooFew: (verdicts: number, fewest: number) =>
    `${verdicts === 0 ? 'No verdicts' : count(verdicts, 'verdict', 'verdicts')} so far: no chance is claimed below ${number(fewest)}.`,
  onLine: (line: number) => `On the line of ${number(line)}`,
  overLine: (apart: number, line: number) =>
    `${count(apart, 'point', 'points')} over the line of ${number(line)}`,
  belowLine: (apart: number, line: number) =>
    `${count(apart, 'point', 'points')} below the line of ${number(line)}`,
  until: (standing: string, day: string) => `${standing} until ${day}`,
  trend: (from: number, to: string, line: number) =>
    `From ${count(from, 'point', 'points')} to ${to} in 30 days; the dashed line is ${number(line)}`,
  noChange: 'no change in 30 days',
  change: (change: number, said: string) =>
    `${said} ${plural(Math.abs(change), 'point', 'points')} in 30 days`,
  notEnough: 'Not enough information yet',
  notEnoughMeans:
    'Too little is known of this person to put a number on it. That is not a low score.',
  youSaid: 'You said “{what}” {when}.',
  wrongScore: 'Wrong score?',

  why: 'Why',
  noLines: 'Nothing yet raises or lowers a score.',
  accepted: 'accepted',
  moreLines: (n: number, sum: string) =>
    `${number(n)} more ${plural(n, 'line', 'lines')}, together ${sum}`,
  sum: (lines: number, sum: string) =>
    lines === 1 ? 'this line is the sum' : `these ${number(lines)} lines sum to ${sum}`,
  tooLittle: 'too little to call it a score',
  rules: 'Rules: {preset}.',
  halfAfter: (days: number) => `What somebody did counts half after ${number(days)} days.`,
  means: (points: number, percent: number | null) =>
    `${count(points, 'point', 'points')}${percent === null ? '' : `, here ${number(percent)} in 100`}`,
  signed: (marketing: string, sales: string) =>
    `signed by ${marketing} for marketing and ${sales} for sales`,
  notSigned: (marketing: boolean, sales: boolean) =>
    `not signed by ${list([...(marketing ? ['marketing'] : []), ...(sales ? ['sales'] : [])], 'or')}`,
  rate: (accepted: number, n: number) => `${number(accepted)} of ${number(n)}`,
  rateOf: 'leads with this were accepted',
  flag: (label: string) => `Flag: ${label}`,
  youFlagged: 'You flagged this',
  times: (n: number) => count(n, 'time', 'times'),
  last: (ago: string) => `last ${ago}`,
  capped: 'at its cap',
  fades: (points: string, day: string) => `${points} from ${day}`,
  halfBy: (day: string) => `half by ${day}`,
  discounted: (n: number) => `${number(n)} by machines, not counted`,
  wouldChange: 'What would change it',
  oneMore: 'One more of these today:',
  fallsBelow: 'falls below the line',
  goesToSales: 'goes to sales',

  story: 'Story so far',
  nothingNew: 'nothing new since {when}',
  since: '{what} since {when}',
  newEvents: (n: number) => `${number(n)} new`,
  pointsMoved: (change: number, said: string) =>
    `${said} ${plural(Math.abs(change), 'point', 'points')}`,
  read: 'What they read',
  moreRead: (n: number) => `${number(n)} more`,

  timeline: 'Timeline',
  whichEvents: 'Which events',
  moments: 'Moments',
  all: 'All',
  company: 'Company',
  onlyKinds: 'Only these kinds',
  kinds,
  moreKinds: (n: number) => `${number(n)} more kinds`,
  silent: (source: string, days: number) => `${source} silent for ${count(days, 'day', 'days')}`,
  machine: 'by a machine, not counted',
  clockCorrected: 'time corrected',
  campaign: 'campaign {name}',
  loadingOlder: 'Loading older events',
  showOlder: 'Show older events',
  thatIsAll: 'That is all.',
  noMoments: 'No moments yet. “All” has everything else.',
  noneOfKind: 'None of these kinds.',
  nothingYet: 'Nothing has happened yet.',
  fromCompany: (company: string | null) => (company ? `At ${company}` : 'At the same company'),
  pointsShort: (n: string) => `${n} points`,
  notEnoughShort: 'not enough known',
  lastActive: 'last {when}',

  waitingForPage: 'Waiting for the page',
  lookingUp: 'Looking this lead up',
  stale: 'Seen {when}, the store does not answer.',
  tryAgain: 'Try again',
  trying: 'Trying',
  unread: 'This page gave no name and no email',
  unreadMeans:
    'Truce sees which record this is, but the page shows nothing to recognise the person by, and the record alone is not known.',
  unknown: 'No lead known here',
  unknownMeans: 'Marketing has nothing about this person under this record or this email.',
  readAgain: 'Read the page again',
  facts: {
    record: 'Record',
    name: 'Name',
    email: 'Email',
    company: 'Company',
    title: 'Title',
    phone: 'Phone',
    owner: 'Owner',
  },
  recordKinds: {
    lead: 'lead',
    contact: 'contact',
    deal: 'deal',
    account: 'account',
    record: 'record',
  },
  optional: (label: string) => `${label}, optional`,
  register: 'Register this lead',
  registered: 'Registered. Marketing sees this lead as found by sales.',
  needsName: 'A lead needs a name.',
  noEmail: 'This is not an email address.',
  notSaved: 'Not saved. Your words are still here.',
  connectTitle: 'Connect to your team’s store',
  connectWhy:
    'Truce shows what marketing knows about this person. That lives in your team’s own store, and this browser is not connected to it yet.',
  connectHow:
    'Ask whoever runs Truce in your team for the store’s address and a one-time code of 8 characters. Then it takes a minute.',
  connect: 'Connect',
  connectAgain: 'Connect again',
  safeKept: (n: number) =>
    `Safe: ${count(n, 'thing', 'things')} you said ${n === 1 ? 'is' : 'are'} saved here and will be sent.`,
  safeSent: 'Safe: everything you said has been sent.',
};

/** @returns `7 of 10`, or `3 of 100` where tens would say never or always */
function outOf(percent: number): string {
  return percent < 10 || percent > 94 ? `${percent} of 100` : `${Math.round(percent / 10)} of 10`;
}
