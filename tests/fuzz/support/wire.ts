/** Requests over real sockets: kept-alive ones for what is HTTP, and bare bytes for what is only nearly HTTP. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import type { Shot } from './shots.ts';

export interface Reply {
  /** 0: no answer came in time, or the connection ended without one. */
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Why there is no answer: `cut`, `silent`, `broken`. */
  none: 'cut' | 'silent' | 'broken' | null;
}

/** Longer than anything may take on a busy machine; what takes longer hangs. */
const PATIENCE_MS = 60_000;
const MOST_BYTES = 8_000_000;

export class Wire {
  readonly #agent: Agent;
  readonly #host: string;
  readonly #port: number;

  constructor(url: string, connections: number) {
    const { hostname, port } = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.#host = hostname;
    this.#port = Number(port);
  }

  send(shot: Shot): Promise<Reply> {
    return shot.raw ? this.#bytes(shot) : this.#request(shot);
  }

  close(): void {
    this.#agent.destroy();
  }

  #request({ method, path, headers, body, endlessMs }: Shot): Promise<Reply> {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const none = (why: Reply['none']) =>
      resolve({ status: 0, headers: {}, body: Buffer.alloc(0), none: why });
    const asked = request({
      agent: this.#agent,
      host: this.#host,
      port: this.#port,
      method,
      path,
      headers: { ...headers, ...(body ? { 'content-length': body.length } : {}) },
    });
    const patience = setTimeout(() => {
      none(endlessMs !== null ? 'cut' : 'silent');
      asked.destroy();
    }, endlessMs ?? PATIENCE_MS);
    asked.on('error', () => none('broken'));
    asked.on('response', async (answer) => {
      try {
        resolve(await whole(answer, endlessMs !== null));
      } catch {
        none('broken');
      }
    });
    asked.on('close', () => clearTimeout(patience));
    asked.end(body ?? undefined);
    return promise;
  }

  async #bytes({ raw }: Shot): Promise<Reply> {
    const socket = connect(this.#port, this.#host);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    const patience = setTimeout(() => socket.destroy(), PATIENCE_MS);
    // Half closed: whoever promised more has gone, and no store should wait for them.
    socket.end(raw ?? Buffer.alloc(0));
    await once(socket, 'close');
    clearTimeout(patience);
    return parsed(Buffer.concat(chunks));
  }
}

async function whole(answer: IncomingMessage, isEndless: boolean): Promise<Reply> {
  const status = answer.statusCode ?? 0;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) headers[name] = String(value);
  if (isEndless && headers['content-type']?.startsWith('text/event-stream')) {
    answer.destroy();
    return { status, headers, body: Buffer.alloc(0), none: null };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  return { status, headers, body: Buffer.concat(chunks), none: null };
}

/** The first answer in these bytes, as far as the judge needs it. */
function parsed(bytes: Buffer): Reply {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return { status: 0, headers: {}, body: bytes, none: 'broken' };
  const [line = '', ...rest] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers: Record<string, string> = {};
  for (const one of rest) {
    const colon = one.indexOf(':');
    headers[one.slice(0, colon).toLowerCase()] = one.slice(colon + 1).trim();
  }
  const after = bytes.subarray(end + 4);
  const body = /chunked/i.test(headers['transfer-encoding'] ?? '')
    ? unchunked(after)
    : after.subarray(0, Number(headers['content-length'] ?? after.length));
  return { status: Number(line.split(' ')[1]), headers, body, none: null };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16);
    if (end < 0 || !(size > 0)) return Buffer.concat(parts);
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
