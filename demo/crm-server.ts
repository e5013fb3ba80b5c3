/** A small server for a folder of built files: the demo CRM, and the same CRM with hostile headers in tests. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

export interface CrmServerOptions {
  /** 0 for any free one. */
  port: number;
  /** Folder to serve. */
  dir: string;
  /** More response headers, such as a content security policy. */
  headers?: Record<string, string>;
}

export interface CrmServer {
  /** `http://localhost:4861` */
  origin: string;
  port: number;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Serves `dir` on localhost until it is closed. Rejects when the port is taken (`EADDRINUSE`). */
export async function serveCrm({ port, dir, headers = {} }: CrmServerOptions): Promise<CrmServer> {
  const root = resolve(dir);
  const server = createServer((request, response) => {
    answer(root, request.url ?? '/', request.method ?? 'GET', headers, response).catch(() => {
      response.destroy();
    });
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    // IPv4 by name: what `localhost` means differs between machines, and browsers try this one anyway.
    server.listen(port, '127.0.0.1', ready);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    origin: `http://localhost:${actual}`,
    port: actual,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  root: string,
  url: string,
  method: string,
  headers: Record<string, string>,
  response: ServerResponse,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await fileFor(root, url);
  if (!file) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
    response.end('Not here.\n');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-cache',
    ...headers,
  });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** @returns the file that an address names, never one outside the folder; null when there is none */
async function fileFor(root: string, url: string): Promise<{ path: string; size: number } | null> {
  const path = decoded(url.split(/[?#]/)[0] ?? '/');
  if (path === null || path.includes('\0')) return null;
  const wanted = join(root, normalize(`/${path}`));
  if (wanted !== root && !wanted.startsWith(root + sep)) return null;
  const found = await stat(wanted).catch(() => null);
  if (found?.isFile()) return { path: wanted, size: found.size };
  const index = join(wanted, 'index.html');
  const page = found?.isDirectory() ? await stat(index).catch(() => null) : null;
  return page ? { path: index, size: page.size } : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
