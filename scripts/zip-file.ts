/** Zip files that depend on nothing but what is in them: no times, no order of a disk, no compressor of some version. */
import { crc32 } from 'node:zlib';

/** The first day that zip knows; readers show it, and nobody minds. */
const DAY = (1 << 5) | 1;
const MADE_BY = 20;
/** File names are UTF-8. */
const FLAGS = 0x0800;
/** Lengths of what stands before a file, before its line in the index, and at the end. */
const FILE_HEAD = 30;
const INDEX_HEAD = 46;
const END_LENGTH = 22;

/**
 * @param files contents by path, with `/` between folders
 * @returns the bytes of a zip file, uncompressed: stores of extensions compress by themselves
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) ?? new Uint8Array();
    const name = Buffer.from(path, 'utf8');
    const known = aboutFile(content, name.length);
    const head = Buffer.concat([uint32(0x04034b50), known, name]);
    bodies.push(head, Buffer.from(content));
    const rest = Buffer.concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(at)]);
    index.push(Buffer.concat([uint32(0x02014b50), uint16(MADE_BY), known, rest, name]));
    at += head.length + content.length;
  }
  const list = Buffer.concat(index);
  const count = uint16(files.size);
  const end = [uint32(0x06054b50), uint16(0), uint16(0), count, count];
  return Buffer.concat([...bodies, list, ...end, uint32(list.length), uint32(at), uint16(0)]);
}

/**
 * @param zip a zip file of ours: uncompressed, without a comment at its end
 * @returns contents by path. @throws when it is none, or a file in it is not what its sum says
 */
export function filesOf(zip: Buffer): Map<string, Uint8Array> {
  const end = zip.length - END_LENGTH;
  if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50)
    throw new Error('This is no zip file of ours.');
  const files = new Map<string, Uint8Array>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [sum, length] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)];
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + INDEX_HEAD, at + INDEX_HEAD + nameLength);
    const from = zip.readUInt32LE(at + 42) + FILE_HEAD + nameLength;
    const content = zip.subarray(from, from + length);
    if (crc32(content) !== sum) throw new Error(`${name} is damaged in this zip file.`);
    files.set(name, content);
    at += INDEX_HEAD + nameLength;
  }
  return files;
}

/** What both the file's own head and the index say of it. */
function aboutFile(content: Uint8Array, nameLength: number): Buffer {
  return Buffer.concat([
    ...[MADE_BY, FLAGS, 0, 0, DAY].map(uint16),
    ...[crc32(content), content.length, content.length].map(uint32),
    uint16(nameLength),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
