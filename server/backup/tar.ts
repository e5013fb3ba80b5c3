/**
 * server/backup: copies of the embedded database, made while it serves, and the way back.
 *
 * In: the data folder and the one connection to it. Out: one file `truce-….tar.gz`, whole or recognised as not: its last
 * entry lists every file with its checksum. PostgreSQL servers have means of their own (docs/deploy.md).
 *
 * This file: just enough of the tar format (POSIX ustar) that any `tar` reads what is written here.
 */
import type { Readable } from 'node:stream';

const BLOCK = 512;

export interface Entry {
  /** `pg/base/5/2619`; a folder ends in `/`. */
  name: string;
  size: number;
}

/** @returns the 512 bytes that stand before a file or folder */
export function headerOf({ name, size }: Entry): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The path ${name} is too long for a backup.`);
  const header = Buffer.alloc(BLOCK);
  const isFolder = name.endsWith('/');
  header.write(name, 0);
  header.write(isFolder ? '0000700\0' : '0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(isFolder ? '5' : '0', 156);
  header.write('ustar\x0000', 257);
  // The sum is made with blanks in its own place.
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** @returns what fills the last block of a file */
export function paddingAfter(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** What stands at the end. */
export const END = Buffer.alloc(2 * BLOCK);

/**
 * Reads entries in their order. `take` is given each, and the pieces of its content, which it has to read to the end.
 * Throws when the file is not a tar file or stops in the middle.
 */
export async function readTar(
  from: Readable,
  take: (entry: Entry, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const bytes = new Bytes(from);
  for (;;) {
    const header = await bytes.exactly(BLOCK);
    if (header === null || header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    if (header.toString('latin1', 257, 262) !== 'ustar' || !Number.isSafeInteger(size)) {
      throw new Error('It is not a backup of a store.');
    }
    const name = header.toString('utf8', 0, header.indexOf(0));
    await take({ name, size }, bytes.pieces(size));
    await bytes.exactly(paddingAfter(size).length);
  }
}

class Bytes {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(from: Readable) {
    this.#chunks = from[Symbol.asyncIterator]();
  }

  /** @returns so many bytes, or null when there are none at all any more */
  async exactly(count: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for await (const piece of this.pieces(count, true)) parts.push(piece);
    const all = Buffer.concat(parts);
    if (all.length === count) return all;
    if (all.length === 0) return null;
    throw new Error('It stops in the middle.');
  }

  async *pieces(count: number, mayBeShort = false): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done) {
          if (mayBeShort) return;
          throw new Error('It stops in the middle.');
        }
        this.#rest = next.value;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}
