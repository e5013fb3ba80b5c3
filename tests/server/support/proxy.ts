/** A proxy before a store, as well or as badly set up as a test wants it. */
import { createServer, request, Server as WebServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface ProxySettings {
  /** Says whom it passes on, and how they came. */
  passesOn?: boolean;
  proto?: 'https' | null;
  /** Sends an answer on when it has all of it. */
  waits?: boolean;
  /** Refuses these by itself. */
  hides?: string;
}

/** @returns where it listens, until the test is over */
export async function proxyTo(
  target: string,
  { passesOn = true, proto = 'https', waits = false, hides = '/metrics' }: ProxySettings = {},
): Promise<string> {
  return listening(
    createServer((asked, answer) => {
      if (asked.url === hides) return void answer.writeHead(404).end();
      const headers = {
        ...asked.headers,
        ...(passesOn ? { 'x-forwarded-for': '203.0.113.7' } : {}),
        ...(passesOn && proto ? { 'x-forwarded-proto': proto } : {}),
      };
      const passed = request(target + asked.url, { method: asked.method ?? 'GET', headers });
      passed.on('error', () => answer.writeHead(502).end());
      passed.on('response', async (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers);
        if (waits) answer.end(await buffer(came));
        else came.pipe(answer);
      });
      asked.pipe(passed);
    }),
  );
}

/** @returns where a server listens on this machine, until the test is over */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    if (server instanceof WebServer) server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
