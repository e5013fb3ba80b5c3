/** Atomic CRM (open source, self-hosted): hash routes moved by pushState, so neither hashchange nor popstate fires. */
import type { CrmRecord, PageFacts, RecordKind } from '../contract/record.ts';
import type { CrmAdapter, Reading } from './adapter.ts';
import { mailtoOf, present, textOf, visible } from './dom.ts';

const KINDS: Record<string, RecordKind> = {
  contacts: 'contact',
  companies: 'account',
  deals: 'deal',
};
const RECORD = /^#\/(contacts|companies|deals)\/(\d{1,18})\/show(?:$|[/?])/;

function detect(url: URL): CrmRecord | null {
  const match = RECORD.exec(url.hash);
  const kind = KINDS[match?.[1] ?? ''];
  const id = match?.[2];
  return kind && id ? { crm: 'atomic', org: url.host, kind, id } : null;
}

function read(doc: Document, record: CrmRecord): Reading {
  return record.kind === 'contact' ? readContact(doc, record) : { ok: false, why: 'no-person' };
}

/**
 * Class names are generated, so the page is read by its links: the edit button names the record that is rendered,
 * the mailto is the person's, the company link sits in the line below the name ("Head of Sales at Braun Group").
 */
function readContact(doc: Document, record: CrmRecord): Reading {
  const main = visible(doc, 'main#main-content');
  const heading = main && visible(main, 'h5');
  if (!main || !heading || !visible(main, `a[href="#/contacts/${record.id}"]`)) {
    return { ok: false, why: 'not-rendered' };
  }
  const line = heading.nextElementSibling;
  const company = textOf(line?.querySelector('a[href^="#/companies/"]'));
  // The company comes with a request of its own; until then the line ends in the air.
  if (!company && textOf(line)?.endsWith(' at')) return { ok: false, why: 'not-rendered' };
  const facts: PageFacts = present({
    name: textOf(heading),
    email: mailtoOf(visible(main, 'a[href^="mailto:"]')),
    company,
    title: titleIn(textOf(line), company),
  });
  return facts.name ? { ok: true, facts } : { ok: false, why: 'no-person' };
}

function titleIn(line: string | undefined, company: string | undefined): string | undefined {
  const end = company ? ` at ${company}` : '';
  return line?.endsWith(end) ? line.slice(0, line.length - end.length) || undefined : undefined;
}

export const atomic: CrmAdapter = {
  id: 'atomic',
  name: 'Atomic CRM',
  sureness: 'verified live',
  checkedOn: '2026-11-22',
  host: null,
  detect,
  read,
};

// http://localhost:4861/#/contacts/2/show
// http://localhost:4861/#/companies/25/show
