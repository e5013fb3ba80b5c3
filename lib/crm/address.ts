/** The addresses of a CRM's records and lists, by its recipe. */
import type { Recipe } from '../contract/recipe.ts';
import type { CrmRecord, RecordKind } from '../contract/record.ts';
import { type Detect, detectorOf, hostOf, type Outlines } from './detect.ts';
import { idFormOf } from './id-forms.ts';
import { canonicalId } from './id-patterns.ts';

export interface Addresses {
  detect: Detect;
  /**
   * @param text an id, or an address as it stands in a link
   * @param kind of which kind a bare id is
   * @returns the record it names; null when it names none
   */
  recordIn(text: string, base: URL, kind: RecordKind): CrmRecord | null;
}

/** @returns the functions that read this recipe's addresses. @param outlines of this very recipe (`outlines.ts`) */
export function addressesOf(recipe: Recipe, outlines: Outlines): Addresses {
  const detect = detectorOf(recipe, outlines);
  return {
    detect,
    recordIn(text, base, kind) {
      if (/[/?#]/.test(text)) {
        const address = URL.canParse(text, base) ? detect(new URL(text, base)) : null;
        return address?.is === 'record' ? address.record : null;
      }
      const id = canonicalId(idFormOf(recipe, kind), text);
      const here = detect(base);
      const org = here?.is === 'record' ? here.record.org : (here?.org ?? hostOf(base, recipe));
      return id ? { crm: recipe.id, org, kind, id } : null;
    },
  };
}
