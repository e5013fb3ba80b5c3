/** Whether a CRM's pages still give what they used to give. Counted on this machine, and never sent anywhere. */
import * as z from 'zod/mini';
import type { FactName } from '../contract/recipe.ts';
import { type CrmId, crmId, type RecordKind, recordKind } from '../contract/record.ts';

/** What was found on the last records of one CRM and kind, oldest first: the day, and the names of the facts. */
const looks = z.object({
  crm: crmId,
  kind: recordKind,
  seen: z.array(z.object({ at: z.number(), found: z.array(z.string()) })),
});
export const healthSchema = z.array(looks);
export type Health = z.infer<typeof healthSchema>;

/** One fact that used to be found and is not any more. */
export interface Complaint {
  crm: CrmId;
  kind: RecordKind;
  fact: FactName;
  /** Missing on so many of the last `of` records. */
  missing: number;
  of: number;
  /** When it was first missing in this row of failures, ms. */
  since: number;
}

const LAST = 10;
/** So many of the last ten must have failed before anybody is told. */
const ENOUGH = 9;
const KEPT = 60;
/** A fact that was rarely there before is not missed. */
const USED_TO = 0.5;
const BASIS = 5;
const MISSED: readonly FactName[] = ['name', 'email', 'company'];

/** @returns the counts with one more record */
export function noted(
  health: Health,
  look: { crm: CrmId; kind: RecordKind; found: readonly FactName[] },
  now: number,
): Health {
  const same = (entry: Health[number]) => entry.crm === look.crm && entry.kind === look.kind;
  const before = health.find(same)?.seen ?? [];
  const seen = [...before, { at: now, found: [...look.found] }].slice(-KEPT);
  return [...health.filter((entry) => !same(entry)), { crm: look.crm, kind: look.kind, seen }];
}

/** @returns what stopped being found: missing on nine of the last ten records, and there on half of those before */
export function complaintsOf(health: Health): Complaint[] {
  return health.flatMap(({ crm, kind, seen }) => {
    const last = seen.slice(-LAST);
    const before = seen.slice(0, -LAST);
    if (last.length < LAST || before.length < BASIS) return [];
    return MISSED.flatMap((fact): Complaint[] => {
      const has = ({ found }: { found: string[] }) => found.includes(fact);
      const missing = last.filter((look) => !has(look)).length;
      if (missing < ENOUGH || before.filter(has).length < before.length * USED_TO) return [];
      const lastGood = seen.findLastIndex(
        (look, place) => has(look) && place < seen.length - missing,
      );
      const since = seen[lastGood + 1]?.at ?? last[0]?.at ?? 0;
      return [{ crm, kind, fact, missing, of: LAST, since }];
    });
  });
}

/** @returns the counts without this CRM: its recipe was changed, so what was is no measure any more */
export function forgotten(health: Health, crm: CrmId): Health {
  return health.filter((entry) => entry.crm !== crm);
}
