/** What an import from the command line is about. */
import { createReadStream } from 'node:fs';
import type { TryRequest } from '../../lib/contract/imports.ts';

/** What was typed, understood. */
export interface Wanted {
  path: string;
  name: string;
  bytes: number;
  /** Null: as the columns say. */
  as: TryRequest | null;
  dryRun: boolean;
  /** Id or name; null: the only one there is. */
  workspace: string | null;
}

/** @returns the bytes of the file, a piece at a time */
export function bytesOf({ path }: Wanted): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}
