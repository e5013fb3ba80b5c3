/**
 * One route of the API: its path, the least role, the shape of what comes in and of what goes out. Declared rather
 * than called, so that nothing can be served without a role, and a test can go through all of them.
 */
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { parseWith } from '../../lib/contract/parse.ts';
import type { Result } from '../../lib/contract/problem.ts';
import type { Role } from '../../lib/contract/words.ts';
import { askerOf } from '../access/asker.ts';
import {
  API_BODY_LIMIT,
  FORM_LIMIT,
  parseForm,
  parseJson,
  readBytes,
  refuseDepth,
} from './body.ts';
import type { Asker, Store } from './context.ts';
import { ProblemError, problemAnswer } from './problems.ts';

/** What a handler gets. `asker` is null only on routes with the role `nobody`. */
export interface Request<Params, Input> {
  store: Store;
  asker: Asker;
  params: Params;
  input: Input;
  context: Context;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  method: Method;
  path: string;
  /** The least that a token must be; `nobody` needs no token, `source` a write key. */
  role: Role | 'nobody' | 'source';
  params: z.ZodMiniType | null;
  /** Of the JSON body for POST and PUT, of the query for the others. */
  input: z.ZodMiniType | null;
  answer: z.ZodMiniType;
  serve: (store: Store, context: Context) => Promise<Response>;
}

interface Declared<Params, Input, Answer> {
  method: Method;
  path: string;
  role: Role | 'nobody';
  params?: z.ZodMiniType<Params>;
  /** How a body is written; JSON when it is not said. */
  body?: 'form';
  input?: z.ZodMiniType<Input>;
  answer: z.ZodMiniType<Answer>;
  /** A Response goes out as it is (304); a value goes out as JSON. */
  handle: (request: Request<Params, Input>) => Promise<Result<Answer> | Response>;
}

/** @returns the route, with parsing, roles and problems around its handler */
export function route<Answer, Params = undefined, Input = undefined>(
  declared: Declared<Params, Input, Answer>,
): Route {
  const { method, path, role, answer } = declared;
  const serve = async (store: Store, context: Context): Promise<Response> => {
    // Roles first: whoever may not ask learns nothing about what a good question would be.
    const asker = role === 'nobody' ? nobody : await askerOf(store, context, role);
    const params = parsed(declared.params, context.req.param(), 'address');
    const hasBody = method === 'POST' || method === 'PUT';
    const raw = hasBody ? await bodyOf(context, declared.body) : context.req.query();
    const input = parsed(declared.input, raw, hasBody ? 'request' : 'query');
    const result = await declared.handle({ store, asker, params, input, context });
    if (result instanceof Response) return result;
    return result.ok
      ? context.json(result.value as object)
      : problemAnswer(context, result.problem);
  };
  return {
    method,
    path,
    role,
    params: declared.params ?? null,
    input: declared.input ?? null,
    answer,
    serve,
  };
}

/** Adds the routes to the app. */
export function mount(app: Hono, store: Store, routes: readonly Route[]): void {
  for (const one of routes) {
    app.on(one.method, one.path, (context) => one.serve(store, context));
  }
}

/** Stands in where no token is asked for; reading it would be a mistake of ours, so it says so. */
const nobody: Asker = {
  get member(): never {
    throw new Error('This route has no asker.');
  },
  get wsId(): never {
    throw new Error('This route has no workspace.');
  },
  get deviceId(): never {
    throw new Error('This route has no browser.');
  },
  get language(): never {
    throw new Error('This route has no reader.');
  },
  get inForce(): never {
    throw new Error('This route has no definition.');
  },
};

async function bodyOf(context: Context, as: 'form' | undefined): Promise<unknown> {
  if (as === 'form') return parseForm(await readBytes(context, FORM_LIMIT));
  const bytes = await readBytes(context, API_BODY_LIMIT);
  refuseDepth(bytes);
  return parseJson(bytes);
}

/** A route without a schema takes nothing, so what came is not even looked at. */
function parsed<T>(schema: z.ZodMiniType<T> | undefined, input: unknown, what: string): T {
  if (!schema) return undefined as T;
  const result = parseWith(schema, input, what);
  if (!result.ok) throw new ProblemError(result.problem);
  return result.value;
}
