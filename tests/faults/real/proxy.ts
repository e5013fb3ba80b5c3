/** What stands between a browser and its store: passes everything on, until it is told to fail. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One sending of verdicts that was stopped here. */
export interface Exchange {
  /** Sends it on. @returns null when the store did not answer */
  forward(): Promise<Answer | null>;
  /** What the browser gets; nothing when there is no answer to give. */
  reply(answer: Answer | null): void;
  /** The head, and half of what it promises. */
  replyHalf(answer: Answer | null): void;
  /** Ends the connection without a word. */
  cut(): void;
}

/** What becomes of one sending. */
export type Act = (exchange: Exchange) => Promise<void>;

export interface FaultProxy {
  url: string;
  /** The next so many sendings of verdicts go like this. @returns what settles when the first of them has */
  arm(times: number, act: Act): Promise<void>;
  /** Passes everything on from now; settles when nothing is held here any more. */
  heal(): Promise<void>;
  close(): Promise<void>;
}

/** @param target address of the store, running or not */
export async function startProxy(target: string): Promise<FaultProxy> {
  let armed: { left: number; act: Act; struck: PromiseWithResolvers<void> } | null = null;
  const underWay = new Set<Promise<void>>();

  const fail = (
    from: IncomingMessage,
    to: ServerResponse,
    { act, struck }: NonNullable<typeof armed>,
  ) => {
    const run = act(exchangeOf(target, from, to))
      .catch(() => void to.destroy())
      .finally(() => {
        underWay.delete(run);
        struck.resolve();
      });
    underWay.add(run);
  };
  const server = createServer((from, to) => {
    const isSending = from.method === 'POST' && from.url === '/api/feedback';
    if (!isSending || !armed || armed.left === 0) return pass(target, from, to);
    armed.left -= 1;
    fail(from, to, armed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No free port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    arm(times, act) {
      const struck = Promise.withResolvers<void>();
      armed = { left: times, act, struck };
      return struck.promise;
    },
    async heal() {
      armed = null;
      await Promise.all(underWay);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** As it comes, streams that never end included. */
function pass(target: string, from: IncomingMessage, to: ServerResponse): void {
  const { method, headers } = from;
  const onward = request(target + from.url, { method, headers, agent: false });
  onward.on('response', (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(to);
    answer.on('error', () => to.destroy());
  });
  onward.on('error', () => to.destroy());
  to.on('close', () => onward.destroy());
  from.pipe(onward);
}

function exchangeOf(target: string, from: IncomingMessage, to: ServerResponse): Exchange {
  const wanted = bodyOf(from);
  // A browser that gave up while it was still sending is nobody's business when nothing is sent on.
  wanted.catch(() => undefined);
  return {
    forward: async () => forwarded(target, from, await wanted),
    reply(answer) {
      if (!answer) return void to.destroy();
      to.writeHead(answer.status, answer.headers);
      to.end(answer.body);
    },
    replyHalf(answer) {
      if (!answer) return void to.destroy();
      to.writeHead(answer.status, answer.headers);
      to.write(answer.body.subarray(0, answer.body.length / 2), () => to.destroy());
    },
    cut: () => void to.destroy(),
  };
}

function forwarded(target: string, from: IncomingMessage, body: Buffer): Promise<Answer | null> {
  const { method, headers } = from;
  return new Promise((resolve) => {
    const onward = request(target + from.url, { method, headers, agent: false });
    onward.on('error', () => resolve(null));
    onward.on('response', (answer) => {
      bodyOf(answer).then(
        (said) =>
          resolve({
            status: answer.statusCode ?? 502,
            headers: plain(answer.headers, said),
            body: said,
          }),
        () => resolve(null),
      );
    });
    onward.end(body);
  });
}

/** The body is whole here, so its length is said. */
function plain(headers: IncomingHttpHeaders, body: Buffer): IncomingHttpHeaders {
  const { 'transfer-encoding': _, connection: __, ...others } = headers;
  return { ...others, 'content-length': String(body.length) };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
}
