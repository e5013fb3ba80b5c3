/** The routes of sign-on, and what tells the extension that there is one. */
import * as z from 'zod/mini';
import { signOn } from '../../lib/contract/people.ts';
import { done, failed } from '../../lib/contract/problem.ts';
import { baseUrlOf } from '../http/base-url.ts';
import { type Route, route } from '../http/route.ts';
import { authorizeRoute } from './authorize.ts';
import { callbackRoute } from './callback.ts';
import { revokeRoute, tokenRoute } from './token.ts';

const signOnRoute = route({
  method: 'GET',
  path: '/api/sign-on',
  role: 'nobody',
  answer: signOn,
  handle: async ({ store: { provider } }) =>
    done({ provider: provider ? { name: provider.name } : null }),
});

/** What an OAuth client reads first (RFC 8414). */
const metadataRoute = route({
  method: 'GET',
  path: '/.well-known/oauth-authorization-server',
  role: 'nobody',
  answer: z.unknown(),
  handle: async ({ store, context }) => {
    if (!store.provider) {
      return failed(
        'not-found',
        'There is no sign-on here',
        'Ask an admin of your team for a code or an invitation link.',
      );
    }
    const issuer = baseUrlOf(store, context);
    return done({
      issuer,
      authorization_endpoint: `${issuer}/oauth/authorize`,
      token_endpoint: `${issuer}/oauth/token`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      revocation_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
    });
  },
});

export const signOnRoutes: readonly Route[] = [
  signOnRoute,
  metadataRoute,
  authorizeRoute,
  callbackRoute,
  tokenRoute,
  revokeRoute,
];
