/**
 * lib/crm: what Truce knows of each CRM's pages: one recipe per CRM (recipes/), and the engine that reads them all.
 *
 * In: a recipe, a URL, a document. Out: which record or list this is (`detect`, from the URL alone, cheap), what the page says of
 * the person (`read`). The rows of a list are read by `rows.ts`, which only list pages need. Pure: no browser.*, no timers, no network, no globals.
 */
import type { FactName, Recipe } from '../contract/recipe.ts';
import type { CrmRecord, PageFacts } from '../contract/record.ts';
import { addressesOf } from './address.ts';
import type { Address, Outlines } from './detect.ts';
import { inFront } from './front.ts';
import type { How } from './general.ts';
import { readRecord } from './read.ts';

/** What a page offered, or why it offered nothing: a failure is a value, so that it can be shown and counted. */
export type Reading =
  | {
      ok: true;
      facts: PageFacts;
      how: Partial<Record<FactName, How>>;
      /** The page itself names this record, so it cannot be a page that has not caught up. */
      sure: boolean;
    }
  | { ok: false; why: ReadingFailure };

export type ReadingFailure =
  /** The page has not rendered this record (yet), or renders another one. */
  | 'not-rendered'
  /** The record is there, but nothing on it says who it is. */
  | 'no-person';

export interface CrmAdapter {
  recipe: Recipe;
  /** What the address names. Called on every navigation: no DOM. Only ids of the CRM's own form count. */
  detect(url: URL): Address | null;
  /**
   * The record in front of the person: one in a panel or frame over the page, else the one in the address.
   * As cheap as `detect` for CRMs without such panels.
   */
  locate(doc: Document, url: URL): CrmRecord | null;
  /**
   * What the visible pane of this record says. Never reads feeds, signatures, tooltips or the signed-in user.
   * Answers `not-rendered` when the DOM does not (yet) belong to `record`, as far as the page lets one tell.
   * Never throws.
   */
  read(doc: Document, url: URL, record: CrmRecord): Reading;
}

/**
 * @param outlines of this very recipe
 * @returns the adapter that reads by it; what can be prepared once is prepared here
 */
export function createAdapter(recipe: Recipe, outlines: Outlines): CrmAdapter {
  const addresses = addressesOf(recipe, outlines);
  return {
    recipe,
    detect: addresses.detect,
    locate(doc, url) {
      const front = inFront(recipe, addresses, doc, url);
      if (front) return front.record;
      const address = addresses.detect(url);
      return address?.is === 'record' ? address.record : null;
    },
    read(doc, url, record) {
      const front = inFront(recipe, addresses, doc, url);
      if (front && front.record.id !== record.id) return { ok: false, why: 'not-rendered' };
      return front?.doc
        ? readRecord(recipe, addresses, record, null, front.doc, front.url)
        : readRecord(recipe, addresses, record, front, doc, url);
    },
  };
}
