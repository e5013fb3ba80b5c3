/** How many people work at a company, as senders write it. */
import { type Loose, own } from './read.ts';

const KEYS = [
  'employees',
  'employee_count',
  'employeeCount',
  'number_of_employees',
  'numberOfEmployees',
  'company_size',
  'companySize',
];

/** More than any company has: then it is something else that was sent. */
const MOST = 10_000_000;

/** @returns the number; of a range like "51-200" or "1,000+" its lower end; null when nothing is said */
export function employeesIn(traits: Loose): number | null {
  for (const key of KEYS) {
    const found = countOf(own(traits, key));
    if (found !== null) return found;
  }
  return null;
}

function countOf(value: unknown): number | null {
  if (typeof value === 'number') return fitting(value);
  if (typeof value !== 'string' || value.length > 100) return null;
  // "1,000", "1.000" and "1 000" are a thousand: there are no fractions of people.
  const [digits] = /\d+/.exec(value.replace(/(?<=\d)[.,' \u00a0\u202f](?=\d{3}(?!\d))/g, '')) ?? [];
  return digits === undefined ? null : fitting(Number(digits));
}

function fitting(count: number): number | null {
  return Number.isFinite(count) && count >= 0 && count <= MOST ? Math.trunc(count) : null;
}
