/** Request number N of a seed: which route, who asks, how good it is, what is wrong with it. */
import fc from 'fast-check';
import { mayActAs, type Role } from '../../../lib/contract/words.ts';
import type { Route } from '../../../server/http/route.ts';
import { bent, damage, swollen } from './bend.ts';
import { type Draft, goodOf, keyOf, queryOf, shapedOf } from './cases.ts';
import { NASTY_TEXTS, nastyText } from './nasty.ts';
import { Shapes } from './shapes.ts';
import type { Team } from './team.ts';

export type How = 'good' | 'shaped' | 'bent' | 'swollen' | 'damaged' | 'wild' | 'raw';
/** `fit`: somebody who may; everybody else has to be refused. */
export type Who = 'fit' | 'weak' | 'foreign' | 'none' | 'made-up' | 'gone' | 'key';

export interface Shot {
  n: number;
  route: Route;
  key: string;
  how: How;
  who: Who;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
  /** Sent as it is, instead of all that. */
  raw: Buffer | null;
  /** An answer without an end, or one that waits, is by design: how long it is waited for. */
  endlessMs: number | null;
}

const ENDLESS = new Set([
  'GET /api/changes/stream',
  'GET /api/changes',
  'GET /api/leads/:leadId/changes',
]);

/** Rounds in which every route is asked a good question by somebody who may, before it gets rough. */
const GENTLE = 2;

export class Gun {
  readonly #team: Team;
  readonly #routes: readonly Route[];
  readonly #seed: number;
  readonly #weighted: Route[];
  readonly #shapes: Shapes;
  readonly #made = new Map<string, Record<How, fc.Arbitrary<Draft>>>();

