/** What one reads in the sidebar beyond the usual: content, news, silence, the company, thousands of events, nothing at all. */
import type { Colleague, LeadCard } from '../../lib/contract/lead.ts';
import { manyEvents } from './events.ts';
import { CARD } from './fixtures.ts';
import { lead, timelineOf } from './lead-state.ts';
import { before, DAY, HOUR, id } from './moment.ts';
import { SidebarBooth } from './SidebarBooth.tsx';
import type { Screens } from './screens.tsx';

const READ: LeadCard = {
  ...CARD,
  content: [
    {
      title: 'Pricing for teams',
      url: 'https://www.example.com/pricing',
      times: 3,
      lastAt: before(21 * HOUR),
    },
    {
      title: 'Capacity without guesswork: how planners stop promising what nobody can deliver',
      url: 'https://www.example.com/guide',
      times: 2,
      lastAt: before(21 * HOUR),
    },
    { title: 'Planning for 2027', url: null, times: 1, lastAt: before(6 * DAY) },
    {
      title: 'The planning handbook',
      url: 'https://www.example.com/book',
      times: 1,
      lastAt: before(9 * DAY),
    },
    { title: 'Customers', url: 'https://www.example.com/who', times: 1, lastAt: before(9 * DAY) },
  ],
  since: { at: before(22 * HOUR), events: 3, moments: 2, pointsThen: 18 },
  sources: [
    { name: 'Website', lastAt: before(2 * HOUR), heardAt: before(60_000), silentDays: null },
    { name: 'HubSpot', lastAt: before(6 * DAY), heardAt: before(3 * DAY), silentDays: 3 },
  ],
  watching: true,
};

const COLLEAGUES: Colleague[] = (
  [
    ['Ava Lindqvist', 'Chief Operating Officer', 'sal', 41, 2 * HOUR],
    ['Bo Shanahan', 'Planner', 'mql', 22, 3 * DAY],
    [
      'Chidi Okonkwo-Featherstonehaugh of the Northern Distribution Centre',
      null,
      'recycled',
      9,
      40 * DAY,
    ],
    [null, 'Intern', 'inquiry', 0, 90 * DAY],
    ['Dana Ruiz', 'Buyer', 'inquiry', 4, 100 * DAY],
    ['Eli Novak', 'Buyer', 'inquiry', 3, 101 * DAY],
    ['Finn Berg', 'Buyer', 'lost', 2, 200 * DAY],
  ] as const
).map(([name, title, stage, points, ago], n) => ({
  leadId: id(200 + n),
  name,
  title,
  stage,
  points,
  enough: name !== null,
  lastAt: before(ago),
}));

const theirs = (count: number) =>
  manyEvents(count).map((event, n) => {
    const { leadId, name } = COLLEAGUES[n % 3] ?? { leadId: CARD.leadId, name: CARD.who.name };
    return { ...event, who: { leadId, name } };
  });

const BY_KIND = {
  page_viewed: 1667,
  email_opened: 833,
  email_clicked: 833,
  content_downloaded: 833,
  webinar_registered: 834,
  form_submitted: 4,
  demo_requested: 1,
  webinar_attended: 1,
  email_bounced: 1,
};

const BUSY = { ...CARD, counts: { all: 5000, moments: 9, byKind: BY_KIND } };
const allOf = (count: number, more = false) =>
  lead(BUSY, {
    timeline: timelineOf({ tab: 'all', events: manyEvents(5030).slice(30, 30 + count), more }),
  });

export const sidebarReadingScreens: Screens = {
  'sidebar-reading': () => <SidebarBooth state={lead(READ)} />,
  'sidebar-nothing-new': () => (
    <SidebarBooth
      state={lead({
        ...READ,
        since: { at: before(22 * HOUR), events: 0, moments: 0, pointsThen: 24 },
        content: READ.content.slice(2, 3),
        story: [],
      })}
    />
  ),
  'sidebar-company': () => (
    <SidebarBooth
      state={lead(
        { ...CARD, colleagues: 7 },
        {
          timeline: timelineOf({
            tab: 'company',
            events: theirs(60),
            colleagues: COLLEAGUES,
            more: true,
          }),
        },
      )}
    />
  ),
  'sidebar-kinds': () => (
    <SidebarBooth
      state={lead(BUSY, {
        timeline: timelineOf({
          tab: 'all',
          kinds: ['email_clicked', 'webinar_attended'],
          events: manyEvents(300).filter(({ kind }) => kind === 'email_clicked'),
        }),
      })}
    />
  ),
  'sidebar-none-of-kind': () => (
    <SidebarBooth
      state={lead(BUSY, { timeline: timelineOf({ tab: 'all', kinds: ['email_bounced'] }) })}
    />
  ),
  'sidebar-events': () => (
    <SidebarBooth
      state={allOf(5000)}
      // Something happens while one reads.
      next={lead(BUSY, { timeline: timelineOf({ tab: 'all', events: manyEvents(5030) }) })}
    />
  ),
  'sidebar-events-few': () => <SidebarBooth state={allOf(50, true)} next={allOf(100, true)} />,
  'sidebar-empty': () => (
    <SidebarBooth
      state={lead({
        ...CARD,
        who: { name: null, title: null, company: null, email: null, owner: null },
        knownBy: ['record'],
        stage: 'inquiry',
        colleagues: 0,
        score: {
          ...CARD.score,
          points: 0,
          enough: false,
          chance: null,
          grade: null,
          contributions: [],
          wouldChange: [],
          belowLineOn: null,
          trend: [],
        },
        story: [],
        counts: { all: 0, moments: 0, byKind: {} },
        moments: [],
        sources: [],
        handoff: null,
      })}
    />
  ),
};
