/** Whether a CRM's pages still give what they used to give. Counted on this machine, and never sent anywhere. */
import * as z from 'zod/mini';
import type { FactName } from '../contract/recipe.ts';
import { type CrmId, crmId, type RecordKind, recordKind } from '../contract/record.ts';

/** A moment a date can be made of; `1e300` from a damaged disk would throw in every formatter. */
const moment = z.number().check(z.minimum(0), z.maximum(8.64e15));

/** What was found on the last records of one CRM and kind, oldest first: the day, and the names of the facts. */
const looks = z.object({
  crm: crmId,
  kind: recordKind,
  seen: z.array(z.object({ at: moment, found: z.array(z.string()) })),
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
/** More CRMs and kinds than anybody uses; the ones looked at longest ago go first. */
const GROUPS = 100;
/** A fact that was rarely there before is not missed. */
const USED_TO = 0.5;
const BASIS = 5;
const MISSED: readonly FactName[] = ['name', 'email', 'company'];

type Group = Health[number];
type Look = Group['seen'][number];

/** @returns the counts with one more record */
export function noted(
  health: Health,
  look: { crm: CrmId; kind: RecordKind; found: readonly FactName[] },
  now: number,
): Health {
  const { crm, kind, found } = look;
  const same = (group: Group) => group.crm === crm && group.kind === kind;
  const before = health.find(same) ?? { crm, kind, seen: [] };
  const seen = [...makingRoom(before), { at: now, found: [...new Set(found)] }].slice(-KEPT);
  return [...health.filter((group) => !same(group)), { crm, kind, seen }].slice(-GROUPS);
}

/**
 * While something is missed, what was found before is the measure, so it stays: failures make room for failures. Else a
 * complaint that nobody looks at for fifty records would end by itself. The first failure stays too, for its day.
 */
function makingRoom(group: Group): Look[] {
  const missed = missedIn(group);
  const leaving = group.seen.length - LAST;
  if (missed.length === 0 || missed.some(({ first }) => first === leaving)) return group.seen;
  return group.seen.toSpliced(leaving, 1);
}

/** @returns what stopped being found: missing on nine of the last ten records, and there on half of those before */
export function complaintsOf(health: Health): Complaint[] {
  return health.flatMap((group) =>
    missedIn(group).map(({ fact, missing, first }) => ({
      crm: group.crm,
      kind: group.kind,
      fact,
      missing,
      of: LAST,
      since: group.seen[first]?.at ?? 0,
    })),
  );
}

/** @returns the facts that are missed, and the place of the first look that missed them; one lucky look ends nothing */
function missedIn({ seen }: Group): { fact: FactName; missing: number; first: number }[] {
  const last = seen.slice(-LAST);
  const before = seen.slice(0, -LAST);
  if (before.length < BASIS) return [];
  return MISSED.flatMap((fact) => {
    const has = ({ found }: Look) => found.includes(fact);
    const missing = last.filter((look) => !has(look)).length;
    if (missing < ENOUGH || before.filter(has).length < before.length * USED_TO) return [];
    const lastGood = before.findLastIndex(has);
    return [{ fact, missing, first: seen.findIndex((look, at) => at > lastGood && !has(look)) }];
  });
}

/** @returns the counts without this CRM: its recipe was changed, so what was is no measure any more */
export function forgotten(health: Health, crm: CrmId): Health {
  return health.filter((entry) => entry.crm !== crm);
}
