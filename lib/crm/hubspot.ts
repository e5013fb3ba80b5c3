/** HubSpot: pushState routes that carry portal, type and id; styled components, so only data attributes are stable. */
import type { CrmRecord, PageFacts, RecordKind } from '../contract/record.ts';
import type { CrmAdapter, Reading } from './adapter.ts';
import { addressIn, present, textOf, visible } from './dom.ts';

/** Type ids are in HubSpot's API documentation; the words are the legacy routes, still written by integrations. */
const KINDS: Record<string, RecordKind> = {
  '0-1': 'contact',
  '0-2': 'account',
  '0-3': 'deal',
  '0-136': 'lead',
  contact: 'contact',
  company: 'account',
  deal: 'deal',
};

const RECORD =
  /^\/contacts\/(\d{1,20})\/(?:record\/(\d{1,3}-\d{1,5})|(contact|company|deal))\/(\d{1,20})(?:\/|$)/;

function detect(url: URL): CrmRecord | null {
  const match = RECORD.exec(url.pathname);
  if (!match) return null;
  const [, portal, typeId, legacy, id] = match;
  const kind = KINDS[typeId ?? legacy ?? ''];
  return portal && id && kind ? { crm: 'hubspot', org: portal, kind, id } : null;
}

/** A property by its internal name, which no language changes: the record form, the sidebar, "view all properties". */
function property(pane: Element, name: string): string | undefined {
  return textOf(
    visible(
      pane,
      `[data-selenium-test="property-input-${name}"]`,
      `[data-test-id="property-input-${name}"]`,
      `[data-profile-property="${name}"]`,
    ),
  );
}

function read(doc: Document, record: CrmRecord): Reading {
  const pane = visible(doc, '[data-test-id="left-sidebar"]');
  const title = textOf(pane && visible(pane, '[data-selenium-test="highlightTitle"]'));
  if (!pane || !title || !belongsTo(pane, record)) return { ok: false, why: 'not-rendered' };
  const subtitle = textOf(visible(pane, '[data-unit-test="highlightSubtitle"]'));
  const [job, company] = subtitle?.split(' at ') ?? [];
  const facts: PageFacts = present({
    name: title,
    email: addressIn(property(pane, 'email')),
    title: property(pane, 'jobtitle') ?? (company ? job : undefined),
    company: property(pane, 'company') ?? company,
    phone: textOf(visible(pane, '[data-unit-test="property-input-phone-button"]')),
  });
  return { ok: true, facts };
}

/** Cards link to the record they belong to; when such a link exists and names another id, the pane is stale. */
function belongsTo(pane: Element, record: CrmRecord): boolean {
  const links = [...pane.querySelectorAll('a[href*="/record/"]')];
  const own = links
    .map((link) =>
      RECORD.exec(new URL(link.getAttribute('href') ?? '', 'https://app.hubspot.com').pathname),
    )
    .filter((match) => match && KINDS[match[2] ?? ''] === record.kind);
  return own.length === 0 || own.some((match) => match?.[4] === record.id);
}

export const hubspot: CrmAdapter = {
  id: 'hubspot',
  name: 'HubSpot',
  sureness: 'from public code',
  checkedOn: '2026-11-22',
  host: /^app(-[a-z]{2,4}\d)?\.hubspot\.com$/,
  detect,
  read,
};

// https://app-eu1.hubspot.com/contacts/1234567/record/0-1/100200300401
// https://app-na2.hubspot.com/contacts/1/record/0-136/789/view/1
// https://app.hubspot.com/contacts/123/contact/456/
