import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Db } from '../../server/db/database.ts';
import { EXAMPLES, messageFor } from '../../server/openapi/examples.ts';
import { SUMMARIES } from '../../server/openapi/words.ts';
import { ROUTES } from '../../server/routes.ts';
import { createStore } from '../../server/store.ts';
import { routeFor } from './support/ask.ts';

/** Nothing here asks the database. */
const app = createStore({ db: {} as Db });

const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const operation = z.object({
  operationId: z.string().check(z.regex(/^[A-Za-z0-9]+$/)),
  tags: z.array(z.string()).check(z.length(1)),
  summary: z.string().check(z.minLength(10)),
  description: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query']),
      required: z.boolean(),
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
  requestBody: z.optional(z.object({ required: z.literal(true), content })),
  responses: z.record(
    z.string().check(z.regex(/^[1-5]\d\d$/)),
    z.union([z.strictObject({ $ref: z.string() }), z.object({ description: z.string(), content })]),
  ),
});
const shape = z.object({
  openapi: z.literal('3.1.1'),
  info: z.object({ title: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string().check(z.startsWith('/')), z.record(z.string(), operation)),
  components: z.object({
    schemas: z.record(z.string().check(z.regex(/^[\w.-]+$/)), z.record(z.string(), z.unknown())),
    responses: z.record(z.string(), z.object({ description: z.string(), content })),
    securitySchemes: z.record(z.string(), z.object({ type: z.literal('http') })),
  }),
});

const document = async () => (await app.request('/openapi.json')).json();

/** Every `$ref` in there, wherever it is. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : refsIn(item),
  );
}

describe('the description of the API', () => {
  it('is whole: every part of the form that OpenAPI lays down, and every reference leads somewhere', async () => {
    const raw = await document();
    const { tags, paths, components } = shape.parse(raw);
    const refs = refsIn(raw);
    expect(refs.length).toBeGreaterThan(100);
    for (const ref of new Set(refs)) {
      const there = ref
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], raw);
      expect(there, ref).toBeTypeOf('object');
    }
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { tags: own, security } of operations) {
      expect(tags.map(({ name }) => name)).toContain(own[0]);
      for (const one of security.flatMap((each) => Object.keys(each))) {
        expect(Object.keys(components.securitySchemes)).toContain(one);
      }
    }
    for (const [path, methods] of Object.entries(paths)) {
      for (const { parameters } of Object.values(methods)) {
        const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      }
    }
  });

  it('has every route, each with a sentence, its role, what goes in and what comes out', async () => {
    const { paths } = shape.parse(await document());
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const declared = ROUTES.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    );
    expect(described.sort()).toEqual(declared.sort());
    // None is described that is gone.
    expect(Object.keys(SUMMARIES).sort()).toEqual(
      ROUTES.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    const find = paths['/api/leads/find']?.post;
    expect(find?.security).toEqual([{ token: [] }]);
    expect(find?.requestBody?.content['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/FindLead',
    });
    const hot = paths['/api/leads/hot']?.get;
    expect(hot?.parameters.map(({ name }) => name).sort()).toEqual(['before', 'limit']);
    expect(Object.keys(paths['/api/audit']?.get?.responses ?? {})).toContain('403');
  });

  it('has examples that would be taken', () => {
    for (const [key, body] of Object.entries(EXAMPLES)) {
      const [method = '', path = ''] = key.split(' ');
      const route = routeFor(method, path);
      expect(route?.input?.safeParse(body), key).toMatchObject({ success: true });
    }
    for (const { path } of ROUTES.filter((route) => route.path.startsWith('/v1/'))) {
      if (!path.includes(':')) expect(messageFor(path), path).not.toBeNull();
    }
  });

  it('can be read without scripts or anything from elsewhere', async () => {
    const answer = await app.request('/docs');
    const page = await answer.text();
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+';/,
    );
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|src=|@import|url\(/);
    for (const { path } of ROUTES) {
      expect(page).toContain(`<code>${path.replaceAll(/:(\w+)/g, '{$1}')}</code>`);
    }
    const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name);
    for (const name of new Set(anchors)) expect(page).toContain(`id="${name}"`);
  });
});
