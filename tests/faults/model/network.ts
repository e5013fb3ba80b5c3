/** What lies between a browser and the store, and what it does to requests. */
import type { Life } from './life.ts';
import type { Answered } from './store.ts';

/** What a proxy, a portal or a broken store in between answers by itself, without having asked the store. */
const INSTEAD: Record<string, { status: number; text: string; after?: 'seconds' | 'date' }> = {
  'error 500': { status: 500, text: 'Internal Server Error' },
  'error 502': { status: 502, text: '<h1>Bad Gateway</h1>' },
  '503 retry-after seconds': { status: 503, text: '', after: 'seconds' },
  '503 retry-after date': { status: 503, text: '', after: 'date' },
  '429 retry-after seconds': { status: 429, text: '', after: 'seconds' },
  '429 retry-after date': { status: 429, text: '', after: 'date' },
  '400 by a proxy': { status: 400, text: 'Bad Request' },
  '401 by a proxy': { status: 401, text: 'Unauthorized' },
  '403 by a proxy': { status: 403, text: '<h1>Blocked</h1>' },
  '413 by a proxy': { status: 413, text: 'Payload Too Large' },
  '422 by a proxy': { status: 422, text: '' },
  'html with 200': {
    status: 200,
    text: '<html><title>Sign in to the guest network</title></html>',
  },
  'empty 200': { status: 200, text: '' },
  'other json with 200': { status: 200, text: '{"ok":true,"results":"none"}' },
  'answer to something else': { status: 200, text: '{"results":[]}' },
};

export const NETWORK_FAULTS = [
  ...Object.keys(INSTEAD),
  'offline',
  'reply lost',
  'cut half-way',
  '504 after it arrived',
  'never answers',
  'slow reply',
  'arrives late',
  'sent twice',
  'copy arrives late',
];

export interface Way {
  /** Takes what this browser's next request meets; null when it meets nothing. */
  next(): string | null;
  /** The store's answer. Throws when there is nobody. */
  store(): Promise<Answered>;
  /** Does something when so much time has passed. */
  later(ms: number, then: () => Promise<unknown>): void;
  now(): number;
  chance(): number;
}

const LONGEST_LATE_MS = 2 * 3_600_000;

/** `fetch`, as it is for this life. */
export async function fetchOver(
  life: Life,
  way: Way,
  signal: AbortSignal | null,
): Promise<Response> {
  let fault: string | null = null;
  const answer = await life.act(async () => {
    signal?.throwIfAborted();
    fault = way.next();
    return onTheWay(fault, way);
  });
  if (answer === 'nobody') throw new TypeError('Failed to fetch');
  if (answer === 'silence') {
    await new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true }),
    );
  }
  if (typeof answer === 'string') throw new TypeError('Failed to fetch');
  const response = new Response(answer.status === 204 ? null : '', {
    status: answer.status,
    headers: answer.headers,
  });
  const text = () =>
    life.act(() => {
      if (fault !== 'cut half-way') return answer.text;
      if (way.chance() < 0.5) throw new TypeError('Network error while reading.');
      return answer.text.slice(0, Math.floor(answer.text.length * way.chance()));
    });
  return Object.defineProperty(response, 'text', { value: text });
}

async function onTheWay(fault: string | null, way: Way): Promise<Answered | 'nobody' | 'silence'> {
  const instead = fault === null ? undefined : INSTEAD[fault];
  if (instead) return saidBy(instead, way);
  switch (fault) {
    case 'offline':
      return 'nobody';
    case 'reply lost':
      await way.store().catch(() => undefined);
      return 'nobody';
    case '504 after it arrived':
      await way.store().catch(() => undefined);
      return saidBy({ status: 504, text: '' }, way);
    case 'never answers':
      return 'silence';
    case 'slow reply':
      await way.store().catch(() => undefined);
      return 'silence';
    case 'arrives late':
      way.later(1000 + way.chance() * LONGEST_LATE_MS, way.store);
      return 'silence';
    case 'copy arrives late':
      way.later(1000 + way.chance() * LONGEST_LATE_MS, way.store);
      break;
    case 'sent twice':
      await way.store().catch(() => undefined);
      break;
  }
  return way.store().catch(() => 'nobody' as const);
}

function saidBy(
  { status, text, after }: { status: number; text: string; after?: 'seconds' | 'date' },
  way: Way,
): Answered {
  const headers = new Headers({ 'content-type': 'text/html' });
  const seconds = 1 + Math.floor(way.chance() * 200);
  if (after === 'seconds') headers.set('retry-after', String(seconds));
  if (after === 'date') {
    headers.set('retry-after', new Date(way.now() + seconds * 1000).toUTCString());
  }
  return { status, text, headers };
}
