/** Bytes of a file, whoever wrote it, into text: UTF-8 with or without a mark, UTF-16, or what Windows used before. */
import { isUtf8 } from 'node:buffer';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** As many bytes as one character can have, so that none is judged by its half. */
const LONGEST = 4;

/** Takes pieces as they come; line ends come out as `\n`, whatever they were. */
export class Decoder {
  /** Null as long as nothing but ASCII was seen, which is the same in all of them. */
  #encoding: Encoding | null = null;
  #decoder: TextDecoder | null = null;
  #started = false;
  #held: Buffer = Buffer.alloc(0);
  #endsInReturn = false;

  /** @returns the text so far that is sure */
  take(bytes: Uint8Array): string {
    this.#held = this.#held.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#held, bytes]);
    if (!this.#started) {
      if (this.#held.length < 256) return '';
      this.#begin();
    }
    return this.#text(false);
  }

  /** @returns the rest */
  end(): string {
    if (!this.#started) this.#begin();
    const text = this.#text(true);
    return this.#endsInReturn ? `${text}\n` : text;
  }

  #begin(): void {
    this.#started = true;
    const encoding = markOf(this.#held) ?? withoutMark(this.#held);
    if (encoding) this.#settle(encoding);
  }

  #settle(encoding: Encoding): void {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
  }

  #text(last: boolean): string {
    if (this.#encoding === null) {
      const first = this.#held.findIndex((byte) => byte >= 0x80);
      if (first >= 0) {
        if (!last && this.#held.length - first < LONGEST) {
          const sure = this.#held.subarray(0, first).toString('latin1');
          this.#held = this.#held.subarray(first);
          return this.#lines(sure);
        }
        this.#settle(startsLikeUtf8(this.#held.subarray(first)) ? 'utf-8' : 'windows-1252');
      }
    }
    const bytes = this.#held;
    this.#held = Buffer.alloc(0);
    if (!this.#decoder) return this.#lines(bytes.toString('latin1'));
    return this.#lines(this.#decoder.decode(bytes, { stream: !last }));
  }

  /** A return at the end of a piece may be half of a line end. */
  #lines(text: string): string {
    const whole = this.#endsInReturn ? `\r${text}` : text;
    this.#endsInReturn = whole.endsWith('\r');
    const sure = this.#endsInReturn ? whole.slice(0, -1) : whole;
    return sure.includes('\r') ? sure.replace(/\r\n?/g, '\n') : sure;
  }
}

function markOf(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

/** UTF-16 of Western text has a zero in every other byte. */
function withoutMark(bytes: Buffer): Encoding | null {
  const head = bytes.subarray(0, 256);
  const zeros = [0, 0];
  for (const [place, byte] of head.entries()) {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const most = head.length / 4;
  if (odd > most && even === 0) return 'utf-16le';
  if (even > most && odd === 0) return 'utf-16be';
  return null;
}

function startsLikeUtf8(bytes: Buffer): boolean {
  const first = bytes[0] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return isUtf8(bytes.subarray(0, length));
}
