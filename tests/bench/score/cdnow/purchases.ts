/** CDNOW: who bought when. One line per purchase, columns by blanks: customer, yyyymmdd, how many CDs, dollars. */
import { readFile } from 'node:fs/promises';

export interface Purchase {
  /** Days since 1997-01-01. */
  day: number;
  dollars: number;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1997, 0, 1);

/** @returns the purchases of each customer, oldest first */
export async function readPurchases(path: string): Promise<Purchase[][]> {
  const customers = new Map<string, Purchase[]>();
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const [customer, date, units, dollars] = line.trim().split(/\s+/);
    // The header line has no date.
    if (!customer || !date || units === undefined || !/^\d{8}$/.test(date)) continue;
    const own = customers.get(customer) ?? [];
    own.push({ day: dayOf(date), dollars: Number(dollars) });
    customers.set(customer, own);
  }
  return [...customers.values()].map((own) => own.sort((a, b) => a.day - b.day));
}

function dayOf(date: string): number {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)].map(Number);
  return (Date.UTC(year ?? 0, (month ?? 1) - 1, day) - FIRST_DAY) / DAY_MS;
}
