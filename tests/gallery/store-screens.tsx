import type { StoreRoom } from '../../components/store/props.ts';
import type { ImportJob } from '../../lib/contract/imports.ts';
import { OFFLINE } from './fixtures.ts';
import { ADMIN, MEMBER, REP } from './members.ts';
import { pages, StoreBooth } from './StoreBooth.tsx';
import type { Pressed, Screens } from './screens.tsx';
import { HOOKS, JOBS, ODD_SOURCES, REFUSED, SOURCES } from './store-data.ts';
import { ALONE, AUDIT, ERASED, MERGES, ODD_NAMES, RETENTION, TEAM } from './store-people.ts';

type Over = NonNullable<Parameters<typeof StoreBooth>[0]['over']>;

const booth =
  (room: StoreRoom, over: Over = {}) =>
  () => <StoreBooth room={room} over={over} />;
const as = (member: typeof MEMBER) => ({
  connection: { store: 'https://truce.example.com', member },
});
const here = <T,>(value: T) => ({ is: 'here' as const, value, problem: null });
const stale = <T,>(value: T) => ({ is: 'here' as const, value, problem: OFFLINE });
const loading = { is: 'loading' as const };
const broken = { is: 'problem' as const, problem: OFFLINE, retrying: false };
const jobs = (...all: ImportJob[]) => booth('imports', { imports: { state: here(all) } });

export const storeScreens: Screens = {
  'store-people': booth('people'),
  'store-people-alone': booth('people', { people: { state: here(ALONE) } }),
  'store-people-odd': booth('people', { people: { state: here(ODD_NAMES) } }),
  'store-people-stale': booth('people', { people: { state: stale(TEAM) } }),
  'store-sources': booth('sources'),
  'store-sources-marketer': booth('sources', as(MEMBER)),
  'store-sources-none': booth('sources', { sources: { state: here([]), refused: pages([]) } }),
  'store-sources-odd': booth('sources', { sources: { state: here(ODD_SOURCES) } }),
  'store-sources-half': booth('sources', { sources: { state: here(SOURCES), refused: broken } }),
  'store-imports': booth('imports'),
  'store-imports-none': jobs(),
  'store-imports-sending': booth('imports', {
    imports: { upload: { name: 'hubspot-contacts.csv', sent: 12_400_000, total: 98_214_000 } },
  }),
  'store-imports-receiving': jobs(JOBS.receiving),
  'store-imports-tried': jobs(JOBS.tried, JOBS.done),
  'store-imports-unknown': jobs(JOBS.unknown),
  'store-imports-mapped': jobs(JOBS.mapped),
  'store-imports-nothing': jobs(JOBS.nothing),
  'store-imports-running': jobs(JOBS.running, JOBS.waiting, JOBS.done),
  'store-imports-stopped': jobs(JOBS.stopped, JOBS.failed),
  'store-merges': booth('merges', as(MEMBER)),
  'store-merges-none': booth('merges', { merges: { state: pages(MERGES.slice(0, 0)) } }),
  'store-privacy': booth('privacy'),
  'store-privacy-calm': booth('privacy', {
    privacy: { state: here({ ...RETENTION, due: 0, sweptAt: null }) },
  }),
  'store-privacy-much': booth('privacy', {
    privacy: { state: here({ ...RETENTION, due: 10_000, atLeast: true }) },
  }),
  'store-privacy-was-erased': booth('privacy', {
    privacy: { onFind: async () => ({ ok: true, value: ERASED }) },
  }),
  'store-hooks': booth('hooks'),
  'store-hooks-none': booth('hooks', { hooks: { state: here(HOOKS.slice(0, 0)) } }),
  'store-audit': booth('audit'),
  'store-audit-none': booth('audit', { audit: { state: pages(AUDIT.slice(0, 0)) } }),
  'store-loading': booth('people', { people: { state: loading } }),
  'store-problem': booth('sources', { sources: { state: broken, refused: pages(REFUSED) } }),
  'store-unconnected': booth('people', { connection: null }),
  'store-opening': booth('people', { connection: undefined }),
  'store-not-admin': booth('people', as(MEMBER)),
  'store-not-marketer': booth('sources', as(REP)),
  'store-admin-alone': booth('audit', as({ ...ADMIN, name: 'نورة العبدالله' })),
};

