/** The company's sign-on for tests: a real OpenID provider on loopback, whose accounts a test makes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'truce', secret: 'only-for-these-tests' };

export interface Account {
  name?: string;
  email?: string;
  email_verified?: boolean;
}

export interface TestProvider {
  issuer: string;
  /** By what one types as the login, which is also the `sub`. Any password is right. */
  accounts: Map<string, Account>;
  /** Who is signed in on this computer already, so that no page has to ask; null: everybody is asked. */
  knows: string | null;
  /** While it is true, every request is answered with an error, as by a proxy whose server is gone. */
  isDown: boolean;
  close: () => Promise<void>;
}

/** @param callback where the store waits, as it would be registered by hand */
export async function startProvider(callback: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, Account>();
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] },
      // Somebody else's application at the same provider.
      { client_id: 'other', client_secret: CLIENT.secret, redirect_uris: [callback] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['only-for-these-tests'] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_, login) =>
      accounts.has(login)
        ? { accountId: login, claims: () => ({ sub: login, ...accounts.get(login) }) }
        : undefined,
  });
  const handle = provider.callback();
  const made: TestProvider = {
    issuer,
    accounts,
    knows: null,
    isDown: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (made.isDown) response.writeHead(503).end('Service Unavailable');
    else if (made.knows !== null && request.url?.startsWith('/interaction/')) {
      void passOn(provider, made.knows, request, response);
    } else void handle(request, response);
  });
  return made;
}

/** What a company's network does for computers it knows: the person is who the computer says, and nothing is asked. */
async function passOn(
  provider: Provider,
  accountId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId } });
    return;
  }
  const grant = new provider.Grant({ accountId, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(
    request,
    response,
    { consent },
    { mergeWithLastSubmission: true },
  );
}
