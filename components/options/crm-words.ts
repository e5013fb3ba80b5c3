/** CRMs, their facts and kinds of records in words. */
import type { FactName, Sureness } from '../../lib/contract/recipe.ts';
import type { RecordKind } from '../../lib/contract/record.ts';
import type { CrmView } from './crm-props.ts';

export const FACTS: Record<FactName, string> = {
  name: 'name',
  email: 'email',
  company: 'company',
  title: 'title',
  phone: 'phone',
  owner: 'owner',
};

const KINDS: Record<RecordKind, [string, string]> = {
  lead: ['lead', 'leads'],
  contact: ['contact', 'contacts'],
  deal: ['deal', 'deals'],
  account: ['account', 'accounts'],
  record: ['record', 'records'],
};

/** @returns the kind as one or many are called */
export const kindWords = (kind: RecordKind, many: boolean): string => KINDS[kind][many ? 1 : 0];

/** What each degree of sureness rests on. */
export const SURENESS: readonly [Sureness, string][] = [
  ['verified live', 'tried on the CRM itself, running'],
  ['from vendor source', 'taken from the CRM’s own published source'],
  ['from public code', 'taken from other published software that works on its pages'],
  ['inferred', 'from its documentation and addresses; the page’s own labels do the rest'],
  ['taught', 'pointed out by a person'],
];

/** @returns whether Truce works somewhere by it */
export const inUse = ({ cloud, sites }: CrmView): boolean =>
  cloud === 'on' || cloud === 'missing' || sites.length > 0;

/** @returns an origin without what everybody knows: `crm.example.com`; plain http stays, because it is rare */
export const shortOrigin = (origin: string): string => origin.replace(/^https:\/\//, '');

/** @returns whether the name, or one of the addresses, contains what was typed */
export function isCalled({ name, id, hosts, sites }: CrmView, typed: string): boolean {
  const wanted = plain(typed);
  return [name, id, ...hosts, ...sites].some((text) => plain(text).includes(wanted));
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s-]/gu, '')
    .toLowerCase();
