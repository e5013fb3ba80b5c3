/** CRMs, their facts and kinds of records in words. */
import type { RecordKind } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import type { CrmView } from './crm-props.ts';

/** @returns the kind as one or many are called */
export function kindWords(kind: RecordKind, many: boolean): string {
  const { one, many: all } = optionsWords().kinds[kind];
  return many ? all : one;
}

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
