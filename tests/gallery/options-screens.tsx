import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import type { OptionsPageProps, OutboxItemView } from '../../components/options/props.ts';
import type { Verdict } from '../../lib/contract/feedback.ts';
import { done, failed } from '../../lib/contract/problem.ts';
import { crmProps } from './crms.ts';
import { CARD, OFFLINE } from './fixtures.ts';
import { MEMBER } from './members.ts';
import { before, DAY, HOUR, id, NOW, PLACE } from './moment.ts';
import type { Screens } from './screens.tsx';
import { noted, saved } from './stub.ts';

const SNAPSHOT = {
  at: before(HOUR),
  cardRev: 7,
  definitionVersion: 7,
  stage: CARD.stage,
  points: 24,
  chance: null,
  grade: 'B2',
  enough: true,
  contributions: [],
  lastEvents: [],
};

const VERDICT = {
  id: id(50),
  leadId: CARD.leadId,
  madeAt: before(HOUR),
  seq: 4,
  kind: 'verdict',
  verdict: 'rejected',
  reason: 'student',
  note: 'Writing a thesis.',
  until: null,
  wakeOn: [],
  snapshot: SNAPSHOT,
} satisfies Verdict;

export const WAITING: OutboxItemView[] = [
  {
    id: id(50),
    item: VERDICT,
    lead: 'Gordon Kreiger',
    state: 'waiting',
    message: OFFLINE.title,
    nextTryAt: NOW + 40_000,
  },
  {
    id: id(51),
    item: {
      id: id(51),
      leadId: id(60),
      madeAt: before(2 * HOUR),
      seq: 3,
      kind: 'registration',
      record: { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: '2' },
      facts: { name: 'Neville Blohm' },
    },
    lead: null,
    state: 'sending',
    message: null,
    nextTryAt: null,
  },
  {
    id: id(52),
    item: { ...VERDICT, id: id(52), verdict: 'recycled', until: '2027-01-01', madeAt: before(DAY) },
    lead: 'Zoë 🦄 <b>Blohm</b>',
    state: 'attention',
    message:
      'The store does not know this reason any more. Open the lead and say it again with another one.',
    nextTryAt: null,
  },
];

/** A browser that was without its store for very long; the last one needs somebody. */
export const MANY: OutboxItemView[] = Array.from({ length: 10_000 }, (_, place) => ({
  id: id(1000 + place),
  item: { ...VERDICT, id: id(1000 + place) },
  lead: `Lead ${place + 1}`,
  state: place === 9_999 ? 'attention' : 'waiting',
  message: null,
  nextTryAt: null,
}));

const WHY =
  'kim@elsewhere.example is not in this team. Ask an admin to invite this address, or sign on with another account.';

const DEVICES = [
  { label: 'Chrome on Linux', lastSeenAt: before(0), current: true },
  { label: 'Firefox on Windows', lastSeenAt: before(3 * DAY), current: false },
  { label: 'Edge on Mac OS', lastSeenAt: null, current: false },
].map((device, place) => ({ ...device, deviceId: id(90 + place), createdAt: before(20 * DAY) }));

/** The options page with everything in it, but for what is said otherwise. */
export function optionsBooth(over: Partial<OptionsPageProps>) {
  return (
    <OptionsPage
      connection={{
        is: 'connected',
        store: 'https://truce.example.com',
        member: MEMBER,
        devices: DEVICES,
      }}
      {...crmProps()}
      stored={{ leads: 214, bytes: 1_840_000, oldestAt: NOW - 6 * DAY }}
      outbox={[]}
      version="0.1.0"
      now={NOW}
      place={PLACE}
      onConnect={saved('onConnect')}
      onAskProvider={async ({ store }) =>
        done({ provider: store.includes('sign-on') ? { name: 'Acme ID' } : null })
      }
      onSignOn={saved('onSignOn')}
      onLetGo={saved('onLetGo')}
      onDisconnect={saved('onDisconnect')}
      onForgetLeads={saved('onForgetLeads')}
      onForgetAll={saved('onForgetAll')}
      looks={{
        home: 'page',
        lists: [
          { crm: 'hubspot', name: 'HubSpot', on: true },
          { crm: 'pipedrive', name: 'Pipedrive', on: false },
        ],
        notices: { on: true, names: false },
      }}
      onHome={saved('onHome')}
      onLists={(crm, on) => saved('onLists')({ crm, on })}
      onNotices={saved('onNotices')}
      keys={[
        { name: 'toggle', does: 'Open or close the sidebar', key: 'Alt+Shift+T' },
        { name: 'accept', does: 'Accept the lead on this page', key: '' },
      ]}
      canOpenKeys
      onOpenKeys={noted('onOpenKeys')}
      sample="?screen=panel-sample"
      browser="chromium"
      onRetryItem={saved('onRetryItem')}
      onRetryAll={saved('onRetryAll')}
      onSaveOutbox={noted('onSaveOutbox')}
      onDropItem={saved('onDropItem')}
      onOpenReview={noted('onOpenReview')}
      onOpenStore={noted('onOpenStore')}
      alone={false}
      {...over}
    />
  );
}

export const optionsScreens: Screens = {
  'options-admin': () =>
    optionsBooth({
      alone: true,
      connection: {
        is: 'connected',
        store: 'https://truce.example.com',
        member: { ...MEMBER, role: 'admin' },
        devices: [],
      },
    }),
  'options-first': () =>
    optionsBooth({
      connection: { is: 'none', store: '' },
      ...crmProps({ on: [], sites: [] }),
      stored: { leads: 0, bytes: null, oldestAt: null },
    }),
  'options-no-crm': () =>
    optionsBooth({
      ...crmProps({ on: [], sites: [] }),
      looks: { home: 'panel', lists: [], notices: { on: false, names: false } },
      keys: [],
    }),
  'options-firefox': () => optionsBooth({ browser: 'firefox', canOpenKeys: false }),
  'options-sign-on': () =>
    optionsBooth({ connection: { is: 'none', store: 'https://sign-on.truce.example.com' } }),
  'options-invited': () =>
    optionsBooth({
      connection: {
        is: 'none',
        store: `https://truce.example.com/invite#${'Xq7_'.repeat(11).slice(1)}`,
      },
    }),
  'options-refused': () =>
    optionsBooth({
      connection: { is: 'none', store: 'https://sign-on.truce.example.com', refused: true },
      onSignOn: async () => failed('not-allowed', 'You were not signed on', WHY),
      outbox: WAITING,
    }),
  'options-connected': () => optionsBooth({ outbox: WAITING }),
  'options-many': () => optionsBooth({ outbox: MANY }),
  'options-sent': () => optionsBooth({}),
  'options-managed': () =>
    optionsBooth({
      connection: { is: 'none', store: 'https://truce.example.com' },
      managed: {
        set: [
          { key: 'store', value: 'https://truce.example.com' },
          { key: 'signOn', value: 'silent' },
          { key: 'clouds', value: 'hubspot, salesforce' },
          { key: 'notes', value: 'off' },
        ],
        wrong: [
          { key: 'sites', entry: 2, known: 'sites' },
          { key: 'stores', entry: null, known: null },
        ],
        problem: OFFLINE,
      },
    }),
};
