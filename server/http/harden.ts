/** What the HTTP server puts up with: how long a request may take to arrive, and how broken ones are answered. */
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { failed, type Problem } from '../../lib/contract/problem.ts';

/** Somebody who sends a header every few seconds must not hold a connection for ever. */
const HEADERS_MS = 15_000;
const CHECK_MS = 5000;
/** Longer than any wait of ours is silent, a stream's heartbeat and a long poll included. */
const SILENT_MS = 120_000;
/** Longer than load balancers keep a connection that they may use again, or one of them would meet a closed one. */
const KEEP_ALIVE_MS = 75_000;

type Fetch = Parameters<typeof getRequestListener>[0];

/** @returns a server that is not listening yet */
export function hardenedServer(fetch: Fetch, hostname: string): Server {
  // What cannot even be made a request (a host that is none) never gets to the app.
  const errorHandler = () => {
    const { status, problem } = problemFor('');
    const headers = { 'content-type': 'application/problem+json' };
    return new Response(JSON.stringify({ ...problem, status }), { status, headers });
  };
  const listener = getRequestListener(fetch, { hostname, errorHandler });
  const server = createServer({ connectionsCheckingInterval: CHECK_MS }, listener);
  harden(server);
  return server;
}

export function harden(server: Server, headersMs = HEADERS_MS): void {
  server.headersTimeout = headersMs;
  // Imports are bodies of gigabytes; how long others may take is counted where they are read (body.ts).
  server.requestTimeout = 0;
  server.timeout = SILENT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const { status, problem } = problemFor(error.code ?? '');
    const body = JSON.stringify({ ...problem, status });
    socket.end(
      [
        `HTTP/1.1 ${status} ${problem.title}`,
        'content-type: application/problem+json',
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}

function problemFor(code: string): { status: number; problem: Problem } {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return told(
        431,
        'too-large',
        'The head of the request is too large',
        'Address and headers together may have 16 kB; a client that sends more has gone wrong.',
      );
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return told(
        408,
        'bad-request',
        'The request took too long to arrive',
        'Send it again, faster, or over a better connection.',
      );
    default:
      return told(
        400,
        'bad-request',
        'This is not HTTP',
        'The request breaks the rules of HTTP/1.1; look at the client, or at a proxy in between.',
        'request',
      );
  }
}

function told(
  status: number,
  code: Problem['code'],
  title: string,
  detail: string,
  field?: string,
) {
  const made = failed(code, title, detail, field === undefined ? {} : { field });
  if (made.ok) throw new Error('failed() cannot succeed');
  return { status, problem: made.problem };
}
