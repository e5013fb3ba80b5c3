/** `export`: leads, events, feedback or definitions into a file, or to whatever reads what this writes. */

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { exportFormat, exportLines, exportWhat } from '../export/lines.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';
import { withDatabase } from './open.ts';
import { listWorkspaces } from './workspaces.ts';

const USAGE =
  'Use: export leads|events|feedback|definitions [--format csv|ndjson] [--out FILE] [--workspace ID]';

/** `export events --format ndjson --out events.ndjson`; without a workspace the only one, or the first that was set up. */
export async function exportCommand(args: readonly string[], io: Io): Promise<number> {
  const asked = read(args);
  if (typeof asked === 'string') {
    say(io.err, asked);
    return EXIT.setting;
  }
  const { what, format, out, workspace } = asked;
  return withDatabase(io, async ({ db }) => {
    const wsId = await workspaceOf(db, workspace);
    if (wsId === null) {
      say(io.err, 'There is no such workspace; “workspaces” lists them.');
      return EXIT.setting;
    }
    const deed = {
      wsId,
      memberId: null,
      action: 'data.exported' as const,
      what: `${what} (${format})`,
    };
    await writeDown(db, { now: Date.now, newId: randomUUID }, deed);
    let bytes = 0;
    const lines = async function* () {
      for await (const piece of exportLines(db, wsId, what, format)) {
        io.stopping.throwIfAborted();
        bytes += Buffer.byteLength(piece);
        yield piece;
      }
    };
    await pipeline(Readable.from(lines()), out === null ? kept(io.out) : createWriteStream(out));
    if (out !== null) say(io.err, `${out}: ${(bytes / 1e6).toFixed(1)} MB.`);
    return EXIT.done;
  });
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'ndjson' },
        out: { type: 'string' },
        workspace: { type: 'string' },
      },
    });
    const what = exportWhat.safeParse(positionals[0]);
    const format = exportFormat.safeParse(values.format);
    if (!what.success || !format.success || positionals.length > 1) return USAGE;
    const { out = null, workspace = null } = values;
    return { what: what.data, format: format.data, out, workspace };
  } catch {
    return USAGE;
  }
}

async function workspaceOf(db: Db, given: string | null): Promise<string | null> {
  const all = await listWorkspaces({ db });
  const found =
    given === null ? all[0] : all.find(({ id, name }) => id === given || name === given);
  return found?.id ?? null;
}

/** What the process goes on to use must not be closed by the end of a pipe. */
function kept(to: Writable): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      if (to.write(chunk)) done();
      else to.once('drain', () => done());
    },
  });
}
