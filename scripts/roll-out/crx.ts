/**
 * CRX3, the signed package that Chromium and Edge install from a company's own server: a head with the key and a signature over
 * the zip behind it. Written here, since the browsers' own packer needs a browser and a screen to pack.
 */
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** Fields of the head, as protocol buffers number them. */
const RSA_PROOF = 2;
const SIGNED_HEAD = 10_000;

/** @returns the public half as a manifest says it under `key` */
export function manifestKey(key: KeyObject): string {
  return publicHalf(key).toString('base64');
}

/** @returns the id that browsers give to whatever this key signed: 32 letters from a to p */
export function extensionId(key: KeyObject): string {
  return [...idBytes(key).toString('hex')]
    .map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)))
    .join('');
}

/**
 * @param zip the extension
 * @param key an RSA private key; whoever has it can put an update on every computer that installed this
 */
export function crxOf(zip: Uint8Array, key: KeyObject): Buffer {
  const signedHead = field(1, idBytes(key));
  const signature = sign(
    'sha256',
    Buffer.concat([
      Buffer.from('CRX3 SignedData\0', 'latin1'),
      uint32(signedHead.length),
      signedHead,
      zip,
    ]),
    key,
  );
  const proof = Buffer.concat([field(1, publicHalf(key)), field(2, signature)]);
  const head = Buffer.concat([field(RSA_PROOF, proof), field(SIGNED_HEAD, signedHead)]);
  return Buffer.concat([Buffer.from('Cr24', 'latin1'), uint32(3), uint32(head.length), head, zip]);
}

const publicHalf = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'der' });

const idBytes = (key: KeyObject) =>
  createHash('sha256').update(publicHalf(key)).digest().subarray(0, 16);

/** A field of bytes, in the wire form of protocol buffers. */
function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
