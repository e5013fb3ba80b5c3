/** A rep's day, made up: somebody pressing, somebody back, an answer. */
import type { Mine, MyLead, Reply } from '../../lib/contract/mine.ts';
import { said } from './fixtures.ts';
import { before, DAY, HOUR, id, NOW } from './moment.ts';

const inHours = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const record = (n: number) => ({
  crm: 'atomic',
  org: 'localhost:4861',
  kind: 'contact' as const,
  id: String(n),
});

export const lead = (n: number, over: Partial<MyLead>): MyLead => ({
  leadId: id(200 + n),
  rev: 1,
  name: 'Gordon Kreiger',
  title: null,
  company: 'Shanahan Hudson',
  stage: 'mql',
  optedOut: false,
  points: 24,
  grade: 'B2',
  enough: true,
  chance: 72,
  heat: 'hot',
  why: [{ label: 'Looked at pricing', points: 10 }],
  lastMoment: { title: 'Viewed “Pricing for teams”', at: before(21 * HOUR) },
  owner: 'Jane Doe',
  handoff: { at: before(2 * HOUR), dueAt: inHours(2.9) },
  records: [record(n)],
  woken: null,
  ...over,
});

const GORDON = lead(1, {});
const AVA = lead(2, {
  name: 'Ava Reyes',
  company: 'Northgate',
  chance: 64,
  handoff: null,
  woken: {
    at: before(HOUR),
    because: { is: 'asks', label: null },
    events: 6,
    moments: 2,
    pointsThen: 14,
  },
});
const LIAM = lead(3, {
  name: 'Liam Ortega',
  company: 'Bluewater Freight',
  chance: 58,
  lastMoment: { title: 'Attended “Planning for 2027”', at: before(6 * DAY) },
  handoff: { at: before(6 * HOUR), dueAt: inHours(-3) },
});
const MINA = lead(4, {
  name: 'Mina Sato',
  company: 'Kobe Parts',
  chance: 41,
  heat: 'warm',
  handoff: null,
  lastMoment: { title: 'Came back after 40 days', at: before(2 * DAY) },
});

export const REPLY: Reply = {
  leadId: id(209),
  name: 'Neville Blohm',
  company: 'Blohm & Partner',
  records: [record(9)],
  feedback: said({
    id: id(300),
    verdict: 'rejected',
    reason: 'Student',
    resolution: {
      kind: 'changed',
      reply: 'Students no longer get points for the newsletter since v8.',
      by: 'Ines Moreau',
      madeAt: before(20 * HOUR),
    },
  }),
};

export const MINE: Mine = {
  rule: { by: 'chance', freshDays: 7 },
  hot: [GORDON, AVA, LIAM, MINA],
  waiting: [LIAM, GORDON],
  woken: [AVA],
  replies: [REPLY],
  watched: [MINA],
  counts: { waiting: 2, late: 1, woken: 1 },
  asOf: before(60_000),
};

export const NOTHING: Mine = {
  ...MINE,
  rule: { by: 'points', freshDays: 7 },
  hot: [],
  waiting: [],
  woken: [],
  replies: [],
  watched: [],
  counts: { waiting: 0, late: 0, woken: 0 },
};

const LONG = 'Maria-Magdalena von und zu Donaudampfschifffahrtsgesellschaftskapitänswitwenstein 🦄';

/** Everything at its longest and most, some of it unknown. */
export const MUCH: Mine = {
  ...MINE,
  rule: { by: 'points', freshDays: 1 },
  hot: [
    lead(10, { name: LONG, company: LONG, chance: null, points: 134 }),
    lead(11, { name: null, company: null, chance: null, enough: false, lastMoment: null, why: [] }),
    lead(12, { name: 'ليلى حداد', company: 'شركة النيل', chance: null, optedOut: true }),
    ...Array.from({ length: 9 }, (_, n) => lead(20 + n, { name: `Lead ${n}`, chance: null })),
  ],
  watched: Array.from({ length: 6 }, (_, n) => lead(40 + n, { name: `Watched ${n}` })),
  counts: { waiting: 40, late: 3, woken: 1 },
};
