/** Records shown without an address of their own: side panels, previews, dialogs, frames of the same origin. */
import type { Panel, Recipe } from '../contract/recipe.ts';
import type { CrmRecord } from '../contract/record.ts';
import type { Addresses } from './address.ts';
import { allVisible } from './dom.ts';
import { textsAt } from './places.ts';
import { lookingIn } from './read.ts';

export interface InFront {
  record: CrmRecord;
  scope: Element;
  panel: Panel | null;
  /** The frame's own document and address, when the record is in a frame. */
  doc: Document | null;
  url: URL;
}

/** @returns the record that a panel or frame shows in front of the page, or null */
export function inFront(
  recipe: Recipe,
  addresses: Addresses,
  doc: Document,
  url: URL,
): InFront | null {
  return inFrame(recipe, addresses, doc) ?? inPanel(recipe, addresses, doc, url);
}

function inPanel(recipe: Recipe, addresses: Addresses, doc: Document, url: URL): InFront | null {
  for (const panel of recipe.panels ?? []) {
    // Panels may lie on top of each other; the last in the document is in front.
    const scope = allVisible(doc, panel.at).at(-1);
    if (!scope) continue;
    const looking = lookingIn(scope, recipe, '');
    for (const text of textsAt(scope, panel.id, looking)) {
      const record = addresses.recordIn(text, url, panel.kind ?? 'record');
      if (record) return { record, scope, panel, doc: null, url };
    }
  }
  return null;
}

/** Frames of another origin give neither document nor address; they are left alone. */
function inFrame(recipe: Recipe, addresses: Addresses, doc: Document): InFront | null {
  for (const selector of [...(recipe.frames ?? [])].reverse()) {
    const frame = allVisible(doc, selector).at(-1);
    const inner =
      frame && 'contentDocument' in frame ? (frame.contentDocument as Document | null) : null;
    const href = inner?.location?.href;
    if (!inner?.body || !href || !URL.canParse(href)) continue;
    const url = new URL(href);
    const address = addresses.detect(url);
    if (address?.is === 'record') {
      return { record: address.record, scope: inner.body, panel: null, doc: inner, url };
    }
  }
  return null;
}
