/** A made-up regular meeting: a full one, a small team's, the first one. */
import type { MeetingState } from '../../components/check-in/props.ts';
import type { VersionLine } from '../../lib/contract/agreement.ts';
import type { CheckIn, Decision } from '../../lib/contract/check-in.ts';
import type { HeadlineReport, Rate } from '../../lib/contract/reports.ts';
import { MEMBER } from './members.ts';
import { before, DAY, HOUR, id } from './moment.ts';
import { HOSTILE_NAME, LONG } from './people.ts';

const LONG_NAME = LONG.who.company ?? '';

const dayBefore = (days: number) => before(days * DAY).slice(0, 10);

const rate = (n: number, of: number, low: number | null, high: number | null): Rate => ({
  n,
  of,
  low,
  high,
});

const headline = (
  handed: number,
  accepted: Rate,
  more: Partial<HeadlineReport['quality']> = {},
): HeadlineReport => ({
  volume: { handed, promised: 140, promisedPerWeek: 35, weeks: [], mark: 'handed' },
  quality: { accepted, recycled: 9, waiting: 14, promisedShare: 0.65, mark: 'judged', ...more },
  definitionVersion: 8,
});

const version = (over: Partial<VersionLine>): VersionLine => ({
  version: 8,
  name: 'Shanahan, autumn',
  at: before(6 * DAY),
  by: 'Ines Moreau',
  signedBy: { marketing: 'Ines Moreau', sales: 'Tomas Reyes' },
  backTo: null,
  changes: [
    'University address now costs 12 points',
    'Companies under 10 people now cost 6 points',
    'Operations and planning titles count 9, was 6',
    'Handed over from score 55, was 50',
  ],
  feedback: 31,
  ...over,
});

const decision = (n: number, over: Partial<Decision>): Decision => ({
  decisionId: id(900 + n),
  at: before(3 * HOUR),
  by: 'Ines Moreau',
  text: 'Sales asks every webinar guest for the size of the team before the second call',
  owner: 'Tomas Reyes',
  dueOn: dayBefore(-7),
  doneAt: null,
  ...over,
});

export const FULL: CheckIn = {
  from: dayBefore(27),
  to: dayBefore(0),
  workspace: 'Shanahan Planning Software',
  headline: headline(132, rate(69, 109, 0.54, 0.72)),
  before: headline(141, rate(80, 122, 0.57, 0.73)),
  promises: [
    { what: 'volume', by: 'marketing', kept: 132, of: 140, promised: 140, held: false },
    { what: 'quality', by: 'marketing', kept: 69, of: 109, promised: 0.65, held: true },
    { what: 'handoff-in-time', by: 'marketing', kept: 121, of: 132, promised: null, held: false },
    { what: 'answer-in-time', by: 'marketing', kept: 11, of: 14, promised: null, held: null },
    { what: 'verdict-in-time', by: 'sales', kept: 85, of: 109, promised: null, held: false },
    { what: 'reason-given', by: 'sales', kept: 31, of: 31, promised: null, held: true },
  ],
  changes: [
    version({}),
    version({
      version: 7,
      at: before(20 * DAY),
      backTo: 5,
      changes: ['Webinar attended counts 5 again, was 3'],
      feedback: 64,
    }),
  ],
  open: [
    { what: 'draft', version: 9, waitsFor: ['sales'] },
    { what: 'late-answers', n: 3 },
    { what: 'late-verdicts', n: 9 },
    { what: 'suggestions', n: 2 },
    { what: 'suspicion', label: 'Careers page viewed', n: 31, accepted: 4 },
    { what: 'pattern', reason: 'Student', label: 'Webinar', n: 12, of: 31 },
    { what: 'disagreement', pairs: 41, same: 29 },
  ],
  decisions: [
    decision(1, {
      at: before(55 * DAY),
      text: 'Marketing leaves the trade fair list out until there is a rule for it',
      owner: 'Ines Moreau',
      dueOn: dayBefore(20),
    }),
    decision(2, { at: before(40 * DAY), by: 'Tomas Reyes', owner: null, dueOn: null }),
    decision(3, { at: before(8 * DAY), doneAt: before(2 * DAY), text: 'Reply to every “student”' }),
    decision(4, {}),
  ],
};

/** A team in its second week: eleven verdicts, no promise of a number. */
export const SMALL: CheckIn = {
  ...FULL,
  headline: {
    ...headline(17, rate(7, 11, null, null), { recycled: 1, waiting: 6 }),
    volume: { handed: 17, promised: null, promisedPerWeek: null, weeks: [], mark: 'handed' },
    definitionVersion: 1,
  },
  before: headline(0, rate(0, 0, null, null)),
  promises: [
    { what: 'volume', by: 'marketing', kept: 17, of: 0, promised: null, held: null },
    { what: 'quality', by: 'marketing', kept: 7, of: 11, promised: 0.65, held: null },
    { what: 'verdict-in-time', by: 'sales', kept: 9, of: 11, promised: null, held: null },
  ],
  changes: [],
  open: [],
  decisions: [],
};

/** Nothing has happened yet. */
export const FIRST: CheckIn = {
  ...SMALL,
  headline: {
    ...SMALL.headline,
    volume: { ...SMALL.headline.volume, handed: 0 },
    quality: { ...SMALL.headline.quality, accepted: rate(0, 0, null, null), waiting: 0 },
  },
  promises: [],
};

/** Names nobody expected. */
export const ODD: CheckIn = {
  ...FULL,
  workspace: LONG_NAME,
  changes: [
    version({ changes: [LONG_NAME], signedBy: { marketing: HOSTILE_NAME, sales: LONG_NAME } }),
  ],
  open: [
    { what: 'suspicion', label: LONG_NAME, n: 31, accepted: 4 },
    { what: 'pattern', reason: 'student', label: HOSTILE_NAME, n: 12, of: 31 },
  ],
  decisions: [decision(5, { text: LONG_NAME, owner: LONG_NAME, by: HOSTILE_NAME })],
};

/** @returns the page, loaded */
export const meeting = (checkIn: CheckIn, over: Partial<MeetingState> = {}): MeetingState => ({
  is: 'meeting',
  member: MEMBER,
  period: { weeks: 4 },
  checkIn,
  refreshing: false,
  problem: null,
  ...over,
});
