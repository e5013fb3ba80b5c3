/** The sidebar where sales answers: asleep, awake again, two people at once, flags, history, what teaches. */
import type { LeadState } from '../../components/sidebar/props.ts';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { CARD, OFFLINE, said } from './fixtures.ts';
import { before, DAY, HOUR, id, NOW } from './moment.ts';
import { ALL_SENT, SidebarBooth } from './SidebarBooth.tsx';
import type { Pressed, Screens } from './screens.tsx';

const MINUTE = 60_000;

const lead = (over: Partial<LeadCard> = {}, state: Partial<LeadState> = {}): LeadState => {
  const card = { ...CARD, ...over };
  return {
    is: 'lead',
    card,
    timeline: {
      tab: 'moments',
      kinds: [],
      colleagues: [],
      events: card.moments,
      more: false,
      loading: false,
      problem: null,
    },
    unsent: [],
    stale: null,
    ...state,
  };
};

const SLEEP = {
  until: '2027-01-15',
  signals: [{ is: 'asks' as const }, { is: 'rule' as const, ruleId: 'webinar' }],
};

const asleep = said({
  id: id(50),
  verdict: 'recycled',
  reason: 'Wrong time',
  note: 'Budget is decided in January.',
  until: SLEEP.until,
  wakeOn: SLEEP.signals,
  madeAt: before(4 * DAY),
  pointsThen: 18,
});

const WOKEN: Partial<LeadCard> = {
  stage: 'mql',
  handoff: null,
  feedback: [{ ...asleep, madeAt: before(62 * DAY) }],
  score: { ...CARD.score, points: 31 },
  woken: {
    at: before(26 * HOUR),
    because: { is: 'asks', label: 'Asked for a demo' },
    events: 4,
    moments: 2,
    pointsThen: 18,
  },
};

const theirs = (at: string) =>
  said({ id: id(60), verdict: 'accepted', by: 'Kim Sato', mine: false, madeAt: at });
const mine = (at: string) =>
  said({ id: id(61), verdict: 'rejected', reason: 'Wrong person', madeAt: at });

const FLAGS = [
  said({
    id: id(70),
    kind: 'flag',
    flag: 'signal_wrong',
    ruleId: 'pricing',
    fault: 'not_this_person',
    madeAt: before(20 * MINUTE),
  }),
  said({
    id: id(71),
    kind: 'flag',
    flag: 'score_too_high',
    note: 'They only compare prices for a thesis.',
    madeAt: before(30 * MINUTE),
  }),
];

const HISTORY = [
  said({ id: id(80), verdict: 'accepted', madeAt: before(2 * HOUR), pointsThen: 24 }),
  { ...FLAGS[0], id: id(81), madeAt: before(5 * HOUR) } as (typeof FLAGS)[number],
  { ...asleep, id: id(82), madeAt: before(70 * DAY) },
  said({
    id: id(83),
    verdict: 'rejected',
    reason: 'Student',
    note: 'Writes a thesis, says LinkedIn.',
    by: 'Kim Sato',
    mine: false,
    madeAt: before(160 * DAY),
    pointsThen: null,
    resolution: {
      kind: 'changed',
      reply: 'Students lose 12 points from v6.',
      by: 'Ines Moreau',
      madeAt: before(158 * DAY),
    },
  }),
];

const score = (over: Partial<LeadCard['score']>): Partial<LeadCard> => ({
  score: { ...CARD.score, ...over },
});

const chance = {
  ...CARD.score.chance,
  percent: 50,
  like: { n: 31, accepted: 15, from: 26, to: 34 },
};

export const sayingScreens: Screens = {
  'sidebar-asleep': () => (
    <SidebarBooth
      state={lead({ stage: 'recycled', handoff: null, feedback: [asleep], sleep: SLEEP })}
    />
  ),
  'sidebar-asleep-signals': () => (
    <SidebarBooth
      state={lead({
        stage: 'recycled',
        feedback: [
          { ...asleep, until: null, wakeOn: [{ is: 'moment' }, { is: 'line' }], note: '' },
        ],
      })}
    />
  ),
  'sidebar-woken': () => <SidebarBooth state={lead(WOKEN)} />,
  'sidebar-woken-quiet': () => (
    <SidebarBooth
      state={lead({
        ...WOKEN,
        woken: {
          at: before(2 * HOUR),
          because: { is: 'day', label: null },
          events: 0,
          moments: 0,
          pointsThen: 31,
        },
      })}
    />
  ),
  'sidebar-first': () => (
    <SidebarBooth
      state={lead({
        stage: 'rejected',
        feedback: [mine(before(3 * MINUTE)), theirs(before(8 * MINUTE))],
      })}
    />
  ),
  'sidebar-first-unsent': () => (
    <SidebarBooth
      state={lead(
        { stage: 'sal', feedback: [theirs(before(8 * MINUTE))] },
        { unsent: [mine(before(3 * MINUTE))] },
      )}
      outbox={{ ...ALL_SENT, waiting: 1, lastProblem: OFFLINE }}
    />
  ),
  'sidebar-conflict': () => (
    <SidebarBooth
      state={lead({
        stage: 'sal',
        feedback: [theirs(before(3 * MINUTE)), mine(before(8 * MINUTE))],
      })}
    />
  ),
  'sidebar-before-conflict': () => (
    <SidebarBooth
      state={lead()}
      next={lead({ stage: 'sal', feedback: [theirs(before(30_000))] })}
    />
  ),
  'sidebar-flagged': () => <SidebarBooth state={lead({ feedback: FLAGS })} />,
  'sidebar-history': () => <SidebarBooth state={lead({ stage: 'sal', feedback: HISTORY })} />,
  'sidebar-teach-near': () => <SidebarBooth state={lead(score({ points: 22 }))} />,
  'sidebar-teach-disagree': () => <SidebarBooth state={lead(score({ points: 28, grade: 'A4' }))} />,
  'sidebar-teach-wide': () => (
    <SidebarBooth
      state={lead(score({ points: 30, chance: { ...chance, low: 33, high: 68, verdicts: 64 } }))}
    />
  ),
  'sidebar-due-soon': () => (
    <SidebarBooth
      state={lead({
        handoff: {
          at: before(3 * HOUR),
          dueAt: new Date(NOW + 12 * MINUTE).toISOString(),
          answeredAt: null,
          by: 'asked',
        },
      })}
    />
  ),
  'sidebar-duplicate': () => (
    <SidebarBooth
      state={lead({
        warnings: [
          { kind: 'other', text: 'A newer store has something else to say about this lead.' },
          {
            kind: 'stale_source',
            text: 'HubSpot has been silent for 3 days; it usually is heard daily.',
          },
          {
            kind: 'duplicate',
            text: 'Gordon Kreiger of Shanahan Hudson is there twice: the other has gordon@shanahan.example.',
          },
        ],
      })}
    />
  ),
};

export const SAYING_PRESSED: Record<string, Pressed> = {
  'sidebar-recycling-chosen': {
    from: 'sidebar-teach-near',
    press: [
      '[data-verdict="recycled"]',
      '[value="2026-11-24"]',
      '[value="asks"]',
      '[value="timing"]',
    ],
  },
  'sidebar-flagging-score': { from: 'sidebar-lead', press: ['[data-flag="score"]'] },
  'sidebar-flag-note': {
    from: 'sidebar-flagged',
    press: ['[data-rule="pricing"] [data-action="add-note"]'],
  },
  'sidebar-history-open': { from: 'sidebar-history', press: ['[data-history] summary'] },
};
