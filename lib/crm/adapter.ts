/**
 * lib/crm: what Truce knows of each CRM's pages, one file per CRM.
 *
 * In: a URL, a document. Out: which record this is (`detect`, from the URL alone, cheap), and what the page says
 * of the person (`read`, from the DOM). Pure: no browser.*, no timers, no network, no globals.
 */
import type { CrmId, CrmRecord, PageFacts } from '../contract/record.ts';

/** What a page offered, or why it offered nothing: a failure is a value, so that it can be shown and counted. */
export type Reading = { ok: true; facts: PageFacts } | { ok: false; why: ReadingFailure };

export type ReadingFailure =
  /** The page has not rendered this record (yet), or renders another one. */
  | 'not-rendered'
  /** The record is there, but nothing on it says who it is. */
  | 'no-person';

/** How sure the selectors are, in falling order. Shown in the README's support table. */
export type Sureness = 'verified live' | 'from vendor source' | 'from public code' | 'inferred';

export interface CrmAdapter {
  id: CrmId;
  /** As people say it: `HubSpot`. */
  name: string;
  sureness: Sureness;
  /** Day the selectors were last held against what they were made from, `2026-11-22`. */
  checkedOn: string;
  /** Host of the vendor's cloud, for checking the address somebody types; null when self-hosted only. */
  host: RegExp | null;
  /**
   * Which record the address names, or null. Called on every navigation: no DOM, no allocation to speak of.
   * Must accept only ids of the CRM's own form.
   */
  detect(url: URL): CrmRecord | null;
  /**
   * What the visible pane of this record says. Never reads feeds, signatures, tooltips or the signed-in user.
   * Must answer `not-rendered` when the DOM does not (yet) belong to `record`, as far as the page lets one tell.
   * Never throws.
   */
  read(doc: Document, record: CrmRecord): Reading;
}
