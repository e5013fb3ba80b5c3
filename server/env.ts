/** The settings of the process, from its environment. */
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { pairingCode } from '../lib/contract/access.ts';
import { done, failed, type Result } from '../lib/contract/problem.ts';
import { filled } from '../lib/contract/text.ts';
import { IDLE_DAYS } from './access/seen.ts';
import { type OutEnv, outEnvOf, outShape } from './env-out.ts';
import { readSignOn, type SignOnEnv } from './sign-on/settings.ts';

const postgresUrl = z.string().check(
  z.refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url), {
    error: 'has to look like postgres://user:password@host:5432/database',
  }),
);

const publicUrl = z.pipe(
  z.string().check(
    z.refine((url) => /^https?:\/\/[^/]+\/?$/.test(url) && URL.canParse(url), {
      error: 'has to look like https://truce.acme.example',
    }),
  ),
  z.transform((url: string) => new URL(url).origin),
);

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `30s`, `45m`, `12h`, `7d`: as people write how long. */
const duration = z.pipe(
  z.string().check(z.regex(/^\d{1,5}[smhd]$/, 'has to look like 30s, 45m, 12h or 7d')),
  z.transform((text: string) => {
    const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
    return Number(count) * UNITS[unit as keyof typeof UNITS];
  }),
);

/** Every setting but those of sign-on, as it is read; told in server/cli/settings.ts. */
export const envShape = z.object({
  ...outShape,
  PORT: z._default(
    z.coerce.number().check(z.int('has to be a port'), z.gte(0), z.lte(65_535)),
    4860,
  ),
  HOST: z._default(filled(255), '127.0.0.1'),
  TRUCE_DATA_DIR: z._default(filled(4096), '.truce'),
  DATABASE_URL: z.optional(postgresUrl),
  TRUCE_SETUP_CODE: z.optional(pairingCode),
  TRUCE_WORKSPACE: z._default(filled(120), 'Our team'),
  TRUCE_REPAIRS: z.optional(filled(4096)),
  TRUCE_URL: z.optional(publicUrl),
  TRUCE_KEY: z.optional(z.string().check(z.minLength(32, 'has to have at least 32 characters'))),
  TRUCE_METRICS_TOKEN: z.optional(
    z.string().check(z.minLength(16, 'has to have at least 16 characters')),
  ),
  TRUCE_BACKUP_DIR: z.optional(filled(4096)),
  TRUCE_BACKUP_EVERY: z._default(duration, UNITS.d),
  TRUCE_BACKUP_KEEP: z._default(
    z.coerce.number().check(z.int('has to be a whole number'), z.gte(1), z.lte(1000)),
    7,
  ),
  TRUCE_STOP_DELAY: z._default(duration, 0),
  TRUCE_IDLE_DAYS: z._default(
    z.coerce.number().check(z.int('has to be a number of days'), z.gte(1), z.lte(3650)),
    IDLE_DAYS,
  ),
  TRUCE_LOG_LEVEL: z._default(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    'info',
  ),
});

export interface Env extends SignOnEnv, OutEnv {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  setupCode: string | null;
  workspace: string;
  /** File with repaired selectors (docs/repairs.md). */
  repairsFile: string | null;
  logLevel: string;
  /** How long it still serves after it was asked to stop, so that whoever sends it requests can look away first. */
  stopDelayMs: number;
  /** How the outside reaches the store: for invitations, webhooks and sign-on. */
  publicUrl: string | null;
  /** What secrets are sealed with. */
  key: string | null;
  /** A browser that was not used for so long has to be connected again. */
  idleMs: number;
  /** What a reader of /metrics shows; null: only this machine may read it. */
  metricsToken: string | null;
  /** Backups of the embedded database, made by the running store; null: none. */
  backups: Backups | null;
}

export interface Backups {
  dir: string;
  everyMs: number;
  /** So many of the newest stay. */
  keep: number;
}

const HINTS: Record<string, string> = {
  TRUCE_SETUP_CODE: 'has to be 8 characters like 7K3M-QX2P (no U)',
};

/**
 * @param variables an empty one counts as not set
 * @returns the settings, or a problem whose detail is one sentence that names the variable
 */
export function readEnv(variables: NodeJS.ProcessEnv): Result<Env> {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = envShape.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'The environment');
    const why = HINTS[name] ?? issue?.message ?? 'is not valid';
    return failed('bad-request', 'A setting is not valid', `${name} ${why}.`);
  }
  const signOn = readSignOn(set);
  if (!signOn.ok) return signOn;
  const env = parsed.data;
  return done({
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.TRUCE_DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    setupCode: env.TRUCE_SETUP_CODE ?? null,
    workspace: env.TRUCE_WORKSPACE,
    repairsFile: env.TRUCE_REPAIRS === undefined ? null : resolve(env.TRUCE_REPAIRS),
    logLevel: env.TRUCE_LOG_LEVEL,
    stopDelayMs: env.TRUCE_STOP_DELAY,
    publicUrl: env.TRUCE_URL ?? null,
    key: env.TRUCE_KEY ?? null,
    idleMs: env.TRUCE_IDLE_DAYS * 86_400_000,
    ...signOn.value,
    ...outEnvOf(env),
    metricsToken: env.TRUCE_METRICS_TOKEN ?? null,
    backups:
      env.TRUCE_BACKUP_DIR === undefined
        ? null
        : {
            dir: resolve(env.TRUCE_BACKUP_DIR),
            everyMs: env.TRUCE_BACKUP_EVERY,
            keep: env.TRUCE_BACKUP_KEEP,
          },
  });
}
