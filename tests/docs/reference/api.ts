/** docs/reference/api.md and shapes.md: what `/openapi.json` says, to read without a store. */
import { hookBody, hookTopic } from '../../../lib/contract/hooks.ts';
import { describe, partOf } from '../../../server/openapi/document.ts';
import { type Json, Schemas } from '../../../server/openapi/schemas.ts';
import { SUMMARIES } from '../../../server/openapi/words.ts';
import { ROUTES } from '../../../server/routes.ts';
import { GENERATED } from './words.ts';

const WHO = {
  nobody: 'all',
  source: 'sources',
  rep: 'reps',
  marketer: 'marketers',
  admin: 'administrators',
} as const;

/** Wider than this and a shape is broken into lines. */
const WIDE = 110;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** @returns a shape as TypeScript would write it, on one line */
function short(schema: unknown): string {
  if (!isJson(schema)) return 'anything';
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum)
    return list(schema.enum)
      .map((one) => JSON.stringify(one))
      .join(' | ');
  const choices = list(schema.anyOf ?? schema.oneOf);
  if (choices.length > 0) return choices.map(short).join(' | ');
  if (list(schema.allOf).length > 0) return list(schema.allOf).map(short).join(' & ');
  if (schema.type === 'array') {
    const inner =
      list(schema.prefixItems).length > 0
        ? list(schema.prefixItems).map(short).join(', ')
        : short(schema.items);
    return schema.prefixItems
      ? `[${inner}]`
      : inner.includes(' | ')
        ? `(${inner})[]`
        : `${inner}[]`;
  }
  if (isJson(schema.properties)) return `{ ${fieldsOf(schema, short).join(', ')} }`;
  if (schema.type === 'object') return `{ [name]: ${short(schema.additionalProperties)} }`;
  return scalar(schema);
}

function scalar({ type, format, maxLength }: Json): string {
  if (Array.isArray(type)) return type.join(' | ');
  if (type === 'integer') return 'integer';
  if (type !== 'string') return typeof type === 'string' ? type : 'anything';
  if (format === 'uuid' || format === 'date-time' || format === 'uri' || format === 'email')
    return format;
  return typeof maxLength === 'number' ? `string (${maxLength})` : 'string';
}

function fieldsOf(schema: Json, write: (one: unknown) => string): string[] {
  const required = new Set(list(schema.required));
  const properties = isJson(schema.properties) ? schema.properties : {};
  return Object.entries(properties).map(
    ([name, one]) => `${name}${required.has(name) ? '' : '?'}: ${write(one)}`,
  );
}

/** @returns the same over several lines where it is wide */
function long(schema: unknown): string {
  const text = short(schema);
  if (text.length <= WIDE || !isJson(schema)) return text;
  const choices = list(schema.anyOf ?? schema.oneOf);
  if (choices.length > 0) return choices.map((one) => `| ${indented(long(one))}`).join('\n');
  if (schema.type === 'array') return `${long(schema.items)}[]`;
  if (!isJson(schema.properties)) return text;
  return `{\n${fieldsOf(schema, (one) => indented(long(one)))
    .map((line) => `  ${line}`)
    .join('\n')}\n}`;
}

const indented = (text: string) => text.replaceAll('\n', '\n  ');

const schemaIn = (value: unknown): unknown => {
  const content =
    isJson(value) && isJson(value.content) ? Object.entries(value.content)[0] : undefined;
  return content && isJson(content[1]) ? content[1].schema : undefined;
};

const block = (text: string) => ['```ts', text, '```', ''];

export function apiPage(): string {
  const document = describe(ROUTES);
  const paths = isJson(document.paths) ? document.paths : {};
  const parts = Map.groupBy(ROUTES, ({ path }) => partOf(path));
  const sections = [...parts].flatMap(([part, routes]) => [
    `## ${part}`,
    '',
    ...routes.flatMap(({ method, path, role }) => {
      const operations = paths[path.replaceAll(/:(\w+)/g, '{$1}')];
      const one = isJson(operations) ? operations[method.toLowerCase()] : undefined;
      if (!isJson(one)) return [];
      const asked = list(one.parameters).flatMap((each) =>
        isJson(each) && each.in === 'query'
          ? [`${each.name}${each.required === true ? '' : '?'}: ${short(each.schema)}`]
          : [],
      );
      const body = schemaIn(one.requestBody);
      const answers = isJson(one.responses) ? schemaIn(one.responses[200]) : undefined;
      return [
        `### ${method} ${path}`,
        '',
        `${SUMMARIES[`${method} ${path}`] ?? ''} For ${WHO[role]}.`,
        '',
        ...block(
          [
            ...(asked.length > 0 ? [`query   ${asked.join(', ')}`] : []),
            ...(body === undefined || role === 'source' ? [] : [`body    ${long(body)}`]),
            `answer  ${long(answers)}`,
          ].join('\n'),
        ),
      ];
    }),
  ]);
  return [
    '# The API',
    '',
    `${GENERATED} Your store tells the same at \`/docs\`, and to programs at \`/openapi.json\`.`,
    '',
    'A connected browser shows its token as `Authorization: Bearer …`; a source its write key as user name. What a marketer may do an administrator may too, and what a rep may do both may. Times are ISO 8601 in UTC. Refusals are `application/problem+json` ([messages](messages.md)). Names with a capital letter are [shapes](shapes.md); `string (200)` has at most so many characters; `?` may be left out.',
    '',
    ...sections,
  ].join('\n');
}

export function shapesPage(): string {
  const document = describe(ROUTES);
  const components = isJson(document.components) ? document.components : {};
  const schemas = isJson(components.schemas) ? components.schemas : {};
  return [
    '# Shapes',
    '',
    `${GENERATED} What [the API](api.md) takes and answers. \`-input\` is as it is sent, where what is filled in may be left out.`,
    '',
    ...Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, schema]) => [`## ${name}`, '', ...block(long(schema))]),
  ].join('\n');
}

/** docs/reference/webhooks.md: the body of each message that the store sends to other tools. */
export function webhooksPage(): string {
  const whole = new Schemas().of(hookBody, 'output');
  const kinds = list(whole.oneOf ?? whole.anyOf).filter(isJson);
  return [
    '# Bodies of webhooks',
    '',
    `${GENERATED} What they are for, how they are signed and when they are sent again: [webhooks](../webhooks.md). The shapes they name: [shapes](shapes.md).`,
    '',
    ...hookTopic.options.flatMap((topic) => {
      const one = kinds.find(
        ({ properties }) =>
          isJson(properties) && isJson(properties.type) && properties.type.const === topic,
      );
      return [`## ${topic}`, '', ...block(long(one))];
    }),
  ].join('\n');
}
