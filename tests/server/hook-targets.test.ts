import { describe, expect, it, vi } from 'vitest';
import { isPublic } from '../../server/hooks/addresses.ts';
import { post } from '../../server/hooks/post.ts';
import { addressesOf, outside, readTarget } from '../../server/hooks/target.ts';
import { makeReceiver } from './support/receiver.ts';

const never = new AbortController().signal;
const answering = (...addresses: string[]) => ({
  allowPrivate: false,
  lookUp: vi.fn(async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  ),
});

describe('the machines that webhooks may go to', () => {
  it.each([
    '0.0.0.0 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1',
    '172.31.255.255 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7',
    '203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255',
    ':: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1',
    '2002:7f00:1:: 3fff::1 5f00::1 fc00::1 fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1',
    'localhost example.com 1.2.3 0x7f.1',
  ])('are none of %s', (addresses) => {
    for (const address of addresses.split(' ')) expect(isPublic(address), address).toBe(false);
  });

  it('are those on the Internet', () => {
    for (const address of [
      '1.1.1.1',
      '100.128.0.1',
      '172.32.0.1',
      '192.169.0.1',
      '223.255.255.1',
    ]) {
      expect(isPublic(address), address).toBe(true);
    }
    for (const address of ['2606:4700::1111', '2a00:1450:4001::1', '2001:4860:4860::8888']) {
      expect(isPublic(address), address).toBe(true);
    }
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://①②⑦.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[fd00::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1:8443/',
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'https://user:secret@example.com/',
    'javascript:alert(1)',
    'https://',
    'https://300.1.1.1/',
    '',
  ])('are not reached by %s', (address) => {
    const read = readTarget(address, outside);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problem.detail).toMatch(/\w{4}.*\./);
  });

  it('are not reached by names that stand for others', async () => {
    const url = new URL('https://hooks.example/');
    for (const one of ['127.0.0.1', '10.1.2.3', '::1', '::ffff:10.0.0.1', '169.254.169.254']) {
      expect((await addressesOf(url, answering(one))).ok, one).toBe(false);
      // Hidden behind one that is fine.
      expect((await addressesOf(url, answering('93.184.216.34', one))).ok, one).toBe(false);
    }
    expect((await addressesOf(url, answering('93.184.216.34'))).ok).toBe(true);
    expect((await addressesOf(url, answering())).ok).toBe(false);
    // The machine's own names, with the resolver of this machine.
    for (const name of ['localhost', 'localhost.', 'LOCALHOST']) {
      const read = readTarget(`https://${name}/`, outside);
      expect(read.ok && (await addressesOf(read.value, outside)).ok, name).toBe(false);
    }
  });

  it('are looked at anew for each message, and are what gets connected to', async () => {
    const receiver = await makeReceiver();
    const lookUp = vi
      .fn(async () => [{ address: '127.0.0.1', family: 4 }])
      // What a name that changes its mind says first.
      .mockImplementationOnce(async () => [{ address: '10.255.255.1', family: 4 }]);
    const url = `http://hooks.example:${receiver.port}/truce`;
    const send = (allowPrivate: boolean) => post(url, {}, '{}', { allowPrivate, lookUp }, never);
    // Only https may be sent to, and then the private address is found.
    const first = await post(
      url.replace('http:', 'https:'),
      {},
      '{}',
      { allowPrivate: false, lookUp },
      never,
    );
    expect(first).toMatchObject({ status: null, words: expect.stringContaining('10.255.255.1') });
    const second = await post(
      url.replace('http:', 'https:'),
      {},
      '{}',
      { allowPrivate: false, lookUp },
      never,
    );
    expect(second).toMatchObject({ status: null, words: expect.stringContaining('127.0.0.1') });
    expect(receiver.received).toEqual([]);
    // Where it is allowed, the connection goes to the address that was looked up, once, under the name that was given.
    expect(await send(true)).toMatchObject({ status: 204 });
    expect(lookUp).toHaveBeenCalledTimes(3);
    expect(receiver.received[0]?.headers.host).toBe(`hooks.example:${receiver.port}`);
  });

  it('are not left by a redirect, and do not keep the store reading', async () => {
    const inside = await makeReceiver();
    const receiver = await makeReceiver((response, n) => {
      if (n === 1) response.writeHead(307, { location: inside.url }).end();
      else {
        response.writeHead(200);
        // Without an end.
        const more = () => response.write(Buffer.alloc(16_384), more);
        response.on('error', () => {});
        more();
      }
    });
    const to = { ...outside, allowPrivate: true };
    expect(await post(receiver.url, {}, '{}', to, never)).toMatchObject({ status: 307 });
    expect(await post(receiver.url, {}, '{}', to, never)).toMatchObject({ status: 200 });
    expect(inside.received).toEqual([]);
  });

  it('say in words why nothing arrived', async () => {
    const to = { ...outside, allowPrivate: true };
    expect((await post('http://127.0.0.1:1/', {}, '{}', to, never)).words).toBe(
      'connection refused',
    );
    const receiver = await makeReceiver((response) => void response.socket?.destroy());
    expect((await post(receiver.url, {}, '{}', to, never)).words).toBe('connection broken off');
  });
});
