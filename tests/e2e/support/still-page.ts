/** A contact page without any script, under headers of one's choice: what a strict CRM sends. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveCrm } from '../../../demo/crm-server.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/crm/atomic');

export interface StillPage {
  /** `http://localhost:4861`; the same server answers on 127.0.0.1. */
  origin: string;
  port: number;
  close(): Promise<void>;
}

/**
 * @param change what to make of the fixture's HTML
 * @param fixture which page of the CRM it is
 */
export async function serveStillPage(
  headers: Record<string, string>,
  change: (html: string) => string = (html) => html,
  fixture = '2026-11-22-contact.html',
): Promise<StillPage> {
  const dir = await mkdtemp(join(tmpdir(), 'truce-page-'));
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'index.html'), change(await readFile(join(FIXTURES, fixture), 'utf8')));
  const server = await serveCrm({ port: 0, dir, headers });
  return {
    origin: server.origin,
    port: server.port,
    async close() {
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The strictest headers a page can send, as far as frames are concerned. */
export const STRICT_HEADERS = {
  'content-security-policy':
    "default-src 'none'; frame-src 'none'; child-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};
