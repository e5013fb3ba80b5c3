/** What the teaching panel says. */
import type { FactName } from '../../lib/contract/recipe.ts';

export const FACT_WORDS: Record<FactName, string> = {
  name: 'Name',
  email: 'Email',
  company: 'Company',
  title: 'Job title',
  phone: 'Phone',
  owner: 'Owner',
};

/** What one can point at, in this order; only the name is asked of everybody. */
export const ASKED: readonly FactName[] = ['name', 'email', 'company', 'title', 'phone'];
