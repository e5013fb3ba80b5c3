/** The rooms of the page, opened once. */

import { hooksRoom } from '../../lib/admin/hooks.ts';
import { importsRoom } from '../../lib/admin/imports.ts';
import { openStorePage } from '../../lib/admin/page.ts';
import { auditRoom, peopleRoom } from '../../lib/admin/people.ts';
import { mergesRoom, privacyRoom } from '../../lib/admin/persons.ts';
import { sourcesRoom } from '../../lib/admin/sources.ts';
import type { ImportJob } from '../../lib/contract/imports.ts';
import { done, type Result } from '../../lib/contract/problem.ts';
import { saveBlob } from './files.ts';
import { roomNow } from './use-store-room.ts';

export const page = openStorePage();
const { call } = page;

const inFront = (room: ReturnType<typeof roomNow>) => () =>
  document.visibilityState === 'visible' && roomNow() === room;

export const rooms = {
  people: peopleRoom(call),
  sources: sourcesRoom(call),
  imports: importsRoom({ call, watched: inFront('imports') }),
  merges: mergesRoom(call),
  privacy: privacyRoom(call),
  hooks: hooksRoom({ call, watched: inFront('hooks') }),
  audit: auditRoom(call),
};

/** Gives the person the file, once the store has given it to us. */
async function saved(name: string, file: Promise<Result<Blob>>): Promise<Result<null>> {
  const answer = await file;
  if (!answer.ok) return answer;
  saveBlob(name, answer.value);
  return done(null);
}

export const saveRefused = ({ importId, fileName }: ImportJob) =>
  saved(
    `refused-${fileName.replace(/\.(gz|zip)$/i, '').replace(/\.[^.]*$/, '')}.csv`,
    rooms.imports.refusedRows(importId),
  );

export const savePerson = ({ leadId, email }: { leadId: string; email: string }) =>
  saved(`truce-${email}.json`, rooms.privacy.person(leadId));

// Somebody else is connected now, or nobody: what the one before saw is not for them.
let before: string | null = null;
page.connection.subscribe(() => {
  const connection = page.connection.get();
  const now = connection ? `${connection.store} ${connection.member.memberId}` : null;
  if (now === before) return;
  before = now;
  for (const room of Object.values(rooms)) room.clear();
});
