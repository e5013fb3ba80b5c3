/** Settings of what goes out, and of how much may come in. */
import * as z from 'zod/mini';
import { LIMITS_BY_DEFAULT, type LimitSettings } from './http/limits.ts';

const SHAPE = /^(?:address|source|token|stranger)=[1-9]\d{0,8}$/;

/** `off`, or some of `address=10000,source=300000,token=5000,stranger=300`: per ten seconds. */
const limits = z.pipe(
  z.string().check(
    z.refine((text) => text === 'off' || text.split(',').every((one) => SHAPE.test(one.trim())), {
      error: `has to be “off”, or look like ${shown(LIMITS_BY_DEFAULT)}`,
    }),
  ),
  z.transform((text: string): LimitSettings | null => {
    if (text === 'off') return null;
    const given = text.split(',').map((one) => one.trim().split('='));
    const own = Object.fromEntries(given.map(([name, count]) => [name, Number(count)]));
    return { ...LIMITS_BY_DEFAULT, ...own };
  }),
);

function shown(settings: LimitSettings): string {
  return Object.entries(settings)
    .map(([name, count]) => `${name}=${count}`)
    .join(',');
}

export const outShape = {
  TRUCE_HOOKS_PRIVATE: z.optional(
    z.literal('allow', { error: 'has to be “allow”, or not set at all' }),
  ),
  TRUCE_LIMITS: z.optional(limits),
  TRUCE_TRUST_PROXY: z._default(
    z.coerce.number().check(z.int('has to be the number of proxies'), z.gte(0), z.lte(10)),
    0,
  ),
};

export interface OutEnv {
  /** Webhooks may go to machines inside the network, and without TLS. */
  hooksPrivate: boolean;
  /** Null: none. */
  limits: LimitSettings | null;
  /** So many proxies stand before the store, whose word on the address of a request is believed. */
  trustedProxies: number;
}

const read = z.object(outShape);

export function outEnvOf(env: z.infer<typeof read>): OutEnv {
  return {
    hooksPrivate: env.TRUCE_HOOKS_PRIVATE === 'allow',
    limits: env.TRUCE_LIMITS === undefined ? LIMITS_BY_DEFAULT : env.TRUCE_LIMITS,
    trustedProxies: env.TRUCE_TRUST_PROXY,
  };
}
