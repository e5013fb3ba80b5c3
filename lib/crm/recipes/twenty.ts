/**
 * Twenty. Records open in a side panel over the list, at the list's address, or on a page of their own. Class names are generated, but
 * every field's label has the id `label-<record>-<field>`, which names record and field in one, whatever the language. Read in the
 * vendor's source: addresses, labels, panel, both headings, rows. Inferred: hosts, how a chip's label stands in it.
 */
import type { FactPlaces, Panel, Place, Recipe, RecordPage } from '../../contract/recipe.ts';

/** The label of a field, of any record; which fields there are tells the kind. */
const label = (field: string): string => `[id^="label-"][id$="-${field}"]`;
const KINDS = { contact: 'emails', account: 'domainName', deal: 'closeDate' } as const;
type Kind = keyof typeof KINDS;

/** The record's id, out of the id of one of its labels. */
const idFrom = (field: string): Place[] => [
  { at: label(field), take: 'id', after: 'label-', before: `-${field}` },
];

const value = (field: string): string => `[id="label-{id}-${field}"] + *`;

/** A link to a record: first its picture or initial, then its name. */
const chip = (link: string): Place[] => [
  `${link} [data-testid="tooltip"]`,
  `${link} > :last-child`,
];

/** The heading above the day of creation; since 2026 the record's only level-3 heading comes first. */
const HEADING = ['div:has(+ [id^="date-id-"])', '[data-workspace-header-title-portal] h3', 'h3'];
const COMPANY = [...chip(`${value('company')} a`), ...chip('a[href^="/object/company/"]')];

const FACTS: Record<Kind, FactPlaces> = {
  contact: {
    name: HEADING,
    email: [value('emails')],
    title: [value('jobTitle')],
    company: COMPANY,
    phone: [`${value('phones')} a`, value('phones')],
  },
  account: { company: HEADING },
  deal: { company: COMPANY },
};

const page = (kind: Kind): Partial<RecordPage> => ({
  pane: [`body:has(${label(KINDS[kind])})`],
  self: idFrom(KINDS[kind]),
  facts: FACTS[kind],
});

/** Cards of related records unfold in the panel: with fields of two kinds it is not certain whose panel it is. */
const panel = (kind: Kind): Panel => {
  const others = Object.values(KINDS).filter((field) => field !== KINDS[kind]);
  const without = others.map((field) => `:not(:has(${label(field)}))`).join('');
  return {
    at: `:is([data-side-panel], [data-click-outside-id]):has(${label(KINDS[kind])})${without}`,
    id: idFrom(KINDS[kind]),
    kind,
    facts: FACTS[kind],
  };
};

export const twenty: Recipe = {
  id: 'twenty',
  name: 'Twenty',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: ['https://*.twenty.com/*'],
  ids: 'uuid',
  records: {
    contact: ['/object/person/{id}'],
    account: ['/object/company/{id}'],
    deal: ['/object/opportunity/{id}'],
  },
  lists: {
    contact: ['/objects/people'],
    account: ['/objects/companies'],
    deal: ['/objects/opportunities'],
  },
  page: { pane: [`body:has(${label('emails')})`], onlyPlaces: true, facts: {} },
  pages: { contact: page('contact'), account: page('account'), deal: page('deal') },
  list: {
    row: ['.table-row[data-virtualized-id]', '[data-virtualized-id]'],
    id: [{ at: ':scope', take: 'data-virtualized-id' }],
    facts: {
      name: chip('a[href*="/object/"]'),
      email: ['a[href^="mailto:"]'],
      company: chip('a[href*="/object/company/"]'),
    },
  },
  panels: [panel('contact'), panel('account'), panel('deal')],
  // On a record's own page the panel beside it shows something else.
  ignore: ['[data-side-panel]'],
  empty: ['Untitled'],
};

// https://acme.twenty.com/object/person/20202020-1c25-4d02-bf25-6aeccf7ea419
// https://acme.twenty.com/objects/people
