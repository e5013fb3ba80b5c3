/** One request, and a check that whatever comes back is what the contract says. */
import type { Hono } from 'hono';
import { problem } from '../../../lib/contract/problem.ts';
import type { Route } from '../../../server/http/route.ts';
import { ROUTES } from '../../../server/routes.ts';

export interface Asked {
  path: string;
  method?: string;
  token?: string | undefined;
  /** Sent as JSON, unless it is bytes or text already. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** @returns the answer; throws when it does not fit the schema of its route, or is no proper problem */
export async function ask(app: Hono, request: Asked): Promise<Answer> {
  const method = request.method ?? (request.body === undefined ? 'GET' : 'POST');
  const headers = new Headers(request.headers);
  if (request.token) headers.set('authorization', `Bearer ${request.token}`);
  const answer = await app.request(request.path, {
    method,
    headers,
    ...(request.signal ? { signal: request.signal } : {}),
    ...(request.body === undefined ? {} : { body: bodyOf(request.body) }),
  });
  const text = await answer.text();
  const { status } = answer;
  if (text === '') return { status, body: null, headers: answer.headers };
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  // Files (CSV, NDJSON, HTML) are what they are.
  if (!isJson || answer.headers.get('content-type')?.includes('ndjson')) {
    return { status, body: text, headers: answer.headers };
  }
  const body: unknown = JSON.parse(text);
  if (status >= 400) {
    problem.parse(body);
    const type = answer.headers.get('content-type');
    if (type !== 'application/problem+json') throw new Error(`A problem was sent as ${type}.`);
  } else routeFor(method, request.path)?.answer.parse(body);
  return { status, body, headers: answer.headers };
}

/** @returns the declared route that serves this path */
export function routeFor(method: string, path: string): Route | undefined {
  const given = path.replace(/\?.*$/, '').split('/');
  return ROUTES.find(
    (route) =>
      route.method === method &&
      route.path.split('/').length === given.length &&
      route.path.split('/').every((part, at) => part.startsWith(':') || part === given[at]),
  );
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
