/** Marketing's answers, one or many at once: saved one by one, taken back together for ten seconds. */
import { done, failed, type Problem, type Result } from '../contract/problem.ts';
import type { ReviewFilter, ReviewLine, ReviewPage } from '../contract/review.ts';
import type { ResolutionKind } from '../contract/words.ts';
import { type OutboxEntry, UNDO_MS } from '../feedback/entry.ts';
import { type ItemTools, realTools, resolutionItem } from '../feedback/items.ts';
import type { Outbox } from '../feedback/outbox.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import { type Connection, senderOf } from '../platform/connection.ts';

export interface Answer {
  feedbackId: string;
  leadId: string;
  resolution: ResolutionKind;
  reply: string;
}

/** What can still be taken back, and until when. */
export interface Undoable {
  feedbackIds: string[];
  until: number;
}

interface Tools {
  outbox: Pick<Outbox, 'add' | 'undo'>;
  connection(): Promise<Connection | null>;
  ask: Ask;
  /** Called after each change of the outbox made here; tells every page, this one included. */
  onChange(): Promise<void>;
  items?: ItemTools;
  later?: (then: () => void, ms: number) => void;
}

/** Added to the ten seconds for each answer: the last one is saved later than the first, and all go at the same moment. */
const SAVE_MS = 8;
/** At most so many lines are answered with one press. */
export const AT_ONCE = 500;

const NOT_SAVED: Problem = {
  type: 'about:blank',
  code: 'store-error',
  title: 'Not saved',
  detail:
    'This browser would not write it to disk: it may be full, or Truce was disconnected. Nothing was sent and nothing you typed is lost; try again.',
};

export function queueAnswers(tools: Tools) {
  const { outbox, ask, onChange, items = realTools } = tools;
  const later = tools.later ?? ((then, ms) => void setTimeout(then, ms));
  const undoable: Cell<Undoable | null> = cell(null);
  /** While many are saved. */
  const progress: Cell<{ done: number; of: number } | null> = cell(null);
  /** Their items in the outbox, by what they answer. */
  let last = new Map<string, string>();

  /** Saves all or none. */
  async function say(answers: readonly Answer[]): Promise<Result<null>> {
    const until = items.now() + UNDO_MS + answers.length * SAVE_MS;
    const saved = new Map<string, string>();
    try {
      const sender = await tools.connection();
      if (!sender) throw new Error('not connected');
      for (const answer of answers) {
        const item = resolutionItem(answer, items);
        const entry = await outbox.add(item, senderOf(sender), until - items.now());
        saved.set(answer.feedbackId, entry.item.id);
        if (answers.length > 1) progress.set({ done: saved.size, of: answers.length });
      }
    } catch {
      for (const id of saved.values()) await outbox.undo(id);
      return { ok: false, problem: NOT_SAVED };
    } finally {
      progress.set(null);
    }
    offerUndo(saved, until);
    await onChange();
    // Wakes the worker now, so that its alarm is set should this page close before they go.
    void ask('outbox.drain', {});
    return done(null);
  }

  function offerUndo(saved: Map<string, string>, until: number) {
    last = saved;
    const offer = { feedbackIds: [...saved.keys()], until };
    undoable.set(offer);
    later(() => {
      if (undoable.get() === offer) undoable.set(null);
      void ask('outbox.drain', {});
    }, until - items.now());
  }

  return {
    undoable,
    progress,
    say,
    /** @returns the feedback whose answers had not left and are taken back */
    async undo(): Promise<string[]> {
      const offered = undoable.get();
      const back: string[] = [];
      for (const feedbackId of offered?.feedbackIds ?? []) {
        const item = last.get(feedbackId);
        if (item && (await outbox.undo(item))) back.push(feedbackId);
      }
      // It looks taken back only once it is, for whoever goes on to another page at that moment.
      if (undoable.get() === offered) undoable.set(null);
      await onChange();
      return back;
    },
  };
}

/** @returns the feedback whose answers, saved by this person, have not reached the store and are not refused */
export function unsentAnswers(entries: readonly OutboxEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ item, state }) =>
      item.kind === 'resolution' && state !== 'parked' ? [item.feedbackId] : [],
    ),
  );
}

/** @returns the feedback whose last answer by this person is one that the store refused */
export function refusedAnswers(entries: readonly OutboxEntry[]): ReadonlySet<string> {
  const last = new Map<string, boolean>();
  for (const { item, state } of entries) {
    if (item.kind === 'resolution') last.set(item.feedbackId, state === 'parked');
  }
  return new Set([...last].flatMap(([feedbackId, parked]) => (parked ? [feedbackId] : [])));
}

/** @returns every line the filter shows, up to as many as are answered at once */
export async function everyLine(ask: Ask, filter: ReviewFilter): Promise<Result<ReviewLine[]>> {
  const lines: ReviewLine[] = [];
  let before: string | null = null;
  do {
    const page: Result<ReviewPage> = await ask('review.list', { filter, before, limit: 100 });
    if (!page.ok) return page;
    lines.push(...page.value.lines);
    before = page.value.next;
  } while (before !== null && lines.length < AT_ONCE);
  const some = lines.slice(0, AT_ONCE);
  return some.length > 0
    ? done(some)
    : failed('not-found', 'Nobody waits with this reason any more', 'Nothing was sent.');
}
