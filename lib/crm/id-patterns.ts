/** What ids look like where they stand: in addresses, links and attributes. */
import type { IdForm } from '../contract/recipe.ts';
import { spelled } from './id-forms.ts';

/** What may stand in an address for an id of this form; without groups, for building patterns. */
export const ID_PATTERN: Record<IdForm, string> = {
  digits: '\\d{1,20}',
  uuid: '(?:%7B|\\{)?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?:%7D|\\})?',
  salesforce: '[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?',
  hex: '[0-9a-f-]{15,36}',
  word: '[\\w-]{1,64}',
  name: '[^/?#;]{1,120}',
};

/**
 * @param raw as it stands in an address or an attribute
 * @returns the id in its one spelling, or null when it is not of this form
 */
export function canonicalId(form: IdForm, raw: string): string | null {
  return new RegExp(`^(?:${ID_PATTERN[form]})$`).test(raw) ? spelled(form, raw) : null;
}
