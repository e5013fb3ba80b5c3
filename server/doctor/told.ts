/** The store's side of the doctor's look from outside: what is said to it, in the manner of a stream. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'hono';
import type { Store } from '../http/context.ts';
import { isOurs, QUESTION, STORE, WAY } from './proof.ts';

/** Between the two parts of the answer: whoever gets both at once has something in between that waits for the whole. */
export const BETWEEN_MS = 1000;

/** @returns the answer to the doctor; null when it is not the doctor who asks */
export function toldDoctor(store: Store, context: Context): Response | null {
  const question = context.req.header(QUESTION);
  if (question === undefined) return null;
  const name = { [STORE]: store.storeId, 'cache-control': 'no-store' };
  if (!isOurs(store.seal, question)) return Response.json({ ok: true }, { headers: name });
  return new Response(parts(store.stopping), {
    headers: {
      ...name,
      [WAY]: wayOf(store, context),
      // As the stream of changes has them.
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
    },
  });
}

function wayOf({ proxies }: Store, { req }: Context): string {
  const passed = entries(req.header('x-forwarded-for'));
  const proto = entries(req.header('x-forwarded-proto')).at(-1) ?? '';
  return `proxies=${passed.length} trusted=${proxies} proto=${/^https?$/.test(proto) ? proto : 'none'}`;
}

function entries(header = ''): string[] {
  return header
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function parts(stopping: AbortSignal): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let said = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (said === 1) {
          await sleep(BETWEEN_MS, undefined, { signal: stopping }).catch(() => {});
        }
        said += 1;
        controller.enqueue(text.encode(`: ${said} of 2\n\n`));
        if (said === 2) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
