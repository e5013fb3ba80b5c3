import { describe, expect, it } from 'vitest';
import { done } from '../../../lib/contract/problem.ts';
import { type Answer, queueAnswers, refusedAnswers } from '../../../lib/desk/queue-answers.ts';
import type { OutboxEntry } from '../../../lib/feedback/entry.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import type { Connection } from '../../../lib/platform/connection.ts';

const connection = async () =>
  ({ store: 'https://store.example', member: { memberId: 'ines' } }) as unknown as Connection;
const answer = (n: number): Answer => ({
  feedbackId: `feedback-${n}`,
  leadId: `lead-${n}`,
  resolution: 'kept',
  reply: 'They do buy.',
});

/** An outbox in a list, whose disk is full after so many; the clock goes on with each that is saved. */
function desk(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, { hold: number; at: number }>();
  const left = new Set<string>();
  let clock = 0;
  let made = 0;
  const gone: (() => void)[] = [];
  const answers = queueAnswers({
    outbox: {
      async add(item, _sender, hold = 0) {
        if (kept.size >= room) throw new Error('full');
        clock += 3;
        kept.set(item.id, { hold, at: clock });
        return { item, notBefore: clock + hold } as unknown as OutboxEntry;
      },
      undo: async (id) => !left.has(id) && kept.delete(id),
    },
    connection,
    ask: (async () => done(null)) as unknown as Ask,
    onChange: async () => {},
    items: { now: () => clock, id: () => `item-${made++}` },
    later: (then) => gone.push(then),
  });
  return { answers, kept, left, gone, tick: (ms: number) => (clock += ms) };
}

describe('marketing’s answers', () => {
  it('are all kept until the same moment, ten seconds after the last was saved', async () => {
    const { answers, kept } = desk();
    const seen: unknown[] = [];
    answers.progress.subscribe(() => seen.push(answers.progress.get()));
    await answers.say([1, 2, 3].map(answer));
    const ends = [...kept.values()].map(({ hold, at }) => at - 3 + hold);
    expect(new Set(ends).size).toBe(1);
    expect(answers.undoable.get()).toEqual({
      feedbackIds: ['feedback-1', 'feedback-2', 'feedback-3'],
      until: ends[0],
    });
    expect(ends[0]).toBeGreaterThanOrEqual(10_000 + 9);
    expect(seen.at(-2)).toEqual({ done: 3, of: 3 });
    expect(seen.at(-1)).toBeNull();
  });

  it('are taken back together, but for those that have left', async () => {
    const { answers, kept, left } = desk();
    await answers.say([1, 2].map(answer));
    left.add('item-0');
    expect(await answers.undo()).toEqual(['feedback-2']);
    expect(answers.undoable.get()).toBeNull();
    expect([...kept.keys()]).toEqual(['item-0']);
    expect(await answers.undo()).toEqual([]);
  });

  it('are all saved or none', async () => {
    const { answers, kept } = desk(2);
    const result = await answers.say([1, 2, 3].map(answer));
    expect(result).toMatchObject({ ok: false, problem: { title: 'Not saved' } });
    expect(kept.size).toBe(0);
    expect(answers.undoable.get()).toBeNull();
    expect(answers.progress.get()).toBeNull();
  });

  it('offer only the last to be taken back, as long as that can be', async () => {
    const { answers, gone } = desk();
    await answers.say([answer(1)]);
    await answers.say([answer(2)]);
    gone[0]?.();
    expect(answers.undoable.get()?.feedbackIds).toEqual(['feedback-2']);
    gone[1]?.();
    expect(answers.undoable.get()).toBeNull();
  });
});

describe('a refused answer', () => {
  const entry = (feedbackId: string, state: string) =>
    ({ item: { kind: 'resolution', feedbackId }, state }) as unknown as OutboxEntry;

  it('counts until the same is answered again', () => {
    const entries = [entry('a', 'parked'), entry('b', 'parked'), entry('a', 'waiting')];
    expect([...refusedAnswers(entries)]).toEqual(['b']);
  });
});
