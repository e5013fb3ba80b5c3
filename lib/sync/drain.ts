/** Sends the outbox: oldest first per lead, in batches, each entry removed only on the store's word for that entry. */
import type { FeedbackAnswer, FeedbackItem } from '../contract/feedback.ts';
import type { Problem, ProblemCode, Result } from '../contract/problem.ts';
import { foreign, isDue, type OutboxEntry, type Sender } from '../feedback/entry.ts';
import type { Outbox } from '../feedback/outbox.ts';

/** The store's own words, or a limit: trying the same again would get the same answer. */
const NOT_TAKEN: ReadonlySet<ProblemCode> = new Set([
  'too-large',
  'bad-request',
  'not-allowed',
  'not-found',
]);
/** By these something on the way says that it does not like what is in a request; the store says it in words of its own. */
const DISLIKED: ReadonlySet<number | undefined> = new Set([400, 403, 422]);
/** Items that were not taken one after the other, before a round ends. */
const MOST_IN_A_ROW = 2;
const MOST_ITEMS = 100;
const MOST_BYTES = 256 * 1024;
/** Without network the next try costs one request, so it comes with the next alarm: back in balance within a minute. */
const OFFLINE_WAIT_MS = 20_000;

export interface DrainOptions {
  outbox: Outbox;
  /** As whom we are connected; entries saved as somebody else stay where they are. */
  sender: Sender;
  post(items: FeedbackItem[]): Promise<Result<FeedbackAnswer>>;
  now?: () => number;
}

/**
 * Sends everything that is due, batch after batch. To be called under a lock: two at once would be harmless (the
 * store knows the ids) but wasteful.
 *
 * @returns the problem that stopped it, or null when everything due was answered
 */
export async function drain(options: DrainOptions): Promise<Problem | null> {
  const { outbox, sender, post, now = Date.now } = options;
  const tried = new Set<string>();
  let most = MOST_ITEMS;
  let refused: Problem | null = null;
  let inARow = 0;
  for (;;) {
    const due = sendable(await outbox.list(), sender, now(), tried);
    const batch = await outbox.claim(firstBatch(due, most).map((entry) => entry.item.id));
    if (batch.length === 0) return refused;
    const ids = batch.map((entry) => entry.item.id);
    const answer = await post(batch.map((entry) => entry.item));
    if (answer.ok) {
      await settleAll(outbox, batch, answer.value);
      for (const id of ids) tried.add(id);
      most = MOST_ITEMS;
      inARow = 0;
      continue;
    }
    if (isAboutContent(answer.problem) && batch.length > 1) {
      // Perhaps one of them is not taken, by the store or by something in between: find out which.
      await outbox.postpone(ids, '', 0);
      most = Math.ceil(batch.length / 2);
      continue;
    }
    await putBack(outbox, ids, answer.problem);
    if (!isAboutContent(answer.problem)) return answer.problem;
    // What is not taken costs the others nothing; when nothing is, it is not about them.
    for (const id of ids) tried.add(id);
    refused = answer.problem;
    inARow += 1;
    if (inARow === MOST_IN_A_ROW) return refused;
  }
}

const isTurnedAway = ({ code, status }: Problem): boolean =>
  code === 'bad-answer' && DISLIKED.has(status);

const isAboutContent = (problem: Problem): boolean =>
  NOT_TAKEN.has(problem.code) || isTurnedAway(problem);

/** @returns what goes by itself sooner or later: neither parked, nor about a lead whose registration is */
export function unparked(entries: OutboxEntry[]): OutboxEntry[] {
  const unknown = new Set<string>();
  return entries.filter(({ state, item, store }) => {
    const lead = `${store} ${item.leadId}`;
    if (state !== 'parked') return !unknown.has(lead);
    // Nothing can be said of a lead of which the store has not heard.
    if (item.kind === 'registration') unknown.add(lead);
    return false;
  });
}

/**
 * What may go now. Entries of one lead go in order: one that has to wait holds those after it, a parked verdict does not.
 *
 * @param tried in this round; what became due again meanwhile waits for the next, with what comes after it
 */
function sendable(
  entries: OutboxEntry[],
  sender: Sender,
  now: number,
  tried: ReadonlySet<string>,
): OutboxEntry[] {
  const held = new Set<string>();
  return unparked(entries).filter((entry) => {
    if (foreign(entry, sender)) return false;
    if (held.has(entry.item.leadId)) return false;
    if (isDue(entry, now) && !tried.has(entry.item.id)) return true;
    held.add(entry.item.leadId);
    return false;
  });
}

function firstBatch(due: OutboxEntry[], most: number): OutboxEntry[] {
  let bytes = 0;
  return due.slice(0, most).filter((entry, place) => {
    bytes += JSON.stringify(entry.item).length;
    return place === 0 || bytes <= MOST_BYTES;
  });
}

async function settleAll(outbox: Outbox, batch: OutboxEntry[], answer: FeedbackAnswer) {
  const words = new Map(answer.results.map((result) => [result.id, result]));
  await outbox.settle(
    batch.map(({ item: { id } }) => {
      // No word on an entry is no delivery.
      const { outcome, message } = words.get(id) ?? {
        outcome: 'retry' as const,
        message: 'The store did not say what became of this.',
      };
      return { id, outcome, message };
    }),
  );
}

async function putBack(outbox: Outbox, ids: string[], problem: Problem) {
  const wait = problem.retryAfter ? problem.retryAfter * 1000 : undefined;
  if (NOT_TAKEN.has(problem.code)) {
    // One entry that no store takes must not hold the others.
    const word = { outcome: 'refused' as const, message: problem.detail };
    await outbox.settle(ids.map((id) => ({ id, ...word })));
  } else if (isTurnedAway(problem)) {
    for (const id of ids) await outbox.turnAway(id, problem.title);
  } else if (problem.code === 'offline') {
    await outbox.postpone(ids, problem.title, OFFLINE_WAIT_MS);
  } else {
    await outbox.postpone(ids, problem.title, wait);
  }
}
