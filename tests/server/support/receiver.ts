/** Somebody who receives webhooks and believes only what the library says is signed. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';
import { type HookBody, hookBody } from '../../../lib/contract/hooks.ts';

export interface Received {
  id: string;
  headers: IncomingHttpHeaders;
  text: string;
}

/** @param answer what to do with the nth request; answers 204 if left out */
export async function makeReceiver(
  answer: (response: ServerResponse, n: number) => void = (response) =>
    void response.writeHead(204).end(),
) {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { headers } = request;
    const text = Buffer.concat(chunks).toString('utf8');
    received.push({ id: String(headers['webhook-id']), headers, text });
    for (const look of waiting) look();
    answer(response, received.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
  });
  return {
    port,
    url: `http://127.0.0.1:${port}/truce`,
    received,
    /** Settles when there are so many. */
    until: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** @returns the body; throws when it was not signed with this secret */
export function verified({ text, headers }: Received, secret: string): HookBody {
  const webhook = new Webhook(secret);
  const plain = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
  return hookBody.parse(webhook.verify(text, plain));
}
