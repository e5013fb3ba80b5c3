/**
 * Against abuse, not for billing: far above what honest senders reach, counted in this process alone. Guessing codes is
 * limited elsewhere, in the database, so that all processes count together (access/attempts.ts).
 */
import { isIPv6 } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { hashed } from '../access/codes.ts';
import type { Store } from './context.ts';
import { problemError } from './problems.ts';

const SECONDS = 10;

/** How much of each in ten seconds. */
export interface LimitSettings {
  /** Requests to /v1 and /hooks from one address. */
  address: number;
  /** Events of one source. */
  source: number;
  /** Requests to /api with one token. */
  token: number;
  /** Requests to /api and /oauth without a good token, from one address. */
  stranger: number;
}

export const LIMITS_BY_DEFAULT: LimitSettings = {
  address: 10_000,
  source: 300_000,
  token: 5_000,
  stranger: 300,
};

export interface Limits {
  /** Throws `too-many-requests` (429), with when to come again, once it is too much. */
  spend: (what: keyof LimitSettings, key: string, points?: number) => Promise<void>;
  /** As `spend`, without counting. */
  check: (what: keyof LimitSettings, key: string) => Promise<void>;
}

export function limitsOf(settings: LimitSettings): Limits {
  const limiter = (name: keyof LimitSettings) =>
    new RateLimiterMemory({ keyPrefix: name, points: settings[name], duration: SECONDS });
  const limiters = {
    address: limiter('address'),
    source: limiter('source'),
    token: limiter('token'),
    stranger: limiter('stranger'),
  };
  return {
    spend: async (what, key, points = 1) => {
      try {
        await limiters[what].consume(key, points);
      } catch (refused) {
        throw tooMany(refused);
      }
    },
    check: async (what, key) => {
      const spent = await limiters[what].get(key);
      if (spent && spent.consumedPoints > settings[what]) throw tooMany(spent);
    },
  };
}

function tooMany(refused: unknown): unknown {
  if (!(refused instanceof RateLimiterRes)) return refused;
  const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  return problemError(
    'too-many-requests',
    'Too many requests',
    `Wait ${retryAfter} seconds and send again what was not answered; nothing of this request was kept.`,
    { retryAfter },
  );
}

/** For /v1 and /hooks. What a source may send is counted when it is known (`spendEvents`). */
export function perAddress(store: Store): MiddlewareHandler {
  return async (context, next) => {
    await store.limits?.spend('address', addressKey(store.addressOf(context)));
    await next();
  };
}

/** To be called once the source has proved itself, before its events are kept. */
export async function spendEvents(store: Store, sourceId: string, events: number): Promise<void> {
  await store.limits?.spend('source', sourceId, Math.max(1, events));
}

/**
 * For /api and /oauth. A token has its own count, so that an office behind one address is not one person; a token that
 * turns out to be none counts for the address, so that nobody gets a new count by making one up.
 */
export function perToken(store: Store): MiddlewareHandler {
  return async (context, next) => {
    const { limits } = store;
    if (!limits) return next();
    const address = addressKey(store.addressOf(context));
    const token = bearer(context);
    if (token === null) {
      await limits.spend('stranger', address);
      return next();
    }
    await limits.check('stranger', address);
    await limits.spend('token', hashed(token));
    await next();
    if (context.res.status === 401) await limits.spend('stranger', address).catch(() => {});
  };
}

function bearer(context: Context): string | null {
  const [, token] = /^Bearer (\S{1,200})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  return token ?? null;
}

/** Of IPv6 the network: who has one address of it has all of them. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const whole = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
