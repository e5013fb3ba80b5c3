/** What the sample team said about the sample leads, and what marketing answered, as data. */
import type { Flag, Resolution, Verdict } from '../../lib/contract/feedback.ts';
import type { ArcName } from './arcs.ts';
import type { TeamName } from './team.ts';

type VerdictWords = Pick<Verdict, 'verdict' | 'reason' | 'note'>;
type FlagWords = Pick<Flag, 'flag' | 'ruleId' | 'fault' | 'note'>;

export interface Opinion {
  /** About the nth person (from 0) who lives this story. */
  about: ArcName;
  nth: number;
  by: Exclude<TeamName, 'ines'>;
  hoursAgo: number;
  said: { verdict: VerdictWords; wakesInDays?: number } | { flag: FlagWords };
  /** What Ines answered; absent while it waits for her. */
  answer?: { resolution: Resolution['resolution']; reply: string; hoursAgo: number };
}

const verdict = (
  kind: Verdict['verdict'],
  reason: string | null = null,
  note = '',
): { verdict: VerdictWords } => ({ verdict: { verdict: kind, reason, note } });

/** Oldest first, as they were said. */
export const OPINIONS: readonly Opinion[] = [
  {
    about: 'competitor',
    nth: 0,
    by: 'tom',
    hoursAgo: 150,
    said: verdict(
      'rejected',
      'competitor',
      'Sells planning software too. Reads our prices weekly.',
    ),
    answer: {
      resolution: 'corrected',
      reply: 'Thank you. Their domain is on the exclusion list now, they will not come back.',
      hoursAgo: 126,
    },
  },
  {
    about: 'trialUser',
    nth: 0,
    by: 'omar',
    hoursAgo: 122,
    said: verdict('accepted'),
  },
  {
    about: 'student',
    nth: 1,
    by: 'lena',
    hoursAgo: 101,
    said: verdict('rejected', 'student', 'Needs figures for a thesis.'),
    answer: {
      resolution: 'kept',
      reply:
        'Kept for now: downloads alone should not get anybody to the line, so I want to see two more of these before we change the points.',
      hoursAgo: 76,
    },
  },
  {
    about: 'trialUser',
    nth: 0,
    by: 'omar',
    hoursAgo: 97,
    said: verdict('qualified', null, 'Budget until March, decides with finance.'),
  },
  {
    about: 'goneCold',
    nth: 0,
    by: 'tom',
    hoursAgo: 80,
    said: {
      ...verdict('recycled', 'budget-later', 'New budget in spring, call again then.'),
      wakesInDays: 75,
    },
  },
  {
    about: 'jobSeeker',
    nth: 0,
    by: 'omar',
    hoursAgo: 74,
    said: verdict('rejected', 'wrong-person', 'Looks for a job with us, not for software.'),
  },
  { about: 'evaluator', nth: 0, by: 'lena', hoursAgo: 54, said: verdict('accepted') },
  {
    about: 'bounced',
    nth: 0,
    by: 'tom',
    hoursAgo: 51,
    said: verdict('rejected', 'bad-data', 'Left the company in summer, the phone is off too.'),
  },
  {
    about: 'scanned',
    nth: 0,
    by: 'lena',
    hoursAgo: 30,
    said: {
      flag: {
        flag: 'signal_wrong',
        ruleId: 'in-person',
        fault: 'not_this_person',
        note: 'It was a colleague at the booth who handed over this card.',
      },
    },
  },
  {
    about: 'evaluator',
    nth: 0,
    by: 'lena',
    hoursAgo: 26,
    said: verdict('disqualified', 'no-budget', 'Wants it, may not buy anything this year.'),
  },
  {
    about: 'nurtured',
    nth: 1,
    by: 'omar',
    hoursAgo: 20,
    said: {
      flag: {
        flag: 'score_too_low',
        ruleId: null,
        fault: null,
        note: 'Called us twice this week. The score does not hear the phone.',
      },
    },
  },
  { about: 'trialUser', nth: 1, by: 'lena', hoursAgo: 7, said: verdict('accepted') },
  {
    about: 'student',
    nth: 0,
    by: 'omar',
    hoursAgo: 3,
    said: verdict('rejected', 'student', 'Third thesis this month. Nice people, nothing to sell.'),
  },
];
