/**
 * components/store: the page “Your store”, from which marketing and administrators run it.
 *
 * In: who asks, one `Loaded` value per room, and callbacks that resolve to results. Out: what the person wants changed.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { Hook, HookAnswer, HookChange, HookRequest } from '../../lib/contract/hooks.ts';
import type { ByEmailAnswer, MergePage } from '../../lib/contract/identity.ts';
import type {
  ColumnMapping,
  ImportJob,
  SavedMapping,
  TryRequest,
} from '../../lib/contract/imports.ts';
import type {
  AuditEntry,
  InviteAnswer,
  InviteRequest,
  TeamAnswer,
} from '../../lib/contract/people.ts';
import type {
  EraseAnswer,
  PersonAnswer,
  Retention,
  RetentionAnswer,
} from '../../lib/contract/privacy.ts';
import type { Problem, Result } from '../../lib/contract/problem.ts';
import type {
  RefusedInput,
  ReplayAnswer,
  Source,
  SourceAnswer,
  SourceChange,
  SourceRequest,
} from '../../lib/contract/sources.ts';
import type { Role } from '../../lib/contract/words.ts';
import type { Place, Saving } from '../ui/views.ts';

/** Something the store was asked for. */
export type Loaded<T> =
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | { is: 'here'; value: T; problem: Problem | null };

/** A list that comes in pages. */
export type Pages<T> = { lines: T[]; more: boolean; loadingMore: boolean };

/** Rooms of the page; in the address after `#`. */
export const STORE_ROOMS = [
  'people',
  'sources',
  'imports',
  'merges',
  'privacy',
  'hooks',
  'audit',
] as const;
export type StoreRoom = (typeof STORE_ROOMS)[number];

type Refresh = { onRefresh: () => void };

/** What every room is given by the page. */
export type Common = { member: Member; store: string; now: number; place: Place };

export type PeopleProps = Refresh & {
  state: Loaded<TeamAnswer>;
  onInvite: (said: InviteRequest) => Promise<Result<InviteAnswer>>;
  onRevokeInvite: (inviteId: string) => Saving;
  onChangeRole: (memberId: string, role: Role) => Saving;
  onRemoveMember: (memberId: string) => Saving;
  onRevokeDevice: (deviceId: string) => Saving;
};

export type SourcesProps = Refresh & {
  state: Loaded<Source[]>;
  refused: Loaded<Pages<RefusedInput>>;
  onAdd: (said: SourceRequest) => Promise<Result<SourceAnswer>>;
  onChange: (sourceId: string, said: SourceChange) => Saving;
  onRevoke: (sourceId: string) => Saving;
  onReplay: (intakeId: string) => Promise<Result<ReplayAnswer>>;
  onDropRefused: (intakeId: string) => Saving;
  onMoreRefused: () => void;
};

export type ImportsProps = Refresh & {
  state: Loaded<ImportJob[]>;
  mappings: SavedMapping[];
  /** A file on its way to the store, in bytes. */
  upload: { name: string; sent: number; total: number } | null;
  onFile: (file: File) => Saving;
  onStopSending: () => void;
  onTry: (importId: string, how: TryRequest) => Saving;
  onStart: (importId: string) => Saving;
  onStop: (importId: string) => Saving;
  onForget: (importId: string) => Saving;
  /** Gives the person the file of refused rows. */
  onSaveRefused: (job: ImportJob) => Saving;
  onSaveMapping: (said: { name: string; mapping: ColumnMapping }) => Saving;
  onDropMapping: (mappingId: string) => Saving;
};

export type MergesProps = Refresh & {
  state: Loaded<Pages<MergePage['merges'][number]>>;
  onMore: () => void;
  onUndo: (mergeId: string) => Saving;
  onFind: (email: string) => Promise<Result<ByEmailAnswer>>;
  onMerge: (leadId: string, other: string) => Saving;
};

export type PrivacyProps = Refresh & {
  /** How long things are kept. */
  state: Loaded<RetentionAnswer>;
  onFind: (email: string) => Promise<Result<PersonAnswer>>;
  /** Gives the person everything that is kept, as a file. */
  onExport: (person: { leadId: string; email: string }) => Saving;
  onErase: (leadId: string, email: string) => Promise<Result<EraseAnswer>>;
  onKeepFor: (days: Retention['days']) => Saving;
};

export type HooksProps = Refresh & {
  state: Loaded<Hook[]>;
  onAdd: (said: HookRequest) => Promise<Result<HookAnswer>>;
  onChange: (hookId: string, said: HookChange) => Saving;
  onRemove: (hookId: string) => Saving;
  onTest: (hookId: string) => Saving;
  onAgain: (hookId: string, deliveryId: string) => Saving;
};

export type AuditProps = Refresh & {
  state: Loaded<Pages<AuditEntry>>;
  onMore: () => void;
};

export type StorePageProps = {
  /** Undefined while it is read, null when this browser is not connected. */
  connection: { store: string; member: Member } | null | undefined;
  room: StoreRoom;
  people: PeopleProps;
  sources: SourcesProps;
  imports: ImportsProps;
  merges: MergesProps;
  privacy: PrivacyProps;
  hooks: HooksProps;
  audit: AuditProps;
  onConnect: () => void;
  /** Milliseconds; tick every half minute. */
  now: number;
  place?: Place;
};
