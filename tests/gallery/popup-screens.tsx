import { useState } from 'react';
import { Popup } from '../../components/popup/Popup.tsx';
import type { PopupProps } from '../../components/popup/props.ts';
import { CRMS } from './crms.ts';
import { MINE, MUCH, NOTHING, REPLY } from './day.ts';
import { OFFLINE } from './fixtures.ts';
import { MEMBER, REP } from './members.ts';
import { HOUR, id, NOW, PLACE } from './moment.ts';
import { WAITING } from './options-screens.tsx';
import { ALL_SENT } from './SidebarBooth.tsx';
import type { Screens } from './screens.tsx';
import { noted, saved } from './stub.ts';

const CONNECTED = {
  is: 'connected',
  store: 'https://truce.example.com',
  member: MEMBER,
  problem: null,
} as const;
const AS_REP = { ...CONNECTED, member: REP };

const NONE = { waiting: 0, woken: 0, replies: 0, refused: 0, all: 0 };
const SOME = { waiting: 2, woken: 1, replies: 1, refused: 0, all: 4 };
const UNREAD = [`${REPLY.feedback.id}:${REPLY.feedback.resolution?.madeAt}`];

const dayOf = (mine: typeof MINE) =>
  ({ is: 'day', mine, at: NOW, problem: null, unread: UNREAD }) as const;

const OPEN = { sites: false, teach: false };
const CLOSED = { sites: true, teach: true };

const SITE = 'https://crm.example.com';
const AT_LEAD = {
  is: 'record',
  crmName: 'Atomic CRM',
  site: SITE,
  lead: 'Gordon Kreiger',
  known: true,
  open: true,
  beside: false,
} as const;

/** Somebody who pauses and goes on. */
function Booth({ tab, over }: { tab: PopupProps['tab']; over: Partial<PopupProps> }) {
  const [paused, setPaused] = useState(over.paused ?? false);
  return (
    <Popup
      connection={CONNECTED}
      day={dayOf(NOTHING)}
      needs={NONE}
      tab={tab}
      closed={OPEN}
      crms={CRMS}
      outbox={ALL_SENT}
      items={[]}
      now={NOW}
      place={PLACE}
      onOpenLead={noted('onOpenLead')}
      onSeenReplies={noted('onSeenReplies')}
      onRetry={noted('onRetry')}
      onRetryItem={saved('onRetryItem')}
      onRetryAll={saved('onRetryAll')}
      onDropItem={saved('onDropItem')}
      onUseHere={saved('onUseHere')}
      onAllowHere={saved('onAllowHere')}
      onTeachHere={saved('onTeachHere')}
      onOpenSidebar={noted('onOpenSidebar')}
      onOpenBeside={noted('onOpenBeside')}
      onOpenReview={noted('onOpenReview')}
      onOpenOptions={noted('onOpenOptions')}
      {...over}
      paused={paused}
      onPause={saved('onPause', (now) => setPaused(now === true))}
    />
  );
}

const booth = (tab: PopupProps['tab'], over: Partial<PopupProps> = {}) => (
  <Booth tab={tab} over={over} />
);

const day = (mine: typeof MINE, over: Partial<PopupProps> = {}) =>
  booth(AT_LEAD, { connection: AS_REP, day: dayOf(mine), needs: SOME, ...over });

export const popupScreens: Screens = {
  'popup-day': () => day(MINE),
  'popup-day-nothing': () => day(NOTHING, { needs: NONE }),
  'popup-day-much': () => day(MUCH, { needs: { ...SOME, waiting: 120, all: 122 } }),
  'popup-day-loading': () => day(MINE, { day: { is: 'loading' }, needs: NONE }),
  'popup-day-offline': () =>
    day(MINE, {
      day: { ...dayOf(MINE), at: NOW - 3 * HOUR, problem: OFFLINE },
      connection: { ...AS_REP, problem: OFFLINE },
    }),
  'popup-day-problem': () =>
    day(MINE, {
      day: { is: 'problem', problem: OFFLINE },
      needs: NONE,
      connection: { ...AS_REP, problem: OFFLINE },
    }),
  'popup-day-unsent': () =>
    day(MINE, {
      items: WAITING,
      needs: { ...SOME, refused: 1, all: 5 },
      outbox: {
        ...ALL_SENT,
        waiting: 2,
        attention: [{ id: id(52), message: 'The store does not know this reason any more.' }],
      },
    }),
  'popup-paused': () => day(MINE, { paused: true }),
  'popup-lead': () => booth({ ...AT_LEAD, open: false }),
  'popup-open': () =>
    booth(
      { ...AT_LEAD, lead: null, known: false },
      {
        connection: { ...AS_REP, problem: OFFLINE },
        outbox: { ...ALL_SENT, waiting: 2, lastProblem: OFFLINE },
      },
    ),
  'popup-crm': () => booth({ is: 'crm', crmName: 'HubSpot', site: SITE }),
  'popup-other': () => booth({ is: 'other', site: SITE, guess: null }),
  'popup-guess': () => booth({ is: 'other', site: 'odoo.example.com', guess: 'odoo' }),
  'popup-closed': () => booth({ is: 'other', site: SITE, guess: 'odoo' }, { closed: CLOSED }),
  'popup-crm-closed': () =>
    booth({ is: 'crm', crmName: 'HubSpot', site: SITE }, { closed: CLOSED }),
  'popup-open-closed': () => booth(AT_LEAD, { closed: CLOSED }),
  'popup-no-permission': () => booth({ is: 'noPermission', site: SITE }),
  'popup-impossible': () => booth({ is: 'impossible', why: 'browser' }),
  'popup-headers': () => booth({ is: 'impossible', why: 'headers' }),
  'popup-not-connected': () =>
    booth({ is: 'crm', crmName: 'Atomic CRM', site: SITE }, { connection: { is: 'none' } }),
};
