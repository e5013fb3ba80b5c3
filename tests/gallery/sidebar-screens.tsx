import type { LeadCard } from '../../lib/contract/lead.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { CARD, line, OFFLINE, said } from './fixtures.ts';
import { lead, timelineOf } from './lead-state.ts';
import { before, DAY, HOUR, id, NOW } from './moment.ts';
import { EMOJI, FORTY, HOSTILE, LONG, RIGHT_TO_LEFT } from './people.ts';
import { ALL_SENT, SidebarBooth } from './SidebarBooth.tsx';
import { BELOW, FEW_ALIKE, HAND_RAISE, POINTS_ONLY } from './score-cards.ts';
import type { Screens } from './screens.tsx';

const RECORD = { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: '2' } as const;

const ANSWERED = [
  said({
    id: id(31),
    verdict: 'rejected',
    reason: 'Not our market',
    madeAt: before(9 * DAY),
    resolution: {
      kind: 'changed',
      reply:
        'You were right about small teams: companies under 10 people lose 6 points from v8, in force since Monday.',
      by: 'Ines Moreau',
      madeAt: before(5 * HOUR),
    },
  }),
  said({
    id: id(32),
    kind: 'flag',
    flag: 'score_too_high',
    madeAt: before(20 * DAY),
    resolution: {
      kind: 'kept',
      reply: 'Webinar guests do buy, 62 of 84 were accepted.',
      by: 'Ines Moreau',
      madeAt: before(18 * DAY),
    },
  }),
];

const WARNED: LeadCard = {
  ...CARD,
  warnings: [
    { kind: 'rejected_before', text: 'Kim rejected this lead on 3 June: “Student”.' },
    { kind: 'stale_source', text: 'Mautic has sent nothing for 2 days.' },
    { kind: 'bounced', text: 'The last mail to this address came back.' },
  ],
};

const NOT_ENOUGH: LeadCard = {
  ...CARD,
  stage: 'inquiry',
  handoff: null,
  who: { ...CARD.who, title: null },
  score: {
    ...CARD.score,
    points: 3,
    chance: null,
    fitPoints: 0,
    engagementPoints: 3,
    enough: false,
    grade: null,
    wouldChange: [],
    belowLineOn: null,
    trend: [0, 0, 3],
    contributions: [
      line({
        ruleId: 'content',
        label: 'Downloaded content',
        points: 3,
        times: 1,
        lastAt: before(DAY),
      }),
    ],
  },
  story: [],
  counts: { all: 2, moments: 0, byKind: {} },
  moments: [],
};

const accepted = said({ id: id(40), verdict: 'accepted', madeAt: before(2 * HOUR) });
const LATE = {
  at: before(28 * HOUR),
  dueAt: before(4 * HOUR),
  answeredAt: null,
  by: 'line',
} as const;

const ASKED = { ...LATE, at: before(2 * HOUR), dueAt: before(-2 * HOUR), by: 'asked' } as const;
const TESTED = { ...ASKED, by: 'audit' } as const;

