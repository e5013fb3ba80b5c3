/** The settings of the process, from its environment. */
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { pairingCode } from '../lib/contract/access.ts';
import { done, failed, type Result } from '../lib/contract/problem.ts';
import { filled } from '../lib/contract/text.ts';

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

const shape = z.object({
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
  TRUCE_LOG_LEVEL: z._default(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    'info',
  ),
});

export interface Env {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  setupCode: string | null;
  workspace: string;
  /** File with repaired selectors (docs/repairs.md). */
  repairsFile: string | null;
  logLevel: string;
  /** How the outside reaches the store: for invitations, webhooks and sign-on. */
  publicUrl: string | null;
  /** What secrets are sealed with. */
  key: string | null;
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
  const parsed = shape.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'The environment');
    const why = HINTS[name] ?? issue?.message ?? 'is not valid';
    return failed('bad-request', 'A setting is not valid', `${name} ${why}.`);
  }
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
    publicUrl: env.TRUCE_URL ?? null,
    key: env.TRUCE_KEY ?? null,
  });
}
