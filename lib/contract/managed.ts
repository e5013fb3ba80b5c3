/**
 * What an organisation may decide for the Truce of its people, through its browsers' policies. Every key is looked at by
 * itself, so that one that is wrong costs the others nothing. docs/roll-out.md has the table.
 */
import * as z from 'zod/mini';
import { invitationIn, storeOrigin } from './access.ts';
import { crmId } from './record.ts';

/** Longest texts and lists: a policy is typed by somebody. */
const LONGEST = 2000;
const MOST = 200;

const line = z.string().check(z.maxLength(LONGEST));
const onOff = z.enum(['on', 'off']);

/** The origin of an address, the way browsers write it: `https://crm.acme.example`. */
const origin = z.pipe(
  z.url({ protocol: /^https?$/ }).check(z.maxLength(LONGEST)),
  z.transform((address: string) => new URL(address).origin),
);

/** A CRM at an address of the organisation's own. */
const site = z.object({ origin, crm: crmId });

/** One entry is wrong by itself, too. */
const ENTRIES = { clouds: crmId, sites: site } as const;

export const managed = z.partial(
  z.object({
    store: z.pipe(
      line.check(z.refine((typed) => storeOrigin(typed) !== null)),
      z.transform((typed: string) => storeOrigin(typed) ?? ''),
    ),
    signOn: z.enum(['press', 'silent']),
    invitation: line.check(z.refine((typed) => invitationIn(typed) !== null)),
    consent: z.enum(['ask', 'given']),
    clouds: z.array(ENTRIES.clouds).check(z.maxLength(MOST)),
    sites: z.array(ENTRIES.sites).check(z.maxLength(MOST)),
    ownSites: onOff,
    teach: onOff,
    home: z.enum(['page', 'panel']),
    lists: onOff,
    notifications: z.enum(['allowed', 'nameless', 'off']),
    notes: onOff,
    keepDays: z.int().check(z.minimum(0), z.maximum(14)),
    keys: onOff,
    repairs: onOff,
  }),
);
export type Managed = z.infer<typeof managed>;

export const managedKey = z.keyof(managed);
export type ManagedKey = z.infer<typeof managedKey>;

/** What is not used of a policy. */
export interface ManagedWrong {
  /** As it stands in the policy. */
  key: string;
  /** Which entry of a list, counted from 1; null: the whole value. */
  entry: number | null;
  /** Null: there is no such key. */
  known: ManagedKey | null;
}

export interface ManagedRead {
  set: Managed;
  wrong: ManagedWrong[];
}

/** @param policy as the browser hands it out */
export function readPolicy(policy: unknown): ManagedRead {
  const wrong: ManagedWrong[] = [];
  const good: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(Object(policy))) {
    const known = managedKey.safeParse(key).data ?? null;
    const kept = known === null ? value : whole(known, value, wrong);
    if (known !== null && managed.safeParse({ [known]: kept }).success) good[known] = kept;
    else wrong.push({ key, entry: null, known });
  }
  return { set: managed.parse(good), wrong };
}

/** @returns a list without the entries that are wrong, which are noted; any other value as it is */
function whole(key: ManagedKey, value: unknown, wrong: ManagedWrong[]): unknown {
  if ((key !== 'clouds' && key !== 'sites') || !Array.isArray(value)) return value;
  return value.filter((entry, index) => {
    const { success } = ENTRIES[key].safeParse(entry);
    if (!success) wrong.push({ key, entry: index + 1, known: key });
    return success;
  });
}

/** @returns whether what the organisation has set connects a browser without a press */
export function connectsItself({ store, signOn, invitation, consent }: Managed): boolean {
  if (consent !== 'given') return false;
  return invitation !== undefined || (store !== undefined && signOn === 'silent');
}

/** @returns whether people may teach a CRM: what is taught on a site that Truce may not work on would never be used */
export function mayTeach({ teach, ownSites }: Managed): boolean {
  return teach !== 'off' && ownSites !== 'off';
}

/** @returns the only store that this browser may speak to; undefined: the person's choice */
export function onlyStore({ store, invitation }: Managed): string | undefined {
  return store ?? (invitation === undefined ? undefined : invitationIn(invitation)?.store);
}
