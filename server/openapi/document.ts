/**
 * server/openapi: the API, described for machines and for people.
 *
 * In: the routes as they are declared, which is what serves them too. Out: OpenAPI 3.1 at `/openapi.json` and a page at
 * `/docs`. Nothing is described twice: roles, shapes and limits come from the declarations, sentences from words.ts.
 * This file: the document.
 */
import { problem } from '../../lib/contract/problem.ts';
import type { Route } from '../http/route.ts';
import { EXAMPLES, messageFor } from './examples.ts';
import { type Json, Schemas } from './schemas.ts';
import { FILES, PARTS, SUMMARIES } from './words.ts';

const ROLES: Record<Route['role'], string> = {
  nobody: 'Open to all.',
  source: 'For a source: by its write key, signature or address.',
  rep: 'For reps, marketers and administrators.',
  marketer: 'For marketers and administrators.',
  admin: 'For administrators.',
};

/** What may be answered instead. `Retry-After` is given where waiting helps. */
const PROBLEMS: Record<number, string> = {
  400: 'Something in the request is not as expected; the detail names it.',
  401: 'The token or the key is missing, unknown or revoked.',
  403: 'The token is good, and its role is not enough.',
  404: 'There is no such thing in this workspace.',
  409: 'It is not in the state that this asks for; look again and repeat.',
  413: 'The request is too large; send it in pieces.',
  429: 'Too many; wait as long as Retry-After says.',
  500: 'The store made a mistake; whoever runs it finds the cause in its log.',
  503: 'The store cannot serve at the moment; wait as long as Retry-After says.',
};

/** @returns the whole document */
export function describe(routes: readonly Route[]): Json {
  const schemas = new Schemas();
  const shared = schemas.of(problem, 'output');
  schemas.shared.Problem ??= shared;
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const operations = paths[path] ?? {};
    operations[route.method.toLowerCase()] = operationOf(route, schemas);
    paths[path] = operations;
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Truce store',
      version: '1',
      description:
        "Marketing's knowledge on the CRM page where sales works, and sales' verdict back to marketing. Times are ISO 8601 in UTC; lists are read page by page by their cursor; refusals are problem+json (RFC 9457) whose detail says what to do.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This store' }],
    tags: tags(),
    paths,
    components: {
      schemas: schemas.shared,
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [
          `Problem${status}`,
          {
            description,
            content: {
              'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
            },
          },
        ]),
      ),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Of a connected browser: from POST /api/pair or POST /oauth/token.',
        },
        writeKey: {
          type: 'http',
          scheme: 'basic',
          description:
            'The write key as user name, without a password; it may also stand in the body as “writeKey”.',
        },
      },
    },
  };
}

function tags(): Json[] {
  const named = new Map<string, string>();
  for (const [, name, says] of PARTS) if (says !== '') named.set(name, says);
  return [...named].map(([name, description]) => ({ name, description }));
}

/** @returns the name of the part that a path belongs to */
export function partOf(path: string): string {
  return PARTS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'Operations';
}

function operationOf(route: Route, schemas: Schemas): Json {
  const key = `${route.method} ${route.path}`;
  const hasBody = route.method === 'POST' || route.method === 'PUT';
  const type = FILES[key] ?? 'application/json';
  return {
    operationId: key
      .replaceAll(/\W+(\w)/g, (_, next: string) => next.toUpperCase())
      .replaceAll(/\W/g, ''),
    tags: [partOf(route.path)],
    summary: SUMMARIES[key] ?? '',
    description: ROLES[route.role],
    security: securityOf(route),
    parameters: [
      ...pathParameters(route, schemas),
      ...(hasBody ? [] : queryParameters(route, schemas)),
    ],
    ...(hasBody ? bodyOf(route, key, schemas) : {}),
    responses: {
      200: {
        description: 'As asked.',
        content: { [type]: { schema: schemas.of(route.answer, 'output') } },
      },
      ...Object.fromEntries(
        problemsOf(route, hasBody).map((status) => [
          status,
          { $ref: `#/components/responses/Problem${status}` },
        ]),
      ),
    },
  };
}

function securityOf({ role, path }: Route): Json[] {
  if (role === 'nobody' || path.startsWith('/hooks')) return [];
  return role === 'source' ? [{ writeKey: [] }] : [{ token: [] }];
}

function problemsOf({ role, path, params, input }: Route, hasBody: boolean): number[] {
  const guarded = role !== 'nobody' && role !== 'source';
  return [
    ...(params || input || hasBody ? [400] : []),
    ...(role === 'nobody' ? [] : [401]),
    ...(guarded && role !== 'rep' ? [403] : []),
    ...(path.includes(':') ? [404] : []),
    ...(guarded && hasBody ? [409] : []),
    ...(hasBody ? [413] : []),
    ...(/pair|oauth|hooks/.test(path) ? [429] : []),
    500,
    503,
  ];
}

function pathParameters({ path, params }: Route, schemas: Schemas): Json[] {
  const known = params ? propertiesOf(schemas.of(params, 'input')) : {};
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: known[name] ?? { type: 'string' },
  }));
}

function queryParameters({ input }: Route, schemas: Schemas): Json[] {
  if (!input) return [];
  const schema = schemas.of(input, 'input');
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(propertiesOf(schema)).map(([name, one]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: one,
  }));
}

function propertiesOf(schema: Json): Json {
  const { properties } = schema;
  return typeof properties === 'object' && properties !== null ? { ...properties } : {};
}

function bodyOf({ role, path, input }: Route, key: string, schemas: Schemas): Json {
  if (role === 'source') {
    const example = path.startsWith('/v1') ? { example: messageFor(path) } : {};
    const content = { 'application/json': { schema: {}, ...example } };
    return { requestBody: { required: true, content } };
  }
  if (!input) return {};
  const schema = schemas.of(input, 'input');
  const type = path.startsWith('/oauth')
    ? 'application/x-www-form-urlencoded'
    : schema.type === 'string'
      ? 'application/octet-stream'
      : 'application/json';
  const example = key in EXAMPLES ? { example: EXAMPLES[key] } : {};
  return { requestBody: { required: true, content: { [type]: { schema, ...example } } } };
}
