/** Flat objects of senders that know nothing of Segment: by a mapping, else by what their fields are usually called. */
import type { ColumnMapping, ColumnRole } from '../../lib/contract/imports.ts';
import { crmRecord } from '../../lib/contract/record.ts';
import { roleOf } from '../imports/columns.ts';
import { isObject, type Loose, line, object, own } from '../ingest/read.ts';
import { recordIdent } from '../leads/idents.ts';
import { type Heard, type NotKept, notKept } from './door.ts';

type Roles = Map<ColumnRole, unknown>;

/** What the fields with these roles are called in a message about a person. */
const TRAITS = [
  'email',
  'name',
  'firstName',
  'lastName',
  'title',
  'company',
  'phone',
  'industry',
  'country',
  'employees',
] as const satisfies ColumnRole[];

/** `type` says what happened, `data` holds the rest, as the standard advises; or all of it is in one object. */
export function usualMessage(item: Loose): Heard {
  const data = isObject(own(item, 'data')) ? object(own(item, 'data')) : item;
  const roles: Roles = new Map();
  for (const [name, value] of leaves(data)) {
    const role = roleOf(name.split('.').at(-1) ?? '');
    if (role !== null && !roles.has(role)) roles.set(role, value);
  }
  const event = line(roles.get('event')) ?? line(own(item, 'event')) ?? line(own(item, 'type'));
  const at = roles.get('at') ?? own(item, 'timestamp');
  return { message: messageOf(item, roles, event, at, data) };
}

/** A `record` field is a name in the team's own CRM, which only an administrator's mapping may say. */
export function mappedMessage(item: Loose, mapping: ColumnMapping): readonly Heard[] | NotKept {
  const roles: Roles = new Map();
  const properties: Loose = {};
  const wrapped = isObject(own(item, 'data')) ? object(own(item, 'data')) : {};
  const fields = new Map([...leaves(item), ...leaves(wrapped)]);
  for (const [name, role] of Object.entries(mapping.columns)) {
    const value = fields.get(name);
    if (value === undefined) continue;
    if (role === 'property') properties[name] = value;
    else if (!roles.has(role)) roles.set(role, value);
  }
  const event = line(roles.get('event')) ?? outcomeOf(roles.get('outcome')) ?? mapping.event;
  const at = roles.get('at') ?? own(item, 'timestamp');
  const names = namesIn(roles, mapping);
  if (roles.size === 0) return notKept('None of the fields of the mapping is in it.');
  return [{ message: messageOf(item, roles, event, at, properties), names }];
}

function messageOf(
  item: Loose,
  roles: Roles,
  event: string | null,
  at: unknown,
  properties: Loose,
): Loose {
  const said = TRAITS.flatMap((role) => {
    const value = roles.get(role);
    return value === undefined ? [] : [[role, value] as const];
  });
  const traits = {
    ...Object.fromEntries(said),
    ...(isYes(roles.get('optedOut')) ? { unsubscribed: true } : {}),
  };
  const page = roles.get('page');
  const common = {
    messageId: line(roles.get('eventId')) ?? own(item, 'messageId'),
    timestamp: at,
    userId: roles.get('userId'),
    anonymousId: roles.get('anonymousId'),
  };
  if (event === null) return { ...common, type: 'identify', traits };
  const campaign = { name: roles.get('campaign'), source: roles.get('channel') };
  return {
    ...common,
    type: 'track',
    event,
    properties: { ...properties, ...(page === undefined ? {} : { url: page, link_url: page }) },
    context: { traits, campaign },
  };
}

function namesIn(roles: Roles, { record }: ColumnMapping): string[] {
  const id = line(roles.get('record'));
  if (record === null || id === null) return [];
  const parsed = crmRecord.safeParse({ ...record, id });
  return parsed.success ? [recordIdent(parsed.data)] : [];
}

/** Stages as teams call them, in the words of events. */
function outcomeOf(value: unknown): string | null {
  const said = line(value);
  if (said === null) return null;
  if (/\bwon\b|^customer$/i.test(said)) return 'Deal Won';
  return /\blost\b/i.test(said) ? 'Deal Lost' : 'Opportunity Created';
}

/** Deep enough for `data.contact.email`, not for what never ends. */
const DEEPEST = 4;

/** @returns every value that is no object, by its path: `contact.email` */
function leaves(from: Loose, path = '', depth = 0): [string, unknown][] {
  return Object.entries(from).flatMap(([key, value]): [string, unknown][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (!isObject(value)) return [[name, value]];
    return depth < DEEPEST ? leaves(value, name, depth + 1) : [];
  });
}

function isYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(true|yes|1)$/i.test(value));
}
