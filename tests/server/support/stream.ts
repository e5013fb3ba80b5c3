/** Reading a stream of Server-Sent Events, as a client does. */
import type { Hono } from 'hono';
import { type ChangePage, changePage } from '../../../lib/contract/changes.ts';

export interface StreamEvent {
  id: string;
  page: ChangePage;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** @returns the open stream; throws when it was refused */
export async function follow(
  app: Pick<Hono, 'request'>,
  token: string,
  headers: Record<string, string> = {},
): Promise<Reader> {
  const answer = await app.request('/api/changes/stream', {
    headers: { ...headers, authorization: `Bearer ${token}` },
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`${answer.status}`);
  return answer.body.getReader();
}

/** @returns a function that waits for so many more events with data; fewer when the stream ends */
export function events(reader: Reader): (count: number) => Promise<StreamEvent[]> {
  const text = new TextDecoder();
  let left = '';
  return async (count) => {
    const found: StreamEvent[] = [];
    while (found.length < count) {
      const end = left.indexOf('\n\n');
      if (end >= 0) {
        const event = eventIn(left.slice(0, end));
        left = left.slice(end + 2);
        if (event) found.push(event);
        continue;
      }
      const { done, value } = await reader.read();
      if (done) break;
      left += text.decode(value, { stream: true });
    }
    return found;
  };
}

function eventIn(block: string): StreamEvent | null {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const [id, data] = [field('id'), field('data')];
  return id === undefined || data === undefined
    ? null
    : { id, page: changePage.parse(JSON.parse(data)) };
}
