/** Complete Journey: campaigns, who received them, which coupons they redeemed when, what they bought (a sample). */
import { join } from 'node:path';
import { readTable } from '../files.ts';

export interface Campaign {
  id: string;
  /** `Type A`, `Type B` or `Type C`. */
  type: string;
  /** First and last day, counted from 1970-01-01. */
  start: number;
  end: number;
  /** How many different coupons it offers. */
  coupons: number;
  /** Products its coupons are for. */
  products: Set<string>;
  households: string[];
}

/** Something a household did or received, and when: days counted from 1970-01-01. */
export interface Dated {
  day: number;
}

export interface Redemption extends Dated {
  campaign: string;
}

export interface Purchase extends Dated {
  basket: string;
  product: string;
  /** Paid with a coupon. */
  coupon: boolean;
  sales: number;
}

export interface Records {
  /** Earliest start first. */
  campaigns: Campaign[];
  demographics: Map<string, Record<string, string>>;
  redemptions: Map<string, Redemption[]>;
  purchases: Map<string, Purchase[]>;
}

const DAY_MS = 86_400_000;

/** @param folder with the six tables, `transactions_sample.csv` among them */
export async function readRecords(folder: string): Promise<Records> {
  const table = (name: string) => readTable(join(folder, `${name}.csv`));
  const [campaigns, received, coupons, redeemed, demographics, lines] = await Promise.all([
    table('campaign_descriptions'),
    table('campaigns'),
    table('coupons'),
    table('coupon_redemptions'),
    table('demographics'),
    table('transactions_sample'),
  ]);
  const households = grouped(received, 'campaign_id', (row) => row.household_id ?? '');
  const offers = grouped(coupons, 'campaign_id', (row) => row);
  return {
    campaigns: campaigns
      .map((row): Campaign => {
        const own = offers.get(row.campaign_id ?? '') ?? [];
        return {
          id: row.campaign_id ?? '',
          type: row.campaign_type ?? '',
          start: dayOf(row.start_date),
          end: dayOf(row.end_date),
          coupons: new Set(own.map((offer) => offer.coupon_upc)).size,
          products: new Set(own.map((offer) => offer.product_id ?? '')),
          households: households.get(row.campaign_id ?? '') ?? [],
        };
      })
      .sort((a, b) => a.start - b.start || Number(a.id) - Number(b.id)),
    demographics: new Map(demographics.map((row) => [row.household_id ?? '', row])),
    redemptions: grouped(redeemed, 'household_id', (row) => ({
      day: dayOf(row.redemption_date),
      campaign: row.campaign_id ?? '',
    })),
    purchases: grouped(lines, 'household_id', (row) => ({
      day: dayOf(row.transaction_timestamp),
      basket: row.basket_id ?? '',
      product: row.product_id ?? '',
      coupon: Number(row.coupon_disc) > 0,
      sales: Number(row.sales_value),
    })),
  };
}

function grouped<T>(
  rows: readonly Record<string, string>[],
  key: string,
  make: (row: Record<string, string>) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(row[key] ?? '') ?? [];
    own.push(make(row));
    groups.set(row[key] ?? '', own);
  }
  return groups;
}

/** The time of day, when there is one, is left out. */
function dayOf(date: string | undefined): number {
  return Math.floor(Date.parse(date?.slice(0, 10) ?? '') / DAY_MS);
}
