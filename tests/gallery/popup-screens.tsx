import { Popup } from '../../components/popup/Popup.tsx';
import type { PopupProps } from '../../components/popup/props.ts';
import { CRMS } from './crms.ts';
import { OFFLINE } from './fixtures.ts';
import { MEMBER, REP } from './members.ts';
import { id } from './moment.ts';
import { ALL_SENT } from './SidebarBooth.tsx';
import type { Screens } from './screens.tsx';
import { noted, saved } from './stub.ts';

const CONNECTED = {
  is: 'connected',
  store: 'https://truce.example.com',
  member: MEMBER,
  problem: null,
} as const;

const booth = (tab: PopupProps['tab'], over: Partial<PopupProps> = {}) => (
  <Popup
    connection={CONNECTED}
    tab={tab}
    crms={CRMS}
    outbox={ALL_SENT}
    onUseHere={saved('onUseHere')}
    onAllowHere={saved('onAllowHere')}
    onTeachHere={saved('onTeachHere')}
    onOpenSidebar={noted('onOpenSidebar')}
    onOpenReview={noted('onOpenReview')}
    onOpenOptions={noted('onOpenOptions')}
    {...over}
  />
);

const SITE = 'https://crm.example.com';

export const popupScreens: Screens = {
  'popup-lead': () =>
    booth({
      is: 'record',
      crmName: 'Atomic CRM',
      site: SITE,
      lead: 'Gordon Kreiger',
      known: true,
      open: false,
    }),
  'popup-open': () =>
    booth(
      { is: 'record', crmName: 'Atomic CRM', site: SITE, lead: null, known: false, open: true },
      {
        connection: { ...CONNECTED, member: REP, problem: OFFLINE },
        outbox: { ...ALL_SENT, waiting: 2, lastProblem: OFFLINE },
      },
    ),
  'popup-crm': () => booth({ is: 'crm', crmName: 'HubSpot', site: SITE }),
  'popup-other': () => booth({ is: 'other', site: SITE, guess: null }),
  'popup-guess': () => booth({ is: 'other', site: 'odoo.example.com', guess: 'odoo' }),
  'popup-no-permission': () =>
    booth(
      { is: 'noPermission', site: SITE },
      {
        outbox: {
          ...ALL_SENT,
          attention: [{ id: id(1), message: 'The store does not know this reason any more.' }],
        },
      },
    ),
  'popup-impossible': () =>
    booth({ is: 'impossible', why: 'browsers keep extensions off their own pages' }),
  'popup-not-connected': () =>
    booth({ is: 'crm', crmName: 'Atomic CRM', site: SITE }, { connection: { is: 'none' } }),
};
