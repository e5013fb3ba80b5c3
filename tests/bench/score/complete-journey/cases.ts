/** A household and a campaign it received: what was known on the day the campaign started, and what came of it. */
import { decay } from '../../../../lib/score/counters.ts';
import type { Case } from '../scorecard.ts';
import type { Campaign, Dated, Records } from './records.ts';

/** Half-lives that are tried, days; the last is "no decay". */
export const HALF_LIVES = [14, 30, 60, 90, 180, Number.POSITIVE_INFINITY];

export interface Invitation extends Case {
  campaign: Campaign;
}

/** @returns one case per household and campaign, the earliest campaign first */
export function invitationsOf(records: Records): Invitation[] {
  const received = new Map<string, Dated[]>();
  return records.campaigns.flatMap((campaign) => {
    const cases = campaign.households.map((household): Invitation => {
      const redeemed = (records.redemptions.get(household) ?? []).some(
        (redemption) => redemption.campaign === campaign.id,
      );
      return {
        campaign,
        values: valuesOf(records, household, campaign, received.get(household) ?? []),
        accepted: redeemed ? 1 : 0,
      };
    });
    for (const household of campaign.households) {
      received.set(household, [...(received.get(household) ?? []), { day: campaign.start }]);
    }
    return cases;
  });
}

function valuesOf(
  records: Records,
  household: string,
  campaign: Campaign,
  received: readonly Dated[],
): Record<string, string> {
  const { start } = campaign;
  const redemptions = before(records.redemptions.get(household), start);
  const purchases = before(records.purchases.get(household), start);
  const values: Record<string, string> = {
    ...records.demographics.get(household),
    type: campaign.type,
    coupons: String(campaign.coupons),
  };
  const counted: Record<string, readonly Dated[]> = {
    coupons: redemptions,
    campaigns: latestOf(redemptions, ({ campaign: id }) => id),
    received: before(received, start),
    trips: latestOf(purchases, ({ basket }) => basket),
    'coupon lines': purchases.filter(({ coupon }) => coupon),
    'lines on offer': purchases.filter(({ product }) => campaign.products.has(product)),
  };
  for (const halfLife of HALF_LIVES) {
    const left = (some: readonly Dated[]): number =>
      some.reduce((sum, { day }) => sum + decay(start - day, halfLife), 0);
    for (const [name, some] of Object.entries(counted)) {
      values[`${name} ${halfLife}`] = String(left(some));
    }
  }
  return values;
}

function before<T extends Dated>(some: readonly T[] | undefined, day: number): T[] {
  return (some ?? []).filter((one) => one.day < day);
}

/** The latest of each kind: redeeming three coupons of a campaign is one answer to it. */
function latestOf<T extends Dated>(some: readonly T[], kindOf: (one: T) => string): T[] {
  const latest = new Map<string, T>();
  for (const one of some) {
    const kind = kindOf(one);
    if ((latest.get(kind)?.day ?? Number.NEGATIVE_INFINITY) < one.day) latest.set(kind, one);
  }
  return [...latest.values()];
}
