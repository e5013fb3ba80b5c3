/** Marketo's activities, by webhook or Data Streams: one record each, without an address, only with the lead's id. */
import {
  doneOf,
  MARKETO_IDS,
  OWN_TYPES,
  PAGE_VISIT,
  PROGRESSION,
  progressedTo,
} from '../ingest/marketo.ts';
import { isObject, type Loose, line, object, own } from '../ingest/read.ts';
import { extIdent, idOf } from '../leads/idents.ts';
import { forAnAdmin, type Heard, type NotKept, notKept } from './door.ts';

/** What colleagues and campaigns do in Marketo: shown, never counted. */
const BY_COLLEAGUES: Record<string, string> = {
  21: 'Lead Converted',
  101: 'Revenue Stage Changed',
  102: 'Revenue Stage Changed',
  104: 'Program Status Changed',
};

/** @returns what an activity says; nothing for Marketo's own book-keeping (lists, scores, fields) */
export function marketoActivity(record: Loose): Heard[] | NotKept {
  const lead = idOf(own(record, 'leadId'));
  const type = Number(line(own(record, 'activityTypeId')) ?? Number.NaN);
  if (lead === null || !Number.isInteger(type)) {
    return notKept('An activity has to have a leadId and an activityTypeId.');
  }
  const attributes = attributesOf(own(record, 'attributes'));
  const names = [extIdent('marketo', lead)];
  const about = line(own(record, 'primaryAttributeValue'));
  const one = { record, attributes, about };
  if (type === PAGE_VISIT) return [heard(page(one), one, names)];
  if (type === 32) return merged(record, attributes, names);
  if (type === 37) {
    return forAnAdmin(
      `Marketo has deleted lead ${lead}. What is known here stays; erase the person if that was meant.`,
      names,
    );
  }
  if (type === 36) return [heard(opportunity(one), one, names)];
  const event = eventOf(type, one);
  if (event !== undefined) return [heard(track(event, one), one, names)];
  const changed = BY_COLLEAGUES[type];
  return changed === undefined
    ? []
    : [heard(track(changed, one, { machine: true, title: about }), one, names)];
}

interface One {
  record: Loose;
  attributes: Loose;
  /** The form, the mail, the page: what it was done to. */
  about: string | null;
}

/** Its own id is Marketo's, and the same in a file. */
function heard(message: Loose, { record }: One, names: string[]): Heard {
  const guid = line(own(record, 'marketoGUID'));
  return guid === null ? { message, names } : { message, names, idsOf: MARKETO_IDS };
}

function eventOf(type: number, one: One): string | undefined {
  const { record, attributes, about } = one;
  if (type === PROGRESSION) {
    return progressedTo(about ?? '', line(own(attributes, 'New Status')) ?? '') ?? undefined;
  }
  const done = doneOf(type, line(own(record, 'activityTypeName')));
  return done ?? (type > OWN_TYPES ? customName(one) : undefined);
}

/** `[{name, value}]` over HTTP, an object in files (there as JSON text). */
function attributesOf(value: unknown): Loose {
  if (typeof value === 'string') return attributesOf(parsed(value));
  if (!Array.isArray(value)) return object(value);
  return Object.fromEntries(
    value.filter(isObject).map((one) => [line(own(one, 'name')) ?? '', own(one, 'value')]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function common({ record }: One): Loose {
  const timestamp = line(own(record, 'activityDate')) ?? undefined;
  return {
    messageId: line(own(record, 'marketoGUID') ?? own(record, 'id')),
    // “+0000” is not ISO 8601 to everybody.
    timestamp: timestamp?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  };
}

function track(event: string, one: One, more: Loose = {}): Loose {
  const { attributes, about } = one;
  const url = own(attributes, 'Link') ?? own(attributes, 'Webpage URL');
  const properties = {
    name: about,
    title: about,
    email_subject: about,
    email_id: line(own(one.record, 'primaryAttributeValueId')),
    campaign_name: line(own(attributes, 'Campaign') ?? own(attributes, 'Program')),
    url,
    link_url: url,
    userAgent: line(own(attributes, 'User Agent'), 500),
    machine: isYes(own(attributes, 'Is Bot Activity')),
    ...more,
  };
  return { ...common(one), type: 'track', event, properties };
}

function page(one: One): Loose {
  const { attributes, about } = one;
  const address = own(attributes, 'Webpage URL');
  const properties = {
    title: about,
    url: address,
    path: address,
    referrer: own(attributes, 'Referrer URL'),
    userAgent: line(own(attributes, 'User Agent'), 500),
  };
  return { ...common(one), type: 'page', properties };
}

/** What changed is in the attributes, by the names of the team's own stages. */
function opportunity(one: One): Loose {
  const said = Object.values(one.attributes).filter((value) => typeof value === 'string');
  const all = said.join(' | ');
  if (/\bclosed[ -]*won\b|\bstage\W+won\b|^won$/im.test(all)) return track('Deal Won', one);
  if (/\bclosed[ -]*lost\b|\bstage\W+lost\b|^lost$/im.test(all)) return track('Deal Lost', one);
  return track('Opportunity Updated', one, { machine: true });
}

function customName({ record, about }: One): string {
  return line(own(record, 'activityTypeName')) ?? about ?? 'Marketo activity';
}

function merged(record: Loose, attributes: Loose, names: string[]): Heard[] | NotKept {
  const ids = line(own(attributes, 'Merge IDs') ?? own(attributes, 'Merged Lead IDs'), 2000) ?? '';
  const others = [...new Set(ids.match(/\d+/g) ?? [])].map((id) => extIdent('marketo', id));
  if (others.length === 0) return notKept('A merge of Marketo has to name the leads it merged.');
  const message = { ...common({ record, attributes, about: null }), type: 'identify' };
  return [{ message, names: [...new Set([...names, ...others])] }];
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}
