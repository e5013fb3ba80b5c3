/** The addresses of a CRM's records and lists, by its recipe. */
import type { IdForm, Recipe, Templates } from '../contract/recipe.ts';
import type { CrmRecord, RecordKind } from '../contract/record.ts';
import { type Detect, detectorOf, hostOf, type KindOutline, type Outlines } from './detect.ts';
import { canonicalId } from './id-patterns.ts';
import { outlineOf } from './template.ts';

/** In this order, so that an address whose kind is known never counts as one of unknown kind. */
const KINDS: readonly RecordKind[] = ['lead', 'contact', 'deal', 'account', 'record'];

export interface Addresses {
  detect: Detect;
  /**
   * @param text an id, or an address as it stands in a link
   * @param kind of which kind a bare id is
   * @returns the record it names; null when it names none
   */
  recordIn(text: string, base: URL, kind: RecordKind): CrmRecord | null;
}

/** @returns the recipe's templates as patterns, for whoever only matches */
export function outlinesOf(recipe: Recipe): Outlines {
  const all = (templates: Templates): KindOutline[] =>
    KINDS.flatMap((kind) =>
      (templates[kind] ?? []).map(
        (template) => [kind, outlineOf(template, idFormOf(recipe, kind))] as const,
      ),
    );
  return { records: all(recipe.records), lists: all(recipe.lists) };
}

/** @returns the functions that read this recipe's addresses */
export function addressesOf(recipe: Recipe): Addresses {
  const detect = detectorOf(recipe, outlinesOf(recipe));
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

/** @returns the form of this kind's ids */
function idFormOf({ ids }: Recipe, kind: RecordKind): IdForm {
  return typeof ids === 'string' ? ids : (ids[kind] ?? 'word');
}
