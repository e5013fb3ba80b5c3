/** From bytes to messages, by looking at the bytes: content types lie (text/plain, form-urlencoded, gzip unsaid). */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseJson } from '../http/body.ts';
import { problemError } from '../http/problems.ts';
import { isObject, type Loose, own } from './read.ts';

const inflate = promisify(gunzip);

/** RudderStack's limit for a batch; Segment's is 500 KB. Both before and after inflating. */
export const COLLECT_BODY_LIMIT = 4_000_000;
/** Twice Segment's: more is not a batch but an import. */
const MOST_MESSAGES = 5_000;

export interface Payload {
  body: Loose;
  messages: unknown[];
}

/** @returns the object that was sent and its messages; throws 400 or 413 */
export async function readPayload(bytes: Buffer): Promise<Payload> {
  const body = parseJson(isGzip(bytes) ? await inflated(bytes) : bytes);
  if (!isObject(body)) {
    throw problemError(
      'bad-request',
      'The body is not a message',
      'Send one JSON object: a message, or a batch of them in “batch”.',
      { field: 'body' },
    );
  }
  const batch = own(body, 'batch');
  const messages = Array.isArray(batch) ? batch : [body];
  if (messages.length > MOST_MESSAGES) {
    throw problemError(
      'too-large',
      'The batch is too long',
      `Send at most ${MOST_MESSAGES} messages at once; split the batch.`,
    );
  }
  return { body, messages };
}

function isGzip(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Stops at the limit, so a small bomb cannot become a large one. */
async function inflated(bytes: Buffer): Promise<Buffer> {
  try {
    return await inflate(bytes, { maxOutputLength: COLLECT_BODY_LIMIT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw problemError(
        'too-large',
        'The request is too large',
        'Unpacked it is more than 4 MB; split it into several requests.',
      );
    }
    throw problemError(
      'bad-request',
      'The body is not gzip',
      'It starts like gzip and cannot be unpacked; send it again, or send plain JSON.',
      { field: 'body' },
    );
  }
}
