import type { StorePageProps, StoreRoom } from '../../components/store/props.ts';
import { StorePage } from '../../components/store/StorePage.tsx';
import { done } from '../../lib/contract/problem.ts';
import { ADMIN } from './members.ts';
import { id, NOW, PLACE } from './moment.ts';
import { HOOKS, JOBS, MAPPINGS, REFUSED, SOURCES } from './store-data.ts';
import { AUDIT, MERGES, PERSON, RETENTION, TEAM } from './store-people.ts';
import { noted, saved } from './stub.ts';

type Props = {
  room: StoreRoom;
  over?: {
    [Room in StoreRoom]?: Partial<StorePageProps[Room]>;
  } & { connection?: StorePageProps['connection'] };
};

const STORE = 'https://truce.example.com';
const here = <T,>(value: T) => ({ is: 'here' as const, value, problem: null });
export const pages = <T,>(lines: T[], more = false) => here({ lines, more, loadingMore: false });
const asked =
  <T,>(name: string, value: T) =>
  async (...said: unknown[]) => {
    window.calls.push({ name, said: said.length === 1 ? said[0] : said });
    return done(value);
  };

/** The page with everything in it, but for what is said otherwise. */
export function StoreBooth({ room, over = {} }: Props) {
  return (
    <StorePage
      connection={'connection' in over ? over.connection : { store: STORE, member: ADMIN }}
      room={room}
      now={NOW}
      place={PLACE}
      onConnect={noted('onConnect')}
      people={{
        state: here(TEAM),
        onRefresh: noted('onRefresh'),
        onInvite: async (said) => {
          window.calls.push({ name: 'onInvite', said });
          const link = said.kind === 'link';
          return done({
            inviteId: id(99),
            code: link ? 'k'.repeat(43) : '7K3M-QX2P',
            link: link ? `${STORE}/invite#${'k3Yq8Zt1'.repeat(5)}` : null,
            expiresAt: new Date(NOW + 600_000).toISOString(),
          });
        },
        onRevokeInvite: saved('onRevokeInvite'),
        onChangeRole: asked('onChangeRole', null),
        onRemoveMember: saved('onRemoveMember'),
        onRevokeDevice: saved('onRevokeDevice'),
        ...over.people,
      }}
      sources={{
        state: here(SOURCES),
        refused: pages(REFUSED, true),
        onRefresh: noted('onRefresh'),
        onAdd: async (said) => {
          window.calls.push({ name: 'onAdd', said });
          const key = said.kind === 'segment';
          return done({
            sourceId: id(599),
            writeKey: key ? 'wk_2Zr8gqkT1XvYp0aJm4Ls9Qd7' : null,
            secret: said.kind === 'mautic' ? 'c5d2b7e19f' : null,
            address: key ? STORE : `${STORE}/hooks/${said.kind}/${id(599)}`,
          });
        },
        onChange: asked('onChange', null),
        onRevoke: saved('onRevoke'),
        onReplay: asked('onReplay', { kept: 0, refused: 'The signature does not fit.' }),
        onDropRefused: saved('onDropRefused'),
        onMoreRefused: noted('onMoreRefused'),
        ...over.sources,
      }}
      imports={{
        state: here([JOBS.done, JOBS.doneLong]),
        mappings: MAPPINGS,
        upload: null,
        onRefresh: noted('onRefresh'),
        onFile: async (file) => saved('onFile')(file.name),
        onStopSending: noted('onStopSending'),
        onTry: asked('onTry', null),
        onStart: saved('onStart'),
        onStop: saved('onStop'),
        onForget: saved('onForget'),
        onSaveRefused: async (job) => saved('onSaveRefused')(job.importId),
        onSaveMapping: saved('onSaveMapping'),
        onDropMapping: saved('onDropMapping'),
        ...over.imports,
      }}
      merges={{
        state: pages(MERGES, true),
        onRefresh: noted('onRefresh'),
        onMore: noted('onMore'),
        onUndo: saved('onUndo'),
        onFind: async (email) => {
          window.calls.push({ name: 'onFind', said: email });
          const known = { leadId: id(email.length), name: `Somebody at ${email}`, company: null };
          return done({ lead: email.includes('nobody') ? null : known });
        },
        onMerge: asked('onMerge', null),
        ...over.merges,
      }}
      privacy={{
        state: here(RETENTION),
        onRefresh: noted('onRefresh'),
        onFind: asked('onFind', PERSON),
        onExport: saved('onExport'),
        onErase: asked('onErase', {
          events: 214,
          feedback: 3,
          erasedAt: new Date(NOW).toISOString(),
        }),
        onKeepFor: saved('onKeepFor'),
        ...over.privacy,
      }}
      hooks={{
        state: here(HOOKS),
        onRefresh: noted('onRefresh'),
        onAdd: asked('onAdd', {
          hookId: id(299),
          secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
        }),
        onChange: asked('onChange', null),
        onRemove: saved('onRemove'),
        onTest: saved('onTest'),
        onAgain: asked('onAgain', null),
        ...over.hooks,
      }}
      audit={{
        state: pages(AUDIT, true),
        onRefresh: noted('onRefresh'),
        onMore: noted('onMore'),
        ...over.audit,
      }}
    />
  );
}
