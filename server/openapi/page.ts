/** The document as a page: no scripts, nothing from elsewhere, readable by itself. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { STYLE } from './page-style.ts';
import type { Json } from './schemas.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing but its own style sheet is allowed to do anything. */
export const POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** @param document as `describe` makes it */
export async function pageOf(document: Json): Promise<string> {
  const info = at(document, 'info');
  const schemas = entries(at(document, 'components', 'schemas'));
  const operations = entries(at(document, 'paths')).flatMap(([path, methods]) =>
    entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const parts = list(document.tags).map((tag) => ({
    name: text(tag, 'name'),
    says: text(tag, 'description'),
    own: operations.filter(({ operation }) =>
      list(operation.tags as unknown, String).includes(text(tag, 'name')),
    ),
  }));
  return String(
    await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(info, 'title')}: how to use it</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<h1>${text(info, 'title')}</h1>
<p>${text(info, 'description')}</p>
<p>For machines: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
</header>
<nav aria-label="Parts"><ul>
${parts.map(({ name }) => html`<li><a href="#${anchor(name)}">${name}</a></li>`)}
<li><a href="#shapes">Shapes</a></li>
</ul></nav>
<main>
${parts.map(
  ({ name, says, own }) => html`<section aria-labelledby="${anchor(name)}">
<h2 id="${anchor(name)}">${name}</h2>
<p>${says}</p>
${own.map(operationOf)}
</section>`,
)}
<section aria-labelledby="shapes">
<h2 id="shapes">Shapes</h2>
<p>What goes in and comes out, each once.</p>
${schemas.map(
  ([name, schema]) => html`<details id="shape-${name}"><summary><code>${name}</code></summary>
<div class="body">${shape(schema)}</div></details>`,
)}
</section>
</main>
</body>
</html>`,
  );
}

interface Operation {
  path: string;
  method: string;
  operation: Json;
}

function operationOf({ path, method, operation }: Operation): Html {
  const body = entries(at(operation, 'requestBody', 'content'))[0];
  const answer = entries(at(operation, 'responses', '200', 'content'))[0];
  const refusals = entries(at(operation, 'responses'))
    .map(([status]) => status)
    .filter((status) => status !== '200');
  const example = body?.[1].example;
  return html`<details id="${text(operation, 'operationId')}">
<summary><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code> <span class="summary">${text(operation, 'summary')}</span></summary>
<div class="body">
<p>${text(operation, 'description')}</p>
${parametersOf(list(operation.parameters))}
${body ? html`<h3>Send <small>${body[0]}</small></h3>${shape(at(body[1], 'schema'))}` : ''}
${example === undefined ? '' : html`<pre tabindex="0">${JSON.stringify(example, null, 2)}</pre>`}
${answer ? html`<h3>Answer <small>${answer[0]}</small></h3>${shape(at(answer[1], 'schema'))}` : ''}
<p>Refusals: ${refusals.join(', ')}.</p>
</div>
</details>`;
}

function parametersOf(parameters: Json[]): Html | string {
  if (parameters.length === 0) return '';
  return html`<h3>Address</h3><dl>${parameters.map(
    (
      one,
    ) => html`<dt><code>${text(one, 'name')}</code> <small>${text(one, 'in')}${one.required === true ? '' : ', may be left out'}</small></dt>
<dd>${shape(at(one, 'schema'))}</dd>`,
  )}</dl>`;
}

/** What a schema says, in words and lists. */
function shape(schema: Json): Html {
  const ref = text(schema, '$ref').split('/').at(-1) ?? '';
  if (ref !== '') return html`<a href="#shape-${ref}">${ref}</a>`;
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    const several = list(schema[key]);
    if (several.length > 0) {
      const between = key === 'allOf' ? 'and' : 'or';
      return html`${several.map((one, place) => html`${place > 0 ? html` <em>${between}</em> ` : ''}${shape(one)}`)}`;
    }
  }
  if ('const' in schema) return html`<code>${JSON.stringify(schema.const)}</code>`;
  const values = list(schema.enum, JSON.stringify);
  if (values.length > 0)
    return html`${values.map((value, n) => html`${n > 0 ? ', ' : ''}<code>${value}</code>`)}`;
  if ('items' in schema) return html`list of ${shape(at(schema, 'items'))}`;
  const properties = entries(at(schema, 'properties'));
  if (properties.length === 0) return html`${plain(schema)}`;
  const required = list(schema.required, String);
  return html`<dl>${properties.map(
    ([
      name,
      one,
    ]) => html`<dt><code>${name}</code>${required.includes(name) ? '' : html` <small>may be left out</small>`}</dt>
<dd>${shape(one)}</dd>`,
  )}</dl>`;
}

function plain(schema: Json): string {
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : text(schema, 'type');
  const bounds = [
    ...('minimum' in schema ? [`from ${schema.minimum}`] : []),
    ...('maximum' in schema ? [`to ${schema.maximum}`] : []),
    ...('maxLength' in schema ? [`at most ${schema.maxLength} characters`] : []),
  ];
  const format = text(schema, 'format');
  return [format === '' ? type || 'anything' : format, ...bounds].join(', ');
}

const anchor = (name: string) => name.toLowerCase().replaceAll(/\W+/g, '-');

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(json: Json, ...path: string[]): Json {
  let here: unknown = json;
  for (const key of path) here = isJson(here) ? here[key] : undefined;
  return isJson(here) ? here : {};
}

function text(json: Json, key: string): string {
  const value = json[key];
  return typeof value === 'string' ? value : '';
}

function entries(json: Json): [string, Json][] {
  return Object.entries(json).map(([key, value]) => [key, isJson(value) ? value : {}]);
}

function list(value: unknown): Json[];
function list<T>(value: unknown, of: (item: unknown) => T): T[];
function list<T>(value: unknown, of?: (item: unknown) => T): (T | Json)[] {
  if (!Array.isArray(value)) return [];
  return of ? value.map(of) : value.filter(isJson);
}
