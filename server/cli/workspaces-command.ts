/** `workspaces`: which teams are in this store, one more, or another code for a team that nobody has come into. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Result } from '../../lib/contract/problem.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';
import { withDatabase } from './open.ts';
import { type AddedWorkspace, addWorkspace, listWorkspaces, newCodeFor } from './workspaces.ts';

export async function workspacesCommand(args: readonly string[], io: Io): Promise<number> {
  const [verb = 'list', ...rest] = args;
  const named = rest.join(' ');
  const isKnown = verb === 'list' ? named === '' : /^(?:add|code)$/.test(verb) && named !== '';
  if (!isKnown) {
    say(io.err, '“workspaces” is followed by “list”, “add NAME” or “code ID”.');
    return EXIT.setting;
  }
  return withDatabase(io, async ({ db }) => {
    const needs = { db, now: Date.now, newId: randomUUID, randomBytes };
    if (verb === 'add') return told(await addWorkspace(needs, named), io);
    if (verb === 'code') return told(await newCodeFor(needs, named), io);
    for (const { id, name, members, admins } of await listWorkspaces(needs)) {
      say(io.out, `${id}  ${name}: ${members} members, ${admins} of them admins`);
    }
    return EXIT.done;
  });
}

function told(added: Result<AddedWorkspace>, io: Io): number {
  if (!added.ok) {
    say(io.err, `${added.problem.title}. ${added.problem.detail}`);
    return EXIT.unexpected;
  }
  const { id, name, code } = added.value;
  say(io.out, `${id}  ${name}`);
  say(
    io.out,
    `To connect its first person, enter ${code} in the extension's options within ten minutes.`,
  );
  return EXIT.done;
}
