/** Requests to the store over kept-alive sockets, with as little of its own as a client can have. */
import { Agent, request } from 'node:http';

export interface Client {
  post: (path: string, body: string) => Promise<string>;
  get: (path: string) => Promise<string>;
  close: () => void;
}

/** @param authorization sent with every request */
export function clientOf(url: string, authorization: string, sockets: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname, port } = new URL(url);
  const send = (method: string, path: string, body: string | null) =>
    new Promise<string>((resolve, reject) => {
      const headers = {
        authorization,
        ...(body === null
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const asked = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${path}: ${answer.statusCode} ${text}`));
        });
      });
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  return {
    post: (path, body) => send('POST', path, body),
    get: (path) => send('GET', path, null),
    close: () => agent.destroy(),
  };
}
