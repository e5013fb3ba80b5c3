/** Salesforce Lightning: history routes; several records stay in the DOM, so everything starts at the active pane. */
import type { CrmRecord, PageFacts, RecordKind } from '../contract/record.ts';
import type { CrmAdapter, Reading } from './adapter.ts';
import { addressIn, present, textOf, visible } from './dom.ts';

const KINDS: Record<string, RecordKind> = {
  Lead: 'lead',
  Contact: 'contact',
  Account: 'account',
  Opportunity: 'deal',
};
/** Key prefixes tell the object when the address does not name it. */
const PREFIXES: Record<string, string> = {
  '00Q': 'Lead',
  '003': 'Contact',
  '001': 'Account',
  '006': 'Opportunity',
};

const RECORD =
  /^\/lightning\/r\/(?:([A-Za-z][A-Za-z0-9_]*)\/)?([A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?)\/(?:view|edit|clone)$/;
/** The address form of the early Lightning app, still in bookmarks and mails. */
const OLD_RECORD = /^#\/sObject\/([A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?)\/view/;

function detect(url: URL): CrmRecord | null {
  const match = RECORD.exec(url.pathname);
  const id =
    match?.[2] ?? (url.pathname === '/one/one.app' ? OLD_RECORD.exec(url.hash)?.[1] : undefined);
  if (!id || !/\d/.test(id)) return null;
  const kind = KINDS[match?.[1] ?? PREFIXES[id.slice(0, 3)] ?? ''];
  return kind ? { crm: 'salesforce', org: url.host.toLowerCase(), kind, id: withSuffix(id) } : null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 characters of a 15-character id: three more, each telling which of five characters are upper case.
 * Both forms name one record, so they must become one key.
 */
export function withSuffix(id: string): string {
  if (id.length !== 15) return id;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((char) => /[A-Z]/.test(char));
    return ALPHABET.charAt(bits.reduce((sum, upper, place) => sum + (upper ? 2 ** place : 0), 0));
  });
  return id + suffix.join('');
}

/** Standard apps and consoles keep cached copies of other records; only one pane is active and laid out. */
const ACTIVE_PANES = [
  'section.oneConsoleTab div.windowViewMode-maximized.active.lafPageHost',
  'div.windowViewMode-normal.active',
  '.lafSinglePaneWindowManager > .windowViewMode-normal',
];

/** A field by its API name, which no language changes. Assistive text ("Open … Preview") is not part of the value. */
function field(pane: Element, object: string, name: string): string | undefined {
  const box = visible(pane, `[data-target-selection-name="sfdc:RecordField.${object}.${name}"]`);
  const value =
    box &&
    visible(
      box,
      'lightning-formatted-name',
      'a.emailuiFormattedEmail',
      '[class*="emailuiFormattedEmail"]',
      'lightning-formatted-email',
      'lightning-formatted-phone a',
      'records-hoverable-link a',
      'lightning-formatted-text',
      '.test-id__field-value',
    );
  if (!value) return undefined;
  const clean = value.cloneNode(true) as Element;
  for (const hint of clean.querySelectorAll('.slds-assistive-text')) hint.remove();
  return textOf(clean);
}

function read(doc: Document, record: CrmRecord): Reading {
  const pane = visible(doc, ...ACTIVE_PANES);
  const object = Object.keys(KINDS).find((name) => KINDS[name] === record.kind) ?? 'Lead';
  const heading = pane && visible(pane, 'records-highlights2', '.slds-page-header__title');
  if (!pane || !heading || !belongsTo(pane, record)) return { ok: false, why: 'not-rendered' };
  const name =
    field(pane, object, 'Name') ??
    textOf(
      visible(
        pane,
        'lightning-formatted-name',
        '.slds-page-header__title lightning-formatted-text',
      ),
    );
  if (!name) return { ok: false, why: 'no-person' };
  const facts: PageFacts = present({
    name,
    email: addressIn(field(pane, object, 'Email')),
    title: field(pane, object, 'Title'),
    company: field(pane, object, object === 'Contact' ? 'AccountId' : 'Company'),
    phone: field(pane, object, 'Phone'),
  });
  return { ok: true, facts };
}

/** Components name the record they render; when the pane names ids and ours is not among them, it is stale. */
function belongsTo(pane: Element, record: CrmRecord): boolean {
  const ids = [
    ...pane.querySelectorAll('records-record-layout-event-broker, [data-recordid], [record-id]'),
  ]
    .map((element) => element.getAttribute('data-recordid') ?? element.getAttribute('record-id'))
    .filter((id) => id !== null);
  return ids.length === 0 || ids.some((id) => withSuffix(id) === record.id);
}

export const salesforce: CrmAdapter = {
  id: 'salesforce',
  name: 'Salesforce Lightning',
  sureness: 'from public code',
  checkedOn: '2026-11-22',
  host: /\.lightning\.force\.com$/,
  detect,
  read,
};

// https://acme.lightning.force.com/lightning/r/Lead/00Q5e00001abcdeEAA/view
// https://acme--uat.sandbox.lightning.force.com/lightning/r/00Q5e00001abcdeEAA/view
// https://acme.lightning.force.com/one/one.app#/sObject/00Q5e00001abcdeEAA/view
