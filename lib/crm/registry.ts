/** All adapters, in the order people see them. A new CRM is its file, one line here, its fixtures, a README row. */
import type { CrmId } from '../contract/record.ts';
import type { CrmAdapter } from './adapter.ts';
import { atomic } from './atomic.ts';
import { hubspot } from './hubspot.ts';
import { salesforce } from './salesforce.ts';

export const ADAPTERS: readonly CrmAdapter[] = [salesforce, hubspot, atomic];

/** @returns the adapter of this CRM */
export function adapterOf(crm: CrmId): CrmAdapter | undefined {
  return ADAPTERS.find((adapter) => adapter.id === crm);
}

/** @returns the CRM whose cloud this origin belongs to, as a first guess for the person who switches it on */
export function guessCrm(origin: string): CrmId | null {
  const { host } = new URL(origin);
  return ADAPTERS.find((adapter) => adapter.host?.test(host))?.id ?? null;
}
