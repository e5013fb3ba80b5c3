import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrmServer, serveCrm } from '../../demo/crm-server.ts';

let folder: string;
let server: CrmServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-crm-'));
  await mkdir(join(folder, 'site/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not for the web');
  await writeFile(join(folder, 'site/index.html'), '<!doctype html><title>CRM</title>');
  await writeFile(join(folder, 'site/assets/a b.js'), 'export {};');
  server = await serveCrm({
    port: 0,
    dir: join(folder, 'site'),
    headers: { 'content-security-policy': "default-src 'none'" },
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the server of the demo CRM', () => {
  it('serves files with their types, and the given headers on all of them', async () => {
    const page = await fetch(`${server.origin}/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(await page.text()).toContain('CRM');
    const script = await fetch(`${server.origin}/assets/a%20b.js?v=1`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/nothing.js', '/assets', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00', '/%zz'])(
    'answers 404 to %s',
    async (path) => {
      const answer = await fetch(server.origin + path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
    },
  );

  it('takes no other methods than reading ones', async () => {
    expect((await fetch(server.origin, { method: 'POST' })).status).toBe(405);
    expect(await (await fetch(server.origin, { method: 'HEAD' })).text()).toBe('');
  });

  it('refuses a port that is taken, and frees its own when closed', async () => {
    const dir = join(folder, 'site');
    await expect(serveCrm({ port: server.port, dir })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    const second = await serveCrm({ port: 0, dir });
    await fetch(second.origin);
    await second.close();
    await expect(fetch(second.origin)).rejects.toThrow();
  });
});
