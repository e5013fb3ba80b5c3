import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../lib/contract/problem.ts';
import { harden } from '../../server/http/harden.ts';
import { usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, type StoreProcess, startStore } from './support/store-process.ts';

const CODE = '7K3MQX2P';

/** Writes these bytes and reads until the other side closes. */
async function raw(url: string, ...pieces: (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  // It may close before it has read all of what should never have been sent.
  socket.on('error', () => {});
  for (const piece of pieces) socket.write(piece);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

function read(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const status = Number(head.split(' ')[1]);
  expect(head, answer).toMatch(/content-type: application\/problem\+json/i);
  const chunked = /transfer-encoding: chunked/i.test(head);
  const json = chunked ? body.replace(/^[0-9a-f]+\r\n/i, '').replace(/\r\n0\r\n.*$/s, '') : body;
  return { status, problem: problem.parse(JSON.parse(json)) };
}

describe('a real store', () => {
  const server = usePostgres();
  let store: StoreProcess;
  let keys = { token: '', writeKey: '' };
  beforeAll(async () => {
    const DATABASE_URL = await createDatabase(server());
    store = await startStore({ TRUCE_SETUP_CODE: CODE, DATABASE_URL });
    keys = await enter(store.url, CODE);
  });
  afterAll(() => store.end('SIGKILL'));

  const head = (line: string, ...headers: string[]) =>
    `${[`${line} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
  const isWell = async () => {
    const answer = await fetch(`${store.url}/readyz`);
    expect(answer.status).toBe(200);
  };

  it.each([
    ['not HTTP at all', 'hello\r\n\r\n', 400],
    ['TLS where there is none', Buffer.from('16030100c8010000c40303', 'hex'), 400],
    ['a line break in the address', 'GET /a\nb HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a header without a name', head('GET /healthz', ': x'), 400],
    ['a NUL in a header', head('GET /healthz', 'X-A: a\0b'), 400],
    ['two lengths', head('POST /v1/t', 'Content-Length: 2', 'Content-Length: 3'), 400],
    [
      'a length and chunks',
      head('POST /v1/t', 'Content-Length: 2', 'Transfer-Encoding: chunked'),
      400,
    ],
    ['a length that is none', head('POST /v1/t', 'Content-Length: two'), 400],
    ['a negative length', head('POST /v1/t', 'Content-Length: -1'), 400],
    ['chunks that are none', `${head('POST /v1/t', 'Transfer-Encoding: chunked')}zz\r\n`, 400],
    ['a head that is too large', head('GET /healthz', `X-A: ${'a'.repeat(20_000)}`), 431],
    ['an address that is too long', head(`GET /${'a'.repeat(20_000)}`), 431],
    [
      'thousands of headers',
      head('GET /healthz', ...Array.from({ length: 4000 }, (_, n) => `X-${n}: a`)),
      431,
    ],
    ['a host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a backslash in the address', head('GET /..\\..\\x'), 400],
    ['an address that is not UTF-8', head('GET /api/leads/%E0%A4%A'), 401],
    ['an address that leads out', head('GET /../../etc/passwd'), 404],
    ['a method nobody has', head('PROPFIND /api/me'), 405],
    ['a method that traces', head('TRACE /api/me'), 405],
  ])('answers %s with a problem', async (_, bytes, status) => {
    const answer = read(await raw(store.url, bytes));
    expect(answer.status).toBe(status);
    expect(answer.problem.detail).toMatch(/\w{4}.*\.$/);
    await isWell();
  });

  const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const answer = await fetch(store.url + path, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${keys.token}`, ...headers },
    });
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      body: JSON.parse(text),
    };
  };

  it.each([
    ['nested ten thousand deep', '['.repeat(10_000) + ']'.repeat(10_000), 400],
    ['nested and not closed', '{"a":'.repeat(100_000), 400],
    ['cut off', '{"items":[', 400],
    ['two values', '{} {}', 400],
    ['with a comment', '{} // yes', 400],
    ['a number', '1e999', 400],
    ['nothing', '', 400],
    ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 400],
    ['a prototype', '{"__proto__": {"items": []}, "constructor": 1}', 400],
    ['more than there may be', `"${'x'.repeat(1_000_001)}"`, 413],
  ])('refuses a body that is %s, at every door that takes JSON', async (_, body, status) => {
    for (const path of ['/api/feedback', '/api/leads/find', '/api/pair', '/api/hooks']) {
      const answer = await post(path, body);
      expect(answer.status, path).toBe(status);
      expect(answer.type).toBe('application/problem+json');
      expect(problem.parse(answer.body).detail).toMatch(/\w{4}.*\.$/);
    }
    await isWell();
  });

  it('takes braces in texts for what they are', async () => {
    const answer = await post('/api/leads/find', `{"record":"${'[{\\"'.repeat(1000)}"}`);
    expect(answer.body.detail).toContain('“record”');
  });

  it('keeps what is good of a batch that has the worst in it', async () => {
    const { writeKey } = keys;
    const good = { type: 'track', userId: 'u1', event: 'Demo Requested' };
    const deep = `{"type":"track","userId":"u1","event":"x","properties":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`;
    const batch = `[${JSON.stringify(good)},${deep},null,[],1,"x",{"__proto__":{"type":"track"}}]`;
    const answer = await post('/v1/batch', `{"writeKey":"${writeKey}","batch":${batch}}`);
    expect(answer).toMatchObject({ status: 200, body: { accepted: 1 } });
    expect(answer.body.refused.map(({ index }: { index: number }) => index)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    await isWell();
  });

  it('survives those who promise a body and go', async () => {
    const { hostname, port } = new URL(store.url);
    for (const path of ['/v1/batch', '/api/feedback', '/api/pair']) {
      const socket = connect(Number(port), hostname);
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"a":`);
      socket.end();
      socket.on('error', () => {});
      socket.resume();
      await once(socket, 'close');
    }
    await isWell();
  });

  it('reads no more than it must of a body that is too long', async () => {
    const answer = read(
      await raw(
        store.url,
        head('POST /api/pair', 'Content-Length: 1000000000'),
        Buffer.alloc(65_536),
      ),
    );
    expect(answer.status).toBe(413);
    await isWell();
  });

  it('reads no form that is longer than any sign-on has, and what it reads it counts once', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => `${n}=0`).join('&');
    const form = (body: string) => fetch(`${store.url}/oauth/token`, { method: 'POST', body });
    expect((await form(many.slice(0, 30_000))).status).toBe(400);
    expect((await form(`${many}&${many}&${many}`)).status).toBe(413);
    await isWell();
  });
});

describe('a server that waits', () => {
  it('does not wait for ever for a head that comes byte by byte', async () => {
    const server = createServer({ connectionsCheckingInterval: 20 });
    harden(server, 100);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const answer = read(await raw(`http://127.0.0.1:${port}`, 'GET / HTTP/1.1\r\nHost: x\r\nX-'));
    expect(answer.status).toBe(408);
    server.close();
  });
});
