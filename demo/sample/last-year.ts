/**
 * Leads of the past year, and what sales said of each: what the score's promise rests on. They are not in the CRM any more
 * (its contacts are newer); marketing and the store remember them.
 */
import type { Resolution, Verdict } from '../../lib/contract/feedback.ts';
import { ARCS, type ArcName } from './arcs.ts';
import type { CrmPerson } from './people.ts';
import { makeRandom, type Random } from './random.ts';
import { type Call, makeStory } from './story.ts';
import type { TeamName } from './team.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Enough for a chance and first suggestions, few enough to be sent in seconds. */
const HOW_MANY = 180;
/** Past the CRM's own ids. */
const FIRST_ID = 900_000;
const NEWEST_DAYS_AGO = 12;
const OLDEST_DAYS_AGO = 330;

type Lived = Exclude<ArcName, 'unknown'>;

/** How such leads fare with this sales team, and why they send back those they do. */
const FATES: Record<Lived, { share: number; weight: number; reason: string | null }> = {
  hotBuyer: { share: 0.95, weight: 1, reason: 'not-our-market' },
  trialUser: { share: 0.85, weight: 3, reason: 'not-our-market' },
  handRaiser: { share: 0.8, weight: 2, reason: 'wrong-person' },
  evaluator: { share: 0.7, weight: 3, reason: 'wrong-person' },
  nurtured: { share: 0.45, weight: 3, reason: 'wrong-person' },
  scanned: { share: 0.25, weight: 1, reason: 'wrong-person' },
  reader: { share: 0.2, weight: 2, reason: 'not-our-market' },
  goneCold: { share: 0.2, weight: 2, reason: null },
  optedOut: { share: 0.15, weight: 1, reason: 'not-our-market' },
  student: { share: 0.05, weight: 3, reason: 'student' },
  competitor: { share: 0, weight: 2, reason: 'competitor' },
  jobSeeker: { share: 0.05, weight: 1, reason: 'wrong-person' },
  bounced: { share: 0.1, weight: 1, reason: 'bad-data' },
};

export interface PastLead {
  person: CrmPerson;
  calls: Call[];
  by: Exclude<TeamName, 'ines'>;
  /** Milliseconds since 1970. */
  at: number;
  said: Pick<Verdict, 'verdict' | 'reason' | 'note' | 'until'>;
  /** What Ines answered to those that came back. */
  answer: { at: number; resolution: Resolution['resolution']; reply: string } | null;
}

/** @returns the same leads every time, moved along with `now` */
export function lastYear(now: number): PastLead[] {
  const random = makeRandom('the year before');
  return Array.from({ length: HOW_MANY }, (_, number) => pastLead(number, now, random));
}

function pastLead(number: number, now: number, random: Random): PastLead {
  const arc = random.pick(BY_WEIGHT);
  const person = madeUp(number, arc, random);
  const daysAgo = random.between(NEWEST_DAYS_AGO, OLDEST_DAYS_AGO);
  const at = now - daysAgo * DAY;
  const { story, calls } = makeStory(person, at, random);
  ARCS[arc](story, random);
  const said = verdictOn(arc, at, random);
  return {
    person,
    calls: calls(),
    by: random.pick(['omar', 'lena', 'tom']),
    at: at + random.between(1, 20) * HOUR,
    said,
    answer:
      said.verdict === 'rejected'
        ? {
            at: at + random.between(26, 70) * HOUR,
            resolution: said.reason === 'bad-data' ? 'corrected' : 'kept',
            reply:
              said.reason === 'bad-data' ? 'Put right, thank you.' : 'Noted for the next version.',
          }
        : null,
  };
}

function verdictOn(arc: Lived, at: number, random: Random): PastLead['said'] {
  const { share, reason } = FATES[arc];
  const nothing = { reason: null, note: '', until: null };
  if (random.next() < share) return { ...nothing, verdict: 'accepted' };
  if (reason !== null) return { ...nothing, verdict: 'rejected', reason };
  // All of them still sleep: a year's worth of leads that wake at once would be no morning anybody has.
  const until = new Date(at + SLEEPS_DAYS * DAY).toISOString().slice(0, 10);
  return { ...nothing, verdict: 'recycled', reason: 'bad-timing', until };
}

/** Longer than the year that is told. */
const SLEEPS_DAYS = 400;

const BY_WEIGHT = Object.entries(FATES).flatMap(([arc, { weight }]) =>
  Array.from({ length: weight }, () => arc as Lived),
) as [Lived, ...Lived[]];

const FIRST = [
  'Ada',
  'Ben',
  'Carla',
  'Dirk',
  'Elif',
  'Farid',
  'Greta',
  'Hugo',
  'Ilse',
  'Jonas',
] as const;
const LAST = [
  'Akkerman',
  'Bauer',
  'Costa',
  'Dupont',
  'Eriksen',
  'Ferrari',
  'Gomes',
  'Holm',
] as const;
const COMPANIES = [
  'Harbour Lines',
  'Nordwind',
  'Paperworks',
  'Kestrel Freight',
  'Milltown',
] as const;
const TITLES: Partial<Record<Lived, readonly [string, ...string[]]>> = {
  student: ['Graduate Student', 'PhD Student'],
  competitor: ['Business Development Representative'],
  jobSeeker: ['Planner', 'Analyst'],
};
const BUYERS = [
  'Head of Operations',
  'Planning Manager',
  'Logistics Coordinator',
  'Analyst',
  'Owner',
] as const;

function madeUp(number: number, arc: Lived, random: Random): CrmPerson {
  const [firstName, lastName] = [random.pick(FIRST), random.pick(LAST)];
  const company = random.pick(COMPANIES);
  const domain = company.toLowerCase().replaceAll(' ', '-');
  const isPrivate = arc === 'student' || arc === 'jobSeeker' || random.next() < 0.15;
  const name = `${firstName}.${lastName}${number}`.toLowerCase();
  return {
    id: String(FIRST_ID + number),
    firstName,
    lastName,
    email: `${name}@${isPrivate ? 'gmail.com' : `${domain}.example`}`,
    title: random.pick(TITLES[arc] ?? BUYERS),
    company: arc === 'student' ? 'University of Ghent' : company,
    companyId: String(FIRST_ID),
    industry: 'Logistics',
    country: random.pick(['Germany', 'France', 'Netherlands', 'Denmark']),
  };
}
