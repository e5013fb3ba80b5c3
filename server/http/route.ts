/**
 * One route of the API: its path, the least role, the shape of what comes in and of what goes out. Declared rather
 * than called, so that nothing can be served without a role, and a test can go through all of them.
 */
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { parseWith } from '../../lib/contract/parse.ts';
import type { Result } from '../../lib/contract/problem.ts';
import type { Role } from '../../lib/contract/words.ts';
import { answeredMeanwhile, askerOf } from '../access/asker.ts';
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
import { type Tagged, taggedAnswer } from './tagged.ts';

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
  /** Whether answering writes nothing; where it is not said, it may. */
  reads?: boolean;
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
  /** It writes nothing, not even into `context`: it may be begun before it is known who asks, and for nothing. */
  reads?: true;
  /** A Response goes out as it is; a value goes out as JSON. */
  handle: (request: Request<Params, Input>) => Promise<Result<Answer> | Tagged<Answer> | Response>;
}

/** @returns the route, with parsing, roles and problems around its handler */
export function route<Answer, Params = undefined, Input = undefined>(
  declared: Declared<Params, Input, Answer>,
): Route {
  const { method, path, role, answer } = declared;
  const serve = async (store: Store, context: Context): Promise<Response> => {
    let question: Promise<Pick<Request<Params, Input>, 'params' | 'input'>> | null = null;
    const answerFor = async (asker: Asker) => {
      // A body can be read once.
      question ??= questionOf(declared, context);
      return declared.handle({ store, asker, context, ...(await question) });
    };
    const result = await toWhoeverMay(answerFor);
    if (result instanceof Response) return result;
    if (!result.ok) return problemAnswer(context, result.problem);
    return 'tag' in result ? taggedAnswer(context, result) : context.json(result.value as object);

    /** Roles first: whoever may not ask learns nothing about what a good question would be. */
    async function toWhoeverMay<T>(answerTo: (asker: Asker) => Promise<T>): Promise<T> {
      if (role === 'nobody') return answerTo(nobody);
      if (declared.reads) return answeredMeanwhile(store, context, role, answerTo);
      return answerTo(await askerOf(store, context, role));
    }
  };
  return {
    method,
    path,
    role,
    params: declared.params ?? null,
    input: declared.input ?? null,
    answer,
    reads: declared.reads ?? false,
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

/** Throws a `bad-request` when it is not of the shape that was declared. */
async function questionOf<Params, Input>(
  { method, params, body, input }: Declared<Params, Input, unknown>,
  context: Context,
): Promise<{ params: Params; input: Input }> {
  const hasBody = method === 'POST' || method === 'PUT';
  return {
    params: parsed(params, context.req.param(), 'address'),
    input: parsed(
      input,
      hasBody ? await bodyOf(context, body) : context.req.query(),
      hasBody ? 'request' : 'query',
    ),
  };
}

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
