/** Connecting a browser without a press, as its organisation has set it: by the company's sign-on, or an invitation of its own. */
import * as z from 'zod/mini';
import { invitationIn, type Member } from '../contract/access.ts';
import { connectsItself, type Managed, onlyStore } from '../contract/managed.ts';
import { failed, type Problem, problem, type Result } from '../contract/problem.ts';
import { browser } from '../platform/browser.ts';
import type { Connection } from '../platform/connection.ts';

/** An invitation that was tried is not tried again: what it is worth is known. Kept as a hash, as pages' scripts can read it. */
const TRIED = 'policyInvitation';
/** The last try: of this session only, so that a browser that starts anew tries anew. */
const TRY = 'policyTry';

/** Seconds from one try to the next: somebody may just be signing in at the company, and the store counts tries. */
const WAITS = [0, 20, 60, 300, 900];

const lastTry = z.object({ times: z.int(), at: z.number(), problem: z.nullable(problem) });

/** How this browser comes in. */
export interface Ways {
  read(): Promise<Connection | null>;
  /** Lets go of a store, as the person would. */
  disconnect(): Promise<unknown>;
  signOn(store: string): Promise<Result<Member>>;
  pair(store: string, code: string): Promise<Result<Member>>;
  now(): number;
}

/**
 * Lets go of a store that is not the organisation's, and connects to the one that is, if it is time to try.
 *
 * @returns who came in or why not; null when nothing was to be done
 */
export async function followPolicy(set: Managed, ways: Ways): Promise<Result<Member> | null> {
  // Whoever asks meanwhile waits, and finds what came of it.
  return navigator.locks.request('truce-policy', () => follow(set, ways));
}

async function follow(set: Managed, ways: Ways): Promise<Result<Member> | null> {
  const only = onlyStore(set);
  const before = await ways.read();
  const elsewhere = before !== null && only !== undefined && before.store !== only;
  if (elsewhere) await ways.disconnect();
  // A browser that the store let go of is in again by a press, or letting go would be worth nothing.
  if ((before && !elsewhere) || !connectsItself(set) || !(await isTime(ways.now()))) return null;
  const answer = await tried(set, ways);
  if (answer) await noteTry(ways.now(), answer.ok ? null : answer.problem);
  return answer;
}

/** An invitation is this one person's, so it goes first; where it is used up, the sign-on is left. */
async function tried(
  { invitation, store, signOn }: Managed,
  ways: Ways,
): Promise<Result<Member> | null> {
  const invited = invitation === undefined ? null : invitationIn(invitation);
  if (invited && (await isFresh(invited.code))) {
    const answer = await ways.pair(invited.store, invited.code);
    const isSpent = answer.ok || answer.problem.code === 'not-found';
    if (isSpent) await browser.storage.local.set({ [TRIED]: await hashOf(invited.code) });
    if (answer.ok || !isSpent || signOn !== 'silent' || store === undefined) return answer;
  }
  return signOn === 'silent' && store !== undefined ? ways.signOn(store) : null;
}

async function isFresh(code: string): Promise<boolean> {
  return (await browser.storage.local.get(TRIED))[TRIED] !== (await hashOf(code));
}

async function hashOf(code: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}

async function readTry() {
  const { [TRY]: kept } = await browser.storage.session.get(TRY);
  return lastTry.safeParse(kept).data ?? null;
}

async function isTime(now: number): Promise<boolean> {
  const last = await readTry();
  if (!last) return true;
  const wait = WAITS[last.times] ?? WAITS.at(-1) ?? 0;
  return now - last.at >= wait * 1000;
}

async function noteTry(at: number, why: Problem | null): Promise<void> {
  const times = ((await readTry())?.times ?? 0) + 1;
  await browser.storage.session.set({ [TRY]: { times, at, problem: why } });
}

/** What the organisation set is another now: whatever went wrong before says nothing of it. */
export async function forgetTries(): Promise<void> {
  await browser.storage.session.remove(TRY);
}

/** @returns why this browser did not come in by itself, the last time that it tried */
export async function whyNotConnected(): Promise<Problem | null> {
  return (await readTry())?.problem ?? null;
}

/** @returns what is wrong with connecting to this store, or null when the organisation lets it */
export function barred(set: Managed, store: string): Result<never> | null {
  const only = onlyStore(set);
  if (only === undefined || only === store) return null;
  return failed(
    'not-allowed',
    'Your organization has chosen the store',
    `This browser connects to ${only} only.`,
  );
}
