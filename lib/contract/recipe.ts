/**
 * A recipe: all that Truce knows of one CRM, as data. Which addresses are records and lists, and where on their pages
 * a person's facts stand. Built-in, repaired and taught CRMs are all this shape, read by one engine (lib/crm).
 */
import * as z from 'zod/mini';
import { crmId, recordKind } from './record.ts';
import { day, filled } from './text.ts';

const selector = z.string().check(z.minLength(1), z.maxLength(400));
const attribute = z.string().check(z.regex(/^[a-zA-Z][\w:-]{0,60}$/));
const piece = z.string().check(z.minLength(1), z.maxLength(40));

/**
 * Where one value stands: a selector, or a selector with an attribute to take instead of text, and the words that the
 * value comes after or before, or the words of the label it stands beside. A selector may contain `{id}`, the record's
 * own id, and `{name}`, the name that was read: where parts of a page change one by one, it tells which belong together.
 */
export const place = z.union([
  selector,
  z.object({ label: piece }),
  z.object({
    at: selector,
    take: z.optional(attribute),
    after: z.optional(piece),
    before: z.optional(piece),
    /** Stands in a part of the record that is not laid out: another tab of the same form. */
    hidden: z.optional(z.boolean()),
    /** The rest of the value: a last name in a field of its own. */
    and: z.optional(selector),
    /** Only the element's own words, without those of the elements in it. */
    own: z.optional(z.boolean()),
  }),
]);
export type Place = z.infer<typeof place>;

/** The person's facts, each with its places in the order they are tried. */
export const factPlaces = z.object({
  name: z.optional(z.array(place)),
  email: z.optional(z.array(place)),
  company: z.optional(z.array(place)),
  title: z.optional(z.array(place)),
  phone: z.optional(z.array(place)),
  owner: z.optional(z.array(place)),
});
export type FactPlaces = z.infer<typeof factPlaces>;
export const factName = z.enum(['name', 'email', 'company', 'title', 'phone', 'owner']);
export type FactName = z.infer<typeof factName>;

/** The page of one record. */
export const recordPage = z.object({
  /** The container of the record in front; the first of these that is laid out. None given: the whole body. */
  pane: z.optional(z.array(selector)),
  /** What names the record that is rendered: an id, or a link to it. When it names another, the page is stale. */
  self: z.optional(z.array(place)),
  /** The page always names its record, so a page that does not is not there yet. */
  namesItself: z.optional(z.boolean()),
  /** While one of these is laid out (and gives a value, when it asks for one), the page is still loading. */
  loading: z.optional(z.array(place)),
  facts: factPlaces,
  /** Nothing but these places counts: for pages where only what somebody pointed at is known. */
  onlyPlaces: z.optional(z.boolean()),
});
export type RecordPage = z.infer<typeof recordPage>;

/** Rows of a list page. */
export const listPage = z.object({
  /** One element per row. */
  row: z.array(selector),
  /** Grids that split one row over several elements give all parts the same value of this attribute. */
  join: z.optional(attribute),
  /** Where the record's id or a link to the record stands, from the row; without it, the row's first record link. */
  id: z.optional(z.array(place)),
  facts: factPlaces,
});
export type ListPage = z.infer<typeof listPage>;

/** A record shown over or beside a page whose address does not name it. */
export const panel = z.object({
  at: selector,
  /** Where the record's id or a link to it stands, from the panel. */
  id: z.array(place),
  /** The kind, when only an id is found. */
  kind: z.optional(recordKind),
  facts: z.optional(factPlaces),
});
export type Panel = z.infer<typeof panel>;

/** The forms record ids come in. `name` is for CRMs whose ids are words that people chose. */
export const idForm = z.enum(['digits', 'uuid', 'salesforce', 'hex', 'word', 'name']);
export type IdForm = z.infer<typeof idForm>;

const idForms = z.object({
  lead: z.optional(idForm),
  contact: z.optional(idForm),
  deal: z.optional(idForm),
  account: z.optional(idForm),
  record: z.optional(idForm),
});

/**
 * Addresses are templates: `/contacts/{org}/record/0-1/{id}/**`. `{id}` is the record's id (`{id:00Q}` one that begins so),
 * `{org}` tells installations apart, `{*}` is any one segment, `**` anything. Query parameters may stand in any order
 * among others. A template that does not begin with `/` may follow any folder; `#?` reads the fragment as parameters.
 */
const template = z.string().check(z.regex(/^[!-~]{2,200}$/), z.regex(/^(?!.*\*\*.*\*\*)/));
const byKind = z.object({
  lead: z.optional(z.array(template)),
  contact: z.optional(z.array(template)),
  deal: z.optional(z.array(template)),
  account: z.optional(z.array(template)),
  record: z.optional(z.array(template)),
});
export type Templates = z.infer<typeof byKind>;

/** How sure the selectors are, in falling order. Shown in the README's support table. `taught` by a person. */
export const sureness = z.enum([
  'verified live',
  'from vendor source',
  'from public code',
  'inferred',
  'taught',
]);
export type Sureness = z.infer<typeof sureness>;

/** A match pattern that permissions can be asked for. */
const hostPattern = z.string().check(z.regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+\/\*$/));

export const recipe = z.object({
  id: crmId,
  /** As people say it: `HubSpot`. */
  name: filled(60),
  sureness,
  /** Day the selectors were last held against what they were made from. */
  checkedOn: day,
  /** Match patterns of the vendor's cloud; none when it is only self-hosted. */
  hosts: z.array(hostPattern),
  /** The form of its record ids; by kind where the kinds differ. */
  ids: z.union([idForm, idForms]),
  records: byKind,
  lists: byKind,
  /** Parameters of query or fragment that hold the true address. */
  wrapped: z.optional(z.array(z.string().check(z.maxLength(40)))),
  /** Ends of host names that mean one installation: `[".my.salesforce.com", ".lightning.force.com"]`. */
  sameHost: z.optional(z.array(z.tuple([piece, piece]))),
  page: recordPage,
  /** What differs for one kind of record. */
  pages: z.optional(
    z.object({
      lead: z.optional(z.partial(recordPage)),
      contact: z.optional(z.partial(recordPage)),
      deal: z.optional(z.partial(recordPage)),
      account: z.optional(z.partial(recordPage)),
      record: z.optional(z.partial(recordPage)),
    }),
  ),
  list: z.optional(listPage),
  panels: z.optional(z.array(panel)),
  /** Frames of the same origin that show a record in front of the page. */
  frames: z.optional(z.array(selector)),
  /** Parts of the pane that speak of others: feeds, hover cards. */
  ignore: z.optional(z.array(selector)),
  /** Texts that stand for "nothing": `Click to add`. */
  empty: z.optional(z.array(piece)),
});
export type Recipe = z.infer<typeof recipe>;
