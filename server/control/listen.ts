/**
 * server/control: how a command reaches the store that is running on its data folder.
 *
 * In: requests from this machine by whoever can read the folder: a port on loopback and a token, both in a file there
 * that only its owner may read. Out: a backup of the embedded database, or what `doctor` wants to know. This file: the
 * store's side.
 */
import { timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CONTROL_FILE } from './file.ts';

/** What is asked by its path, answered by bytes. Throws when it cannot be had. */
export type Answers = Record<string, () => Promise<Readable>>;

/** @returns what ends it */
export async function listenForCommands(
  dataDir: string,
  token: string,
  answers: Answers,
  onError: (error: unknown) => void,
): Promise<() => void> {
  const server = createServer((request, response) => {
    answer(request, response, token, answers).catch((error) => {
      onError(error);
      // Cut short: whoever reads it must not take it for whole.
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const path = join(dataDir, CONTROL_FILE);
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, JSON.stringify({ port, token }), { mode: 0o600 });
  await rename(beside, path);
  // It answers as long as the store serves, and keeps no process alive.
  server.unref();
  return () => {
    rmSync(path, { force: true });
    server.close();
    server.closeAllConnections();
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  answers: Answers,
): Promise<void> {
  const given = Buffer.from(String(request.headers.authorization ?? ''));
  const right = Buffer.from(`Bearer ${token}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    response.writeHead(401).end();
    return;
  }
  const make = request.method === 'POST' ? answers[request.url ?? ''] : undefined;
  if (!make) {
    response.writeHead(404).end();
    return;
  }
  const body = await make();
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  await pipeline(body, response);
}