export const STORE_PRESSED: Record<string, Pressed> = {
  'store-people-inviting': { from: 'store-people', press: ['[data-action="invite"]'] },
  'store-people-link': {
    from: 'store-people',
    press: ['[data-action="invite"]'],
    after: { type: { person: 'Aisha Bello' }, press: ['[data-action="make-invite"]'] },
  },
  'store-people-code': {
    from: 'store-people',
    press: ['[data-action="invite"]', '[value="code"]'],
    after: { type: { person: 'نورة العبدالله' }, press: ['[data-action="make-invite"]'] },
  },
  'store-people-nobody': {
    from: 'store-people',
    press: ['[data-action="invite"]', '[data-action="make-invite"]'],
  },
  'store-people-removing': {
    from: 'store-people',
    press: ['[data-member]:nth-child(3) [data-action="remove-member"]'],
  },
  'store-people-revoked': {
    from: 'store-people',
    press: ['[data-member]:nth-child(3) [data-action="revoke-device"]'],
  },
  'store-sources-adding': {
    from: 'store-sources',
    press: ['[data-action="add-source"]', '[value="hubspot"]'],
  },
  'store-sources-given': {
    from: 'store-sources-none',
    press: ['[data-action="add-source"]', '[value="segment"]', '[data-action="make-source"]'],
  },
  'store-sources-theirs': {
    from: 'store-sources-none',
    press: ['[data-action="add-source"]', '[value="sendgrid"]', '[data-action="make-source"]'],
  },
  'store-sources-set-up': {
    from: 'store-sources',
    press: ['[data-source]:nth-child(2) [data-action="open-source"]'],
  },
  'store-sources-again': { from: 'store-sources', press: ['[data-action="replay"]'] },
  'store-imports-otherwise': {
    from: 'store-imports-mapped',
    press: ['[data-action="edit-mapping"]'],
  },
  'store-imports-columns': { from: 'store-imports-mapped', press: ['summary'] },
  'store-merges-joining': { from: 'store-merges', press: ['[data-action="join"]'] },
  'store-merges-pair': {
    from: 'store-merges',
    press: ['[data-action="join"]'],
    after: {
      type: { kept: 'elena@northgate.example', other: 'e.p@northgate.example' },
      press: ['[data-action="look-up"]'],
    },
  },
  'store-merges-apart': { from: 'store-merges', press: ['[data-action="undo-merge"]'] },
  'store-privacy-found': {
    from: 'store-privacy',
    type: { 'person-email': 'gordon@shanahan.example' },
    press: ['[data-action="find-person"]'],
  },
  'store-privacy-erasing': {
    from: 'store-privacy',
    type: { 'person-email': 'gordon@shanahan.example' },
    press: ['[data-action="find-person"]', '[data-action="erase-person"]'],
  },
  'store-privacy-gone': {
    from: 'store-privacy-was-erased',
    type: { 'person-email': 'gordon@shanahan.example' },
    press: ['[data-action="find-person"]'],
  },
  'store-hooks-adding': { from: 'store-hooks-none', press: ['[data-action="add-hook"]'] },
  'store-hooks-given': {
    from: 'store-hooks-none',
    press: ['[data-action="add-hook"]'],
    after: {
      type: { 'hook-url': 'https://tools.example/hooks/truce' },
      press: ['[data-action="make-hook"]'],
    },
  },
  'store-hooks-editing': { from: 'store-hooks', press: ['[data-action="edit-hook"]'] },
  'store-hooks-off': { from: 'store-hooks', press: ['[data-action="switch-hook"]'] },
};
