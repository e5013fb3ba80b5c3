/** Who a row is about: the traits in its cells, and what the CRM or the tool calls the person. */

import type { ColumnMapping, ColumnRole, ImportFormat } from '../../lib/contract/imports.ts';
import { crmRecord } from '../../lib/contract/record.ts';
import { emailOf, extIdent, idOf, recordIdent } from '../leads/idents.ts';
import type { Layout } from './cells.ts';

const TRAITS: readonly (readonly [ColumnRole, string])[] = [
  ['name', 'name'],
  ['firstName', 'firstName'],
  ['lastName', 'lastName'],
  ['title', 'title'],
  ['company', 'company'],
  ['phone', 'phone'],
  ['industry', 'industry'],
  ['country', 'country'],
  ['employees', 'employees'],
];

/** Whose ids a `record` column holds, where the mapping does not say. */
const SYSTEM: Partial<Record<ImportFormat, string>> = {
  'hubspot-contacts': 'hubspot',
  'marketo-leads': 'marketo',
  'marketo-activities': 'marketo',
  'salesforce-leads': 'salesforce',
  'salesforce-opportunities': 'salesforce',
};

const YES = /^(true|yes|y|1|x|checked|on|ja|oui|si|sí|opted out|opt-out|unsubscribed)$/i;

/** @returns the address in a cell, also of one like `Ana Ruiz (ana@acme.example)`; null when there is none */
export function addressIn(cell: string): string | null {
  if (cell === '') return null;
  const whole = emailOf(cell);
  if (whole !== null || cell.length > 1000) return whole;
  const [, inside = ''] = /[(<]([^()<>\s]+@[^()<>\s]+)[)>]/.exec(cell) ?? [];
  return emailOf(inside);
}

/** @returns what the row says about the person */
export function traitsIn(layout: Layout, cells: readonly string[]): Record<string, unknown> {
  const traits: Record<string, unknown> = {};
  const email = addressIn(layout.text(cells, 'email'));
  if (email !== null) traits.email = email;
  for (const [role, trait] of TRAITS) {
    const cell = layout.text(cells, role);
    // Exports write this for what they do not know.
    if (cell !== '' && !/^(null|\[not provided\]|n\/a|-)$/i.test(cell))
      traits[trait] = cell.replace(/\s+/g, ' ');
  }
  if (layout.columns('optedOut').some(({ place }) => YES.test(cells[place]?.trim() ?? ''))) {
    traits.unsubscribed = true;
  }
  return traits;
}

/** @returns the names that the file vouches for: the record in the CRM first */
export function vouchedFor(
  layout: Layout,
  cells: readonly string[],
  format: ImportFormat,
  record: ColumnMapping['record'],
): string[] {
  // A deal with several people is the first one's.
  const [first = ''] = layout.text(cells, 'record').split(/[;,|]/);
  const said = idOf(first);
  if (said === null) return [];
  const system = SYSTEM[format] ?? record?.crm ?? 'crm';
  const id = system === 'salesforce' ? wholeId(said) : said;
  const names: string[] = [];
  if (record && system !== 'marketo') {
    const parsed = crmRecord.safeParse({ ...record, id });
    if (parsed.success) names.push(recordIdent(parsed.data));
  }
  return [...names, extIdent(system, id)];
}

/** Reports of Salesforce have ids of 15 characters, its pages of 18: three more say which letters are capitals. */
export function wholeId(id: string): string {
  if (!/^[0-9A-Za-z]{15}$/.test(id)) return id;
  const signs = [0, 5, 10].map((from) => {
    const bits = [...id.slice(from, from + 5)].map((letter, n) =>
      /[A-Z]/.test(letter) ? 1 << n : 0,
    );
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits.reduce((sum, bit) => sum + bit, 0)] ?? '';
  });
  return id + signs.join('');
}
