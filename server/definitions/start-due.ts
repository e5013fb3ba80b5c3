/** Drafts that both sides have signed, and that wait for a day: the background work puts them in force when it has begun. */
import type { AgreedDraft } from '../../lib/contract/agreement.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { currentDefinition } from '../leads/definition.ts';
import { missingSides, openAgreed } from './agreed.ts';
import { callOff } from './call-off.ts';
import { closeDrafts, openRow } from './drafts.ts';
import { putInForce } from './in-force.ts';
import { lockWorkspace } from './lock.ts';
import { signedOff } from './publish.ts';

/** @returns whether a version came into force */
export async function startDue(store: Store, wsId: string): Promise<boolean> {
  // Asked every few seconds, so without the lock first.
  if (!(await isDue(store.db, wsId, store.now()))) return false;
  const started = await inTransaction(store.db, (tx) => startedIn(tx, store, wsId));
  if (started) store.watch.told(wsId);
  return started;
}

/** Asked again under the lock: another process, or somebody at the desk, may have been first. */
async function startedIn(tx: Db, store: Store, wsId: string): Promise<boolean> {
  await lockWorkspace(tx, wsId);
  const by = await isDue(tx, wsId, store.now());
  const draft = await openAgreed(tx, wsId);
  if (!by || !draft) return false;
  const { version } = await currentDefinition(tx, wsId);
  const why = obstacle(draft, version);
  if (why === null) {
    const definition = signedOff(draft);
    await putInForce(tx, store, {
      wsId,
      memberId: by,
      action: 'definition.published',
      definition,
      backTo: null,
    });
    return true;
  }
  await callOff(tx, store, { wsId, member: null }, draft, why);
  // Made from a version that is past: nothing more can come of it.
  if (draft.basedOn !== version) await closeDrafts(tx, wsId, store.now(), draft.draftId);
  return false;
}

/** @returns who put it in force ahead of its day, if that has begun; else null */
async function isDue(db: Db, wsId: string, now: number): Promise<string | null> {
  const row = await openRow(db, wsId);
  const hasCome = row?.starts_at != null && row.starts_at.getTime() <= now;
  return hasCome ? row.scheduled_by : null;
}

function obstacle(draft: AgreedDraft, current: number): string | null {
  if (draft.basedOn !== current) return `version ${current} is in force by now`;
  const [missing] = missingSides(draft);
  return missing ? `the signature of ${missing} does not count any more` : null;
}