export const sidebarScreens: Screens = {
  'sidebar-lead': () => (
    <SidebarBooth state={lead(CARD)} next={lead({ ...EMOJI, leadId: id(10) })} />
  ),
  'sidebar-replies': () => <SidebarBooth state={lead({ ...CARD, feedback: ANSWERED })} />,
  'sidebar-warned': () => (
    <SidebarBooth state={lead({ ...WARNED, optedOut: true, handoff: LATE })} />
  ),
  'sidebar-few-alike': () => <SidebarBooth state={lead(FEW_ALIKE)} />,
  'sidebar-below': () => <SidebarBooth state={lead({ ...BELOW, handoff: TESTED })} />,
  'sidebar-points-only': () => (
    <SidebarBooth state={lead({ ...POINTS_ONLY, stage: 'inquiry', handoff: null })} />
  ),
  'sidebar-no-verdicts': () => (
    <SidebarBooth
      state={lead({
        ...POINTS_ONLY,
        score: { ...POINTS_ONLY.score, verdicts: 0 },
        definition: { ...POINTS_ONLY.definition, signedBy: { marketing: null, sales: null } },
      })}
    />
  ),
  'sidebar-hand-raise': () => <SidebarBooth state={lead({ ...HAND_RAISE, handoff: ASKED })} />,
  'sidebar-not-enough': () => <SidebarBooth state={lead(NOT_ENOUGH)} />,
  'sidebar-accepted': () => (
    <SidebarBooth
      state={lead({ ...CARD, stage: 'sal', feedback: [accepted] })}
      outbox={{
        ...ALL_SENT,
        attention: [{ id: id(2), message: 'The store does not know this reason any more.' }],
      }}
    />
  ),
  'sidebar-rejected': () => (
    <SidebarBooth
      state={lead({
        ...CARD,
        stage: 'rejected',
        feedback: [
          said({
            verdict: 'rejected',
            reason: 'Student',
            note: 'Writing a thesis on planning tools.',
            by: 'Kim Sato',
            mine: false,
          }),
        ],
      })}
    />
  ),
  'sidebar-recycled': () => (
    <SidebarBooth
      state={lead(CARD, {
        unsent: [
          said({
            verdict: 'recycled',
            reason: 'Wrong time',
            until: '2027-02-23',
            madeAt: before(20_000),
          }),
        ],
      })}
      outbox={{ ...ALL_SENT, waiting: 2, lastProblem: OFFLINE }}
    />
  ),
  'sidebar-undo': () => (
    <SidebarBooth
      state={lead(CARD, { unsent: [said({ verdict: 'accepted', madeAt: before(1000) })] })}
      undo={{ label: 'Accepted', until: NOW + 9_000 }}
    />
  ),
  'sidebar-disarmed': () => <SidebarBooth state={lead(CARD)} disarmed={sayingWords().covered} />,
  'sidebar-stale': () => (
    <SidebarBooth
      state={lead(CARD, { stale: { seenAt: NOW - 3 * HOUR, problem: OFFLINE } })}
      outbox={{ ...ALL_SENT, waiting: 1, lastProblem: OFFLINE }}
    />
  ),
  'sidebar-forty': () => <SidebarBooth state={lead(FORTY)} />,
  'sidebar-older': () => (
    <SidebarBooth
      state={lead(CARD, {
        timeline: timelineOf({ events: CARD.moments, more: true, problem: OFFLINE }),
      })}
    />
  ),
  'sidebar-long': () => <SidebarBooth state={lead(LONG)} />,
  'sidebar-rtl': () => <SidebarBooth state={lead(RIGHT_TO_LEFT)} />,
  'sidebar-emoji': () => <SidebarBooth state={lead(EMOJI)} />,
  'sidebar-hostile': () => <SidebarBooth state={lead(HOSTILE)} />,
  'sidebar-skeleton': () => <SidebarBooth state={{ is: 'skeleton', waitingFor: 'lead' }} />,
  'sidebar-unknown': () => (
    <SidebarBooth
      state={{
        is: 'unknown',
        crmName: 'Atomic CRM',
        record: RECORD,
        facts: { name: 'Neville Blohm', email: 'neville@blohm.example', company: 'Blohm Services' },
      }}
    />
  ),
  'sidebar-unreadable': () => (
    <SidebarBooth state={{ is: 'pageUnreadable', record: RECORD, crmName: 'Atomic CRM' }} />
  ),
  'sidebar-not-connected': () => <SidebarBooth state={{ is: 'notConnected' }} />,
  'sidebar-problem': () => (
    <SidebarBooth
      state={{ is: 'problem', problem: OFFLINE, retrying: false }}
      outbox={{ ...ALL_SENT, waiting: 2, lastProblem: OFFLINE }}
    />
  ),
};
