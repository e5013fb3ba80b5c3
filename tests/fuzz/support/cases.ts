/** One good request for every route there is: the matrix has those that ask for a role, here are the others. */
import fc from 'fast-check';
import type { Route } from '../../../server/http/route.ts';
import { AREAS } from '../../server/matrix/all.ts';
import type { Case } from '../../server/matrix/area.ts';
import type { Tool } from '../../server/support/tools.ts';
import type { Shapes } from './shapes.ts';
import type { Team } from './team.ts';
import { KINDS, type Kind, MESSAGES, SAYS } from './webhooks.ts';

/** What of a request is its route's own; who asks comes later. */
export interface Draft {
  path: string;
  query: readonly (readonly [string, string])[];
  /** Undefined: none. */
  body: unknown;
  /** How the body is written. */
  as: 'json' | 'form' | 'text';
  /** Who signs it, once it is bytes. */
  tool: Tool | null;
}

export const keyOf = ({ method, path }: Route): string => `${method} ${path}`;

const MATRIX = Object.assign({}, ...AREAS.map(({ cases }) => cases)) as Record<string, Case>;

/** What else than 2xx shows that a route's own code was reached by a good request. */
export function alsoReached(key: string): readonly number[] {
  const OPEN: Record<string, number[]> = {
    // A sign-on needs a browser and a person; that what comes without them is refused is what can be asked for here.
    'GET /auth/callback': [400],
    'POST /oauth/token': [400],
    'GET /oauth/authorize': [302],
    // Whoever proposes a definition takes back the one before, and here many do.
    'POST /api/definitions/drafts/:draftId/comments': [200, 409],
    'PUT /api/definitions/drafts/:draftId/start': [200, 409],
  };
  return OPEN[key] ?? [MATRIX[key]?.status ?? 200];
}

const authorize = new URLSearchParams({
  client_id: 'truce-extension',
  redirect_uri: 'https://pjmoebhlmlcgciihlhgknohonbpagelf.chromiumapp.org/',
  state: 'abcdefgh',
  response_type: 'code',
  code_challenge: 'a'.repeat(43),
  code_challenge_method: 'S256',
});
const exchange = {
  grant_type: 'authorization_code',
  client_id: 'truce-extension',
  code: 'a'.repeat(43),
  redirect_uri: 'https://pjmoebhlmlcgciihlhgknohonbpagelf.chromiumapp.org/',
  code_verifier: 'b'.repeat(43),
};

const draft = (path: string, more: Partial<Draft> = {}): Draft => {
  const [plain = '', search = ''] = path.split('?');
  const query = [...new URLSearchParams(search)];
  return { path: plain, query, body: undefined, as: 'json', tool: null, ...more };
};

/** @returns good requests of this route, by the team */
export function goodOf(route: Route, team: Team): fc.Arbitrary<Draft> {
  const key = keyOf(route);
  const { role, path, method } = route;
  if (path.startsWith('/hooks/')) return hookOf(route, team);
  if (path.startsWith('/v1/') && method === 'POST') return messagesOf(path);
  const own = MATRIX[key];
  if (own) {
    return fc.nat(team.theirs.length - 1).map((round) => {
      const asked = own.request(team.theirs[round] ?? {});
      const as = typeof asked.body === 'string' ? ('text' as const) : ('json' as const);
      return draft(asked.path, { body: asked.body, as });
    });
  }
  const open: Record<string, () => Draft> = {
    'POST /api/pair': () => {
      // Each is good once.
      const code = team.pools.get('code')?.shift() ?? '7K3MQX2P';
      return draft(path, { body: { code, label: 'Chrome on Linux' } });
    },
    'GET /v1/projects/:writeKey/settings': () =>
      draft(`/v1/projects/${team.writeKeys.own}/settings`),
    'GET /oauth/authorize': () => draft(`${path}?${authorize}`),
    'GET /auth/callback': () => draft(`${path}?state=abcdefgh&code=x`),
    'POST /oauth/token': () => draft(path, { body: exchange, as: 'form' }),
    'POST /oauth/revoke': () => draft(path, { body: { token: team.tokens.gone }, as: 'form' }),
  };
  const known = open[key];
  if (known) return fc.nat().map(known);
  if (role === 'nobody' && method === 'GET' && !path.includes(':')) return fc.constant(draft(path));
  throw new Error(
    `Nobody knows yet what a good request to ${key} is; say it in tests/fuzz/support/cases.ts.`,
  );
}

function hookOf({ method, path }: Route, { tools }: Team): fc.Arbitrary<Draft> {
  const hasSecret = path.endsWith('/:secret');
  const kinds = KINDS.filter((kind) => tools[kind].path.split('/').length === (hasSecret ? 4 : 3));
  const of = (kind: Kind) => {
    const tool = tools[kind];
    if (method === 'GET') return fc.constant(draft(tool.path));
    return fc.constantFrom(...SAYS[kind]).map((body) => {
      const as = typeof body === 'string' ? ('text' as const) : ('json' as const);
      return draft(tool.path, { body, as, tool });
    });
  };
  return fc.constantFrom(...kinds).chain(of);
}

/** A batch of those that tracking clients send, or the one that the address is for. */
function messagesOf(path: string): fc.Arbitrary<Draft> {
  const name = path.replace('/v1/', '');
  const one = MESSAGES.filter(({ type }) => name === type || name === String(type).charAt(0));
  if (one.length > 0) return fc.constantFrom(...one).map((body) => draft(path, { body }));
  return fc
    .array(fc.constantFrom(...MESSAGES), { minLength: 1, maxLength: 8 })
    .map((batch) => draft(path, { body: { batch, sentAt: '2026-11-26T09:00:00Z' } }));
}

/** @returns requests of this route as its schemas have them; null when it has none */
export function shapedOf(route: Route, shapes: Shapes): fc.Arbitrary<Draft> | null {
  const { path, method, params, input } = route;
  if (!params && !input) return null;
  const hasBody = method === 'POST' || method === 'PUT';
  const own = fc.tuple(
    params ? shapes.of(params) : fc.constant({}),
    input ? shapes.of(input) : fc.constant(undefined),
  );
  return own.map(([names, said]) => {
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((names as Record<string, unknown>)[name]).toWellFormed()),
    );
    if (hasBody) {
      const as = path.startsWith('/oauth') ? 'form' : typeof said === 'string' ? 'text' : 'json';
      // An import says in its address what the file is called.
      const query = as === 'text' ? [['name', 'people.csv'] as const] : [];
      return draft(filled, { body: said, as, query });
    }
    return draft(filled, { query: queryOf(said) });
  });
}

export function queryOf(said: unknown): [string, string][] {
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).map(([name, value]) => [
    name.toWellFormed(),
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed(),
  ]);
}
