/**
 * server/sign-on: coming in through the company's own sign-on (OpenID Connect).
 *
 * In: the extension, which takes the store for its OAuth server; a provider, which takes the store for its client. Out: the
 * same token that a code is good for. Whoever is let in here is a member like any other (server/access).
 *
 * This file: what whoever runs the store sets, from the environment.
 */
import * as z from 'zod/mini';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { email, filled } from '../../lib/contract/text.ts';
import { type Role, role } from '../../lib/contract/words.ts';
import { extensionRedirect } from './redirects.ts';

export interface SignOnSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says: `Sign in with Acme ID`. */
  name: string;
  /** Whoever has a verified address there may come in by themselves. */
  domains: readonly string[];
  /** What they are then. */
  role: Role;
  /** Addresses of those who are administrators, whenever they sign on. */
  admins: readonly string[];
  /** Addresses are believed though the provider does not say that they were verified. */
  trustsEmail: boolean;
}

export interface SignOnEnv {
  signOn: SignOnSettings | null;
  /** Of builds of the extension that are not ours. */
  redirects: readonly string[];
}

const issuer = z.string().check(
  z.refine((text) => isSafe(text), {
    error:
      'has to look like https://login.acme.example, one company alone (http only on this machine)',
  }),
);

/** Where every company of the world signs in: whoever has a tenant there could say to be anybody. */
const ANYBODYS = /^https:\/\/login\.microsoftonline\.com\/(?:common|organizations|consumers)\b/i;

function isSafe(text: string): boolean {
  if (!URL.canParse(text) || ANYBODYS.test(new URL(text).href)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const home = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return (protocol === 'https:' || (protocol === 'http:' && home)) && search === '' && hash === '';
}

const domain = z.pipe(
  z.string().check(z.toLowerCase(), z.regex(/^@?[^\s@.]+(\.[^\s@.]+)+$/, 'has to name domains')),
  z.transform((text: string) => text.replace(/^@/, '')),
);

/** `a, b` → each of them by itself. */
const listOf = (one: z.ZodMiniType<string, string>) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ),
    z.array(one),
  );

export const signOnShape = z.object({
  TRUCE_OIDC_ISSUER: z.optional(issuer),
  TRUCE_OIDC_CLIENT_ID: z.optional(filled(500)),
  TRUCE_OIDC_CLIENT_SECRET: z.optional(filled(2000)),
  TRUCE_OIDC_NAME: z.optional(filled(60)),
  TRUCE_OIDC_DOMAINS: z.optional(listOf(domain)),
  TRUCE_OIDC_ROLE: z._default(role, 'rep'),
  TRUCE_OIDC_ADMINS: z.optional(listOf(email)),
  TRUCE_OIDC_TRUST_EMAIL: z._default(z.stringbool(), false),
  TRUCE_REDIRECT_URIS: z.optional(listOf(extensionRedirect)),
});

/** @returns the settings of sign-on, or a problem whose detail names the variable */
export function readSignOn(variables: Record<string, string | undefined>): Result<SignOnEnv> {
  const parsed = signOnShape.safeParse(variables);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'TRUCE_OIDC_ISSUER');
    return wrong(`${name} ${hintFor(name) ?? issue?.message ?? 'is not valid'}.`);
  }
  const env = parsed.data;
  const redirects = env.TRUCE_REDIRECT_URIS ?? [];
  if (env.TRUCE_OIDC_ISSUER === undefined) return done({ signOn: null, redirects });
  const [clientId, clientSecret] = [env.TRUCE_OIDC_CLIENT_ID, env.TRUCE_OIDC_CLIENT_SECRET];
  if (clientId === undefined) return wrong('TRUCE_OIDC_CLIENT_ID has to be set as well.');
  if (clientSecret === undefined) return wrong('TRUCE_OIDC_CLIENT_SECRET has to be set as well.');
  // Where the provider sends people back to is registered there; what a request says about itself will not do.
  if (!variables.TRUCE_URL) {
    return wrong(
      'TRUCE_URL has to be set for sign-on: the address of this store, as people reach it.',
    );
  }
  const signOn = {
    issuer: env.TRUCE_OIDC_ISSUER,
    clientId,
    clientSecret,
    name: env.TRUCE_OIDC_NAME ?? new URL(env.TRUCE_OIDC_ISSUER).hostname,
    domains: env.TRUCE_OIDC_DOMAINS ?? [],
    role: env.TRUCE_OIDC_ROLE,
    admins: env.TRUCE_OIDC_ADMINS ?? [],
    trustsEmail: env.TRUCE_OIDC_TRUST_EMAIL,
  };
  return done({ signOn, redirects });
}

const HINTS: Record<string, string> = {
  TRUCE_OIDC_DOMAINS: 'has to list domains like acme.example, separated by commas',
  TRUCE_OIDC_ADMINS: 'has to list addresses like ada@acme.example, separated by commas',
  TRUCE_OIDC_ROLE: 'has to be rep, marketer or admin',
  TRUCE_OIDC_TRUST_EMAIL: 'has to be true or false',
};

const hintFor = (name: string): string | undefined => HINTS[name];

function wrong(detail: string): Result<never> {
  return failed('bad-request', 'A setting is not valid', detail);
}
