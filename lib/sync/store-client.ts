/** What the page “Your store” asks: people, sources, imports, merges, privacy, webhooks, the audit log. */
import * as z from 'zod/mini';
import { type HookChange, type HookRequest, hookAnswer, hookList } from '../contract/hooks.ts';
import { byEmailAnswer, mergePage } from '../contract/identity.ts';
import {
  type ColumnMapping,
  importJob,
  importList,
  mappingList,
  type TryRequest,
} from '../contract/imports.ts';
import { auditPage, type InviteRequest, inviteAnswer, team } from '../contract/people.ts';
import { eraseAnswer, personAnswer, type Retention, retentionAnswer } from '../contract/privacy.ts';
import {
  intakePage,
  replayAnswer,
  type SourceChange,
  type SourceRequest,
  sourceAnswer,
  sourceList,
} from '../contract/sources.ts';
import type { Role } from '../contract/words.ts';
import { saveFrom, type UploadWatch, upload } from './files.ts';
import { type Call, type ClientOptions, requested } from './request.ts';

export type StoreClient = ReturnType<typeof createStoreClient>;

/** For what is read again after it was changed: whatever the store answers to the change itself. */
const whatever = z.unknown();

/** @returns one function per request; none of them throws */
export function createStoreClient(options: ClientOptions) {
  const call = <T>(path: string, schema: z.ZodMiniType<T>, request: Call = {}) =>
    requested(options, path, schema, request);
  const drop = <T>(path: string, schema: z.ZodMiniType<T>) =>
    call(path, schema, { method: 'DELETE' });
  /** Oldest shown so far → the page after it. */
  const page = <T>(path: string, schema: z.ZodMiniType<T>, before: string | null) =>
    call(before ? `${path}?${new URLSearchParams({ before })}` : path, schema);

  return {
    team: () => call('/api/team', team),
    invite: (body: InviteRequest) => call('/api/invites', inviteAnswer, { body }),
    revokeInvite: (id: string) => drop(`/api/invites/${id}`, team),
    changeRole: (id: string, role: Role) =>
      call(`/api/members/${id}`, team, { method: 'PUT', body: { role } }),
    removeMember: (id: string) => drop(`/api/members/${id}`, team),
    revokeDevice: (id: string) => drop(`/api/devices/${id}`, team),
    audit: (before: string | null) => page('/api/audit', auditPage, before),

    sources: () => call('/api/sources', sourceList),
    addSource: (body: SourceRequest) => call('/api/sources', sourceAnswer, { body }),
    changeSource: (id: string, body: SourceChange) =>
      call(`/api/sources/${id}`, whatever, { method: 'PUT', body }),
    revokeSource: (id: string) => drop(`/api/sources/${id}`, whatever),
    intake: (before: string | null) => page('/api/intake', intakePage, before),
    replay: (id: string) => call(`/api/intake/${id}`, replayAnswer, { body: {} }),
    dropRefused: (id: string) => drop(`/api/intake/${id}`, whatever),

    imports: () => call('/api/imports', importList),
    sendFile: (file: File, watch: UploadWatch) =>
      upload(
        options,
        `/api/imports?${new URLSearchParams({ name: file.name })}`,
        file,
        importJob,
        watch,
      ),
    tryImport: (id: string, body: TryRequest) =>
      call(`/api/imports/${id}/try`, importJob, { body }),
    startImport: (id: string) => call(`/api/imports/${id}/start`, importJob, { body: {} }),
    stopImport: (id: string) => call(`/api/imports/${id}/stop`, importJob, { body: {} }),
    forgetImport: (id: string) => drop(`/api/imports/${id}`, whatever),
    refusedRows: (id: string) => saveFrom(options, `/api/imports/${id}/refused`),
    mappings: () => call('/api/mappings', mappingList),
    saveMapping: (body: { name: string; mapping: ColumnMapping }) =>
      call('/api/mappings', whatever, { body }),
    dropMapping: (id: string) => drop(`/api/mappings/${id}`, whatever),

    merges: (before: string | null) => page('/api/merges', mergePage, before),
    undoMerge: (id: string) => call(`/api/merges/${id}/undo`, whatever, { body: {} }),
    leadBy: (email: string) => call('/api/leads/by-email', byEmailAnswer, { body: { email } }),
    merge: (leadId: string, other: string) =>
      call(`/api/leads/${leadId}/merge`, whatever, { body: { other } }),

    findPerson: (email: string) => call('/api/privacy/find', personAnswer, { body: { email } }),
    person: (leadId: string) => saveFrom(options, `/api/privacy/people/${leadId}`),
    erase: (leadId: string, email: string) =>
      call('/api/privacy/erase', eraseAnswer, { body: { leadId, email } }),
    retention: () => call('/api/privacy/retention', retentionAnswer),
    keepFor: (days: Retention['days']) =>
      call('/api/privacy/retention', whatever, { method: 'PUT', body: { days } }),

    hooks: () => call('/api/hooks', hookList),
    addHook: (body: HookRequest) => call('/api/hooks', hookAnswer, { body }),
    changeHook: (id: string, body: HookChange) =>
      call(`/api/hooks/${id}`, whatever, { method: 'PUT', body }),
    removeHook: (id: string) => drop(`/api/hooks/${id}`, whatever),
    testHook: (id: string) => call(`/api/hooks/${id}/test`, whatever, { body: {} }),
    deliverAgain: (id: string, deliveryId: string) =>
      call(`/api/hooks/${id}/deliveries/${deliveryId}`, whatever, { body: {} }),
  };
}
