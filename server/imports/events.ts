/** What happened in a row, and what the ways of the known exports make of it. */
import type { ColumnMapping, ImportFormat } from '../../lib/contract/imports.ts';
import type { Loose } from '../ingest/read.ts';
import type { Layout } from './cells.ts';
import { plain } from './columns.ts';
import { activityOf } from './marketo.ts';

export interface Happened {
  type: 'track' | 'page' | 'identify';
  event: string | null;
  properties: Loose;
  when: When;
}

/** Which of several columns of time it goes by. */
export interface When {
  /** Those with such a name first. */
  rather: RegExp | null;
  /** Those with such a name never. */
  not: RegExp | null;
  /** The role of columns that hold it. */
  role: 'at' | 'property';
  /** Without a time it was when the file came, as far as anybody knows. */
  optional: boolean;
}

const AT: When = { rather: null, not: null, role: 'at', optional: false };
/** What is said of a person is as of the last change. */
const SAID: When = { ...AT, rather: /modif|chang|updat/, optional: true };
const CLOSED: When = { ...AT, rather: /clos/ };
/** When a deal will be closed is a hope. */
const OPENED: When = { ...AT, rather: /creat|open/, not: /clos/, optional: true };
const LEFT: When = { ...AT, rather: /unsub time/, role: 'property' };

export type WhatHappened = Happened | { reason: string };

/** @returns what the row says happened; `identify` when it is about a person and nothing happened */
export function happenedIn(
  layout: Layout,
  cells: readonly string[],
  format: ImportFormat,
  mapping: ColumnMapping,
): WhatHappened {
  const own = layout.properties(cells);
  if (format === 'marketo-activities') return marketo(layout, cells, own);
  if (format === 'mailchimp-audience' && own.unsub_time !== undefined) {
    const properties = { list_name: null, campaign_name: own.unsub_campaign_title };
    return { type: 'track', event: 'Unsubscribed', properties, when: LEFT };
  }
  if (layout.has('outcome')) return outcome(layout.text(cells, 'outcome'), own);
  const said = layout.has('event') ? layout.text(cells, 'event') : (mapping.event ?? '');
  if (said === '') {
    if (layout.has('event')) return { reason: 'The row does not say what happened.' };
    return { type: 'identify', event: null, properties: {}, when: SAID };
  }
  const event = format === 'mailchimp-activity' ? mailchimp(said) : said;
  const page = layout.text(cells, 'page');
  const campaign = layout.text(cells, 'campaign');
  const properties: Loose = {
    ...own,
    ...(page === '' ? {} : page.startsWith('/') ? { path: page } : { url: page }),
    ...(campaign === '' ? {} : { campaign_name: campaign }),
  };
  return PAGES.has(plain(event))
    ? { type: 'page', event: null, properties, when: AT }
    : { type: 'track', event, properties, when: AT };
}

const PAGES = new Set([
  'page viewed',
  'page view',
  'viewed page',
  'visited page',
  'visit webpage',
  'pageview',
]);

function marketo(layout: Layout, cells: readonly string[], own: Loose): WhatHappened {
  const typeId = layout.text(cells, 'event');
  const about = typeof own.primary_attribute_value === 'string' ? own.primary_attribute_value : '';
  const attributes = typeof own.attributes === 'string' ? own.attributes : '';
  const activity = activityOf(typeId, about === 'null' ? '' : about, attributes);
  if (activity) return { ...activity, when: AT };
  return { reason: `An activity of type ${shown(typeId)} is Marketo's doing, not the person's.` };
}

/** Reasons are counted, so they must not be as many as there are rows. */
function shown(typeId: string): string {
  return /^\d{1,6}$/.test(typeId) ? typeId : 'no number';
}

const MAILS: Readonly<Record<string, string>> = {
  open: 'Email Opened',
  opened: 'Email Opened',
  click: 'Email Clicked',
  clicked: 'Email Clicked',
  bounce: 'Email Bounced',
  hard: 'Email Bounced',
  soft: 'Email Bounced',
  sent: 'Email Sent',
  unsub: 'Unsubscribed',
  unsubscribe: 'Unsubscribed',
  abuse: 'Email Marked as Spam',
};

function mailchimp(action: string): string {
  const known = plain(action);
  return Object.hasOwn(MAILS, known) ? (MAILS[known] ?? action) : action;
}

function outcome(stage: string, properties: Loose): WhatHappened {
  if (stage === '') return { reason: 'The row does not say at which stage the deal is.' };
  const words = plain(stage);
  const said = { ...properties, stage };
  if (/\bwon\b|^closedwon$/.test(words)) {
    return { type: 'track', event: 'Deal Won', properties: said, when: CLOSED };
  }
  if (/\blost\b|^closedlost$/.test(words)) {
    return { type: 'track', event: 'Deal Lost', properties: said, when: CLOSED };
  }
  return { type: 'track', event: 'Opportunity Opened', properties: said, when: OPENED };
}
