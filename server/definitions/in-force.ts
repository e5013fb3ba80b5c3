/** The next version, from now on for every lead. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Rescoring } from '../../lib/contract/learning.ts';
import type { AuditAction } from '../../lib/contract/people.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { announce } from '../hooks/tell.ts';
import type { Store } from '../http/context.ts';
import { beginRescoring, rescoringOf } from '../leads/rescoring.ts';
import { closeDrafts } from './drafts.ts';

export interface NextVersion {
  wsId: string;
  /** Who puts it in force. */
  memberId: string;
  action: AuditAction;
  /** With its own version number. */
  definition: LeadDefinition;
  /** The version it goes back to; null when it is a new one. */
  backTo: number | null;
}

/**
 * Scores follow in the background; what is ingested from now on is scored by the new version at once. The caller holds the
 * workspace, and tells whoever waits for changes when all is written.
 */
export async function putInForce(
  tx: Db,
  store: Store,
  { wsId, memberId, action, definition, backTo }: NextVersion,
): Promise<Rescoring> {
  const { version } = definition;
  const now = store.now();
  await tx
    .insertInto('definition')
    .values({
      ws_id: wsId,
      version,
      body: toJson(definition),
      created_at: new Date(now),
      published_by: memberId,
      back_to: backTo,
    })
    .execute();
  const news = { kind: 'definition', leadId: null, rev: version, subject: `${version}` } as const;
  await announce(tx, wsId, news, now);
  const back = backTo === null ? '' : `, as version ${backTo} was`;
  const what = `${definition.name}, version ${version}${back}`;
  await writeDown(tx, store, { wsId, memberId, action, what });
  await closeDrafts(tx, wsId, now);
  await beginRescoring(tx, wsId, version, now);
  const rescoring = await rescoringOf(tx, wsId, version);
  if (!rescoring) throw new Error('A rescoring that was just begun is not there.');
  return rescoring;
}