  constructor(team: Team, routes: readonly Route[], seed: number) {
    this.#team = team;
    this.#routes = routes;
    this.#seed = seed;
    this.#shapes = new Shapes(team.pools);
    // Nineteen names of one door are worth less, one by one; whatever writes what others read is worth more.
    this.#weighted = routes.flatMap((route) =>
      Array.from({ length: weightOf(route) }, () => route),
    );
  }

  /** @returns request number `n`: the same for the same seed, but for ids that the store itself makes */
  shot(n: number): Shot {
    const gentle = n < this.#routes.length * GENTLE;
    const random = chance((Math.imul(this.#seed, 0x9e3779b1) + n) | 0);
    const rough = this.#weighted[Math.floor(random() * this.#weighted.length)];
    const route = (gentle ? this.#routes[n % this.#routes.length] : rough) as Route;
    const how = gentle ? 'good' : oneOf(random, HOW);
    const who = gentle ? 'fit' : oneOf(random, WHO);
    const dice = Math.floor(random() * 2 ** 31);
    const parts = fc.tuple(this.#of(route)[how], headersOf, damage, rawOf);
    // Edges are in the lists of nasty things; what is left is to be spread evenly.
    const [made] = fc.sample(parts, { numRuns: 1, seed: dice, unbiased: true });
    if (!made) throw new Error('fast-check made nothing.');
    return this.#shot(n, route, how, who, made, dice);
  }

  #of(route: Route): Record<How, fc.Arbitrary<Draft>> {
    const key = keyOf(route);
    const known = this.#made.get(key);
    if (known) return known;
    const good = goodOf(route, this.#team);
    const shaped = shapedOf(route, this.#shapes) ?? good;
    const either = fc.oneof(good, shaped);
    const withBody = (draft: Draft, body: unknown): Draft =>
      draft.body === undefined ? { ...draft, query: queryOf(body) } : { ...draft, body };
    const changed = (by: (value: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>) =>
      either.chain((draft) =>
        by(fc.constant(draft.body ?? Object.fromEntries(draft.query))).map((body) =>
          withBody(draft, body),
        ),
      );
    const made = {
      good,
      shaped,
      bent: changed(bent),
      swollen: changed(swollen),
      damaged: either,
      wild: fc
        .tuple(either, fc.nat(), fc.array(fc.tuple(nastyText, nastyText), { maxLength: 3 }))
        .map(([draft, where, more]) => wild(draft, where, more)),
      raw: good,
    };
    this.#made.set(key, made);
    return made;
  }

  #shot(
    n: number,
    route: Route,
    how: How,
    who: Who,
    [draft, extra, hurt, raw]: [Draft, Record<string, string>, (bytes: Buffer) => Buffer, RawOf],
    dice: number,
  ): Shot {
    const key = keyOf(route);
    const query = new URLSearchParams(draft.query.map(([name, value]) => [name, value])).toString();
    const path = query === '' ? draft.path : `${draft.path}?${query}`;
    const good = bytesOf(draft);
    const body = good && how === 'damaged' ? hurt(good) : good;
    const headers = {
      // Everybody comes from somewhere else, or codes would soon be asked for too often.
      'x-forwarded-for': `203.0.113.${dice % 256}, 198.51.${(n >> 8) % 256}.${n % 256}`,
      ...(how === 'good' || how === 'shaped' ? {} : extra),
      ...this.#proof(route, who, dice),
      ...(draft.tool && body && who === 'fit'
        ? draft.tool.request(body.toString('utf8'), Date.now()).headers
        : {}),
    };
    const shot = { n, route, key, how, who, method: route.method, path, headers, body };
    const isGentle = n < this.#routes.length * GENTLE;
    const endlessMs = ENDLESS.has(key) ? (isGentle ? 5000 : 300) : null;
    const whole = { ...shot, endlessMs, raw: null };
    return how === 'raw' ? { ...whole, raw: raw(whole) } : whole;
  }

  #proof({ role, path }: Route, who: Who, dice: number): Record<string, string> {
    const { tokens, writeKeys, metricsToken } = this.#team;
    const basic = (key: string) => ({
      authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
    });
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    if (path === '/metrics') return who === 'fit' ? bearer(metricsToken) : {};
    if (who === 'none') return {};
    if (who === 'made-up') return bearer(`${'a'.repeat(20)}${dice}`);
    if (who === 'gone') return bearer(tokens.gone);
    if (role === 'source')
      return basic(
        who === 'foreign' ? writeKeys.foreign : who === 'fit' ? writeKeys.own : `no-${dice}`,
      );
    if (who === 'foreign') return bearer(tokens.foreign);
    if (who === 'key') return bearer(writeKeys.own);
    if (role === 'nobody') return {};
    const all = ['rep', 'marketer', 'admin'] as const;
    const may = all.filter((one) => mayActAs(one, role as Role) === (who === 'fit'));
    const one = may[dice % Math.max(1, may.length)];
    return one ? bearer(tokens[one]) : {};
  }
}

function weightOf({ path, method }: Route): number {
  if (path.startsWith('/v1/') && path !== '/v1/batch') return 1;
  if (/^\/(?:docs|openapi|healthz|readyz|metrics)/.test(path)) return 1;
  if (path.includes('/changes') || path === '/api/imports') return 1;
  return method === 'GET' ? 3 : 4;
}

const HOW: readonly (readonly [number, How])[] = [
  [240, 'good'],
  [220, 'shaped'],
  [380, 'bent'],
  [8, 'swollen'],
  [60, 'damaged'],
  [80, 'wild'],
  [12, 'raw'],
];
const WHO: readonly (readonly [number, Who])[] = [
  [72, 'fit'],
  [7, 'weak'],
  [8, 'foreign'],
  [5, 'none'],
  [3, 'made-up'],
  [2, 'gone'],
  [3, 'key'],
];

function oneOf<T>(random: () => number, all: readonly (readonly [number, T])[]): T {
  let left = random() * all.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of all) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error('There is nothing to choose from.');
}

/** Mulberry32: small, even, and the same everywhere. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Node's client sends no header that it knows to be wrong; those are sent as bare bytes. */
const inHeader = NASTY_TEXTS.map((text) => text.replaceAll(/[^\x20-\x7e]/g, '?')).filter(
  (text) => text.trim() !== '',
);
const headersOf: fc.Arbitrary<Record<string, string>> = fc
  .dictionary(
    fc.constantFrom(
      ...[
        'content-type',
        'content-encoding',
        'accept',
        'accept-language',
        'accept-encoding',
        'origin',
        'if-none-match',
      ],
      ...[
        'last-event-id',
        'x-request-id',
        'x-forwarded-proto',
        'x-forwarded-host',
        'forwarded',
        'cookie',
        'range',
      ],
      ...['x-http-method-override', 'referer', 'webhook-id', 'x-retry-count', 'x-cio-timestamp'],
    ),
    fc.oneof(
      fc.constantFrom(
        'gzip',
        'gzip, gzip',
        'br',
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-16',
        'multipart/form-data; boundary=x',
        'de',
        'de;q=NaN, *;q=9',
        'null',
        'https',
        'bytes=0-1',
        'W/"x"',
        '*',
        'PUT',
      ),
      fc.constantFrom(...inHeader),
      fc.constant('a'.repeat(3000)),
    ),
    { maxKeys: 2 },
  )
  .map((made) => made);

/** Something in the address is not what it should be. */
function wild(draft: Draft, where: number, more: [string, string][]): Draft {
  const parts = draft.path.split('/');
  const text = NASTY_TEXTS[where % NASTY_TEXTS.length] ?? '';
  const safe =
    /^[\x21-\x7e]+$/.test(text) && !/[?#]/.test(text)
      ? text
      : encodeURIComponent(text.toWellFormed());
  const at = 1 + (where % Math.max(1, parts.length - 1));
  const path =
    where % 3 === 0 ? draft.path : parts.map((part, n) => (n === at ? safe : part)).join('/');
  const known = [...draft.query];
  const again = known[where % Math.max(1, known.length)];
  const strange = more.map(
    ([name, value]) => [name.toWellFormed(), value.slice(0, 2000).toWellFormed()] as const,
  );
  return { ...draft, path, query: [...known, ...(again ? [again] : []), ...strange] };
}

function bytesOf({ body, as }: Draft): Buffer | null {
  if (body === undefined) return null;
  if (as === 'form' && typeof body === 'object' && body !== null) {
    return Buffer.from(new URLSearchParams(queryOf(body)).toString());
  }
  if (as !== 'json' && typeof body === 'string') return Buffer.from(body);
  return Buffer.from(JSON.stringify(body) ?? '');
}

type RawOf = (shot: Shot) => Buffer;

const headOf = ({ method, path, headers }: Shot, more: readonly string[]): string =>
  `${[
    `${method} ${path} HTTP/1.1`,
    'Host: x',
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...more,
  ].join('\r\n')}\r\n\r\n`;
const bodyOf = ({ body }: Shot) => body ?? Buffer.from('{}');
const joined = (head: string, ...rest: (string | Buffer)[]) =>
  Buffer.concat([Buffer.from(head, 'latin1'), ...rest.map((one) => Buffer.from(one))]);

/** What only a broken client, or a clever one, sends. */
const rawOf: fc.Arbitrary<RawOf> = fc.constantFrom<RawOf>(
  // More promised than sent; more sent than promised; two lengths; a length and chunks.
  (shot) => joined(headOf(shot, [`Content-Length: ${bodyOf(shot).length + 10}`]), bodyOf(shot)),
  (shot) => joined(headOf(shot, ['Content-Length: 1']), bodyOf(shot)),
  (shot) => joined(headOf(shot, ['Content-Length: 2', 'Content-Length: 3']), bodyOf(shot)),
  (shot) => joined(headOf(shot, ['Content-Length: 2', 'Transfer-Encoding: chunked']), '0\r\n\r\n'),
  (shot) => joined(headOf(shot, ['Transfer-Encoding: chunked, identity']), '0\r\n\r\n'),
  (shot) =>
    joined(
      headOf(shot, ['Transfer-Encoding: chunked']),
      `${bodyOf(shot).length.toString(16)}\r\n`,
      bodyOf(shot),
      '\r\n0\r\n\r\n',
    ),
  (shot) =>
    joined(headOf(shot, ['Transfer-Encoding: chunked']), 'ffffffffffffffff\r\n', bodyOf(shot)),
  // Headers that come twice, fold, or hide something.
  (shot) => joined(headOf(shot, ['Host: y', 'Authorization: Bearer x', 'Content-Length: 2']), '{}'),
  (shot) => joined(headOf(shot, ['X-A: b', ' folded', 'Content-Length: 2']), '{}'),
  (shot) => joined(headOf(shot, ['Content-Length : 2']), '{}'),
  (shot) =>
    joined(
      headOf(shot, ['X-Request-Id: \xff\xfe', 'Accept-Language: \xe4\xf6', 'Content-Length: 2']),
      '{}',
    ),
  (shot) => joined(headOf(shot, ['Expect: 100-continue', 'Content-Length: 2']), '{}'),
  (shot) => joined(headOf(shot, ['Upgrade: websocket', 'Content-Length: 2']), '{}'),
  (shot) =>
    joined(
      headOf({ ...shot, path: `http://127.0.0.1:1${shot.path}` }, ['Content-Length: 2']),
      '{}',
    ),
  (shot) => joined(headOf({ ...shot, path: '*' }, []), ''),
  (shot) => joined(headOf({ ...shot, method: 'CONNECT', path: 'x:1' }, []), ''),
  (shot) => joined(headOf({ ...shot, method: 'HEAD' }, []), ''),
  (shot) => joined(`${shot.method} ${shot.path} HTTP/1.0\r\n\r\n`, ''),
  (shot) => joined(`${shot.method} ${shot.path} HTTP/9.9\r\nHost: x\r\n\r\n`, ''),
);
