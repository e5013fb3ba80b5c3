/** What one can point at while teaching. */
import type { FactName } from '../../lib/contract/recipe.ts';

/** In this order; only the name is asked of everybody. */
export const ASKED: readonly FactName[] = ['name', 'email', 'company', 'title', 'phone'];
