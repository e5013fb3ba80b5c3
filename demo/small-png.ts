/**
 * Makes a picture of a screen small enough for a repository: 256 colours, which is more than a calm screen has.
 *
 * In: a PNG as browsers write it (8 bits a channel, not interlaced). Out: the same, with a palette.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;
/** Colours that are this near to each other in each channel are one when there are too many. */
const NEAR = 8;

interface Picture {
  width: number;
  height: number;
  /** Red, green, blue of each point. */
  points: Uint8Array;
}

/** @throws when it is not such a picture */
export function smallPng(png: Uint8Array): Buffer {
  const picture = decode(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
  return encode(picture, paletteOf(picture));
}

function decode(png: Buffer): Picture {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG.');
  const parts = chunksOf(png);
  const head = parts.find(({ type }) => type === 'IHDR')?.data;
  if (!head) throw new Error('This PNG has no head.');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[head[9] ?? 0];
  if (head[8] !== 8 || !channels || head[12] !== 0) throw new Error('Not as browsers write it.');
  const raw = inflateSync(
    Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const rows = unfilter(raw, width * channels, height, channels);
  const points = new Uint8Array(width * height * 3);
  for (let point = 0; point < width * height; point++) {
    for (let of = 0; of < 3; of++) points[point * 3 + of] = rows[point * channels + of] ?? 0;
  }
  return { width, height, points };
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    parts.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return parts;
}

/** Each line of a PNG says how it was told from its neighbours. */
function unfilter(raw: Buffer, length: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(length * height);
  for (let row = 0; row < height; row++) {
    const how = raw[row * (length + 1)];
    for (let at = 0; at < length; at++) {
      const place = row * length + at;
      const left = at < channels ? 0 : (out[place - channels] ?? 0);
      const up = row === 0 ? 0 : (out[place - length] ?? 0);
      const corner = at < channels || row === 0 ? 0 : (out[place - length - channels] ?? 0);
      out[place] = (raw[row * (length + 1) + 1 + at] ?? 0) + foretold(how, left, up, corner);
    }
  }
  return out;
}

function foretold(how: number | undefined, left: number, up: number, corner: number): number {
  if (how === 1) return left;
  if (how === 2) return up;
  if (how === 3) return (left + up) >> 1;
  if (how !== 4) return 0;
  const sum = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(sum - each));
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0;
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

const colourAt = (points: Uint8Array, at: number): number =>
  ((points[at] ?? 0) << 16) | ((points[at + 1] ?? 0) << 8) | (points[at + 2] ?? 0);

const channelsOf = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

/** @returns the most frequent colours, none of them near another that is more frequent */
function paletteOf({ points }: Picture): number[] {
  const times = new Map<number, number>();
  for (let at = 0; at < points.length; at += 3) {
    const colour = colourAt(points, at);
    times.set(colour, (times.get(colour) ?? 0) + 1);
  }
  const all = [...times].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour);
  if (all.length <= COLOURS) return all;
  const kept: number[] = [];
  for (const colour of all) {
    if (kept.length === COLOURS) break;
    if (!kept.some((other) => apart(colour, other) < NEAR * NEAR)) kept.push(colour);
  }
  return kept;
}

function apart(one: number, other: number): number {
  const theirs = channelsOf(other);
  return channelsOf(one).reduce((sum, each, of) => sum + (each - (theirs[of] ?? 0)) ** 2, 0);
}

function encode({ width, height, points }: Picture, palette: number[]): Buffer {
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const placeOf = (colour: number): number => {
    const known = places.get(colour);
    if (known !== undefined) return known;
    let nearest = 0;
    for (let place = 1; place < palette.length; place++) {
      if (apart(colour, palette[place] ?? 0) < apart(colour, palette[nearest] ?? 0))
        nearest = place;
    }
    places.set(colour, nearest);
    return nearest;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let at = 0; at < width; at++) {
      rows[row * (width + 1) + 1 + at] = placeOf(colourAt(points, (row * width + at) * 3));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a point, by palette; packed, filtered and laid out in the only way there is.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [...channelsOf(colour)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
