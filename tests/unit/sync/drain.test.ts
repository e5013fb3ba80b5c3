import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackItem } from '../../../lib/contract/feedback.ts';
import { done, type Problem } from '../../../lib/contract/problem.ts';
import { MOST_TURNED_AWAY, TURNED_AWAY } from '../../../lib/feedback/entry.ts';
import { registrationItem } from '../../../lib/feedback/items.ts';
import { createOutbox, type Outbox } from '../../../lib/feedback/outbox.ts';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { drain, unparked } from '../../../lib/sync/drain.ts';
import { aVerdict } from '../../fixtures/feedback.ts';

/** What something in between does to single items; whole histories of it are tests/faults/model.test.ts. */
const sender = { store: 'https://store.example', memberId: 'me' };
const LEAD = '11111111-1111-4111-8111-111111111111';
const MINUTE = 60_000;

describe('a drain', () => {
  let now = 0;
  let outbox: Outbox;
  let arrived: string[];
  /** What the way, or the store, says of a request with this item in it; null: it goes through. */
  let said: (item: FeedbackItem) => Problem | null;
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    globalThis.IDBKeyRange = IDBKeyRange;
    now = 1_000_000;
    outbox = createOutbox({ use: strictStore('outbox'), now: () => now });
    arrived = [];
    said = () => null;
  });

  const post = async (items: FeedbackItem[]) => {
    for (const item of items) {
      const problem = said(item);
      if (problem) return { ok: false as const, problem };
    }
    arrived.push(...items.map(({ id }) => id));
    return done({
      results: items.map(({ id }) => ({ id, outcome: 'stored' as const, message: null })),
    });
  };
  const rounds = async (count: number) => {
    for (let round = 0; round < count; round++) {
      await drain({ outbox, sender, post, now: () => now });
      now += 20 * MINUTE;
    }
  };
  const save = async (...items: FeedbackItem[]) => {
    for (const item of items) await outbox.add(item, sender, 0);
    return items.map(({ id }) => id);
  };
  const blocked = problemOf('bad-answer', 403);
  const verdict = (n: number, leadId = LEAD) => aVerdict({ leadId, n });
  const registration = () =>
    registrationItem(
      { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: '7' },
      { name: 'Gordon Lee' },
      { now: () => now, id: () => verdict(99).id },
    );

  it('finds out what something on the way will not take, and sends the rest, in order', async () => {
    const [disliked] = await save(verdict(1));
    const others = await save(...[2, 3, 4, 5].map((n) => verdict(n, `${n}${LEAD.slice(1)}`)));
    const next = await save(verdict(6));
    said = ({ id }) => (id === disliked ? blocked : null);
    await rounds(3);
    expect(arrived).toEqual(others);
    expect(await outbox.list()).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
    // A rule that was mended lets it through, and nobody had to press anything.
    said = () => null;
    await rounds(2);
    expect(arrived).toEqual([...others, disliked, ...next]);
  });

  it('gives up on it after half an hour or so, and says who can help', async () => {
    const [disliked] = await save(verdict(1), verdict(2));
    said = ({ id }) => (id === disliked ? blocked : null);
    await rounds(MOST_TURNED_AWAY + 2);
    expect(await outbox.list()).toMatchObject([{ state: 'parked', message: TURNED_AWAY }]);
    await outbox.revive(disliked ?? '', sender);
    await rounds(1);
    expect(await outbox.list()).toMatchObject([{ state: 'waiting', turnedAway: 1 }]);
  });

  it('believes the store itself at once', async () => {
    await save(verdict(1));
    said = () => problemOf('not-allowed', 403);
    await rounds(1);
    expect(await outbox.list()).toMatchObject([{ state: 'parked', message: 'Why not.' }]);
  });

  it('lets nothing overtake what has to be tried again, however long the round takes', async () => {
    const first = verdict(1);
    const others = Array.from({ length: 100 }, (_, at) =>
      verdict(1000 + at, `${1000 + at}${LEAD.slice(4)}`),
    );
    const last = verdict(2);
    await save(first, ...others, last);
    const slow = async (items: FeedbackItem[]) => {
      now += 20 * MINUTE;
      const answer = await post(items);
      const results = answer.ok ? answer.value.results : [];
      return done({
        results: results.map((one) =>
          one.id === first.id ? { ...one, outcome: 'retry' as const, message: 'Not now.' } : one,
        ),
      });
    };
    await drain({ outbox, sender, post: slow, now: () => now });
    expect(arrived).toHaveLength(101);
    expect(arrived).not.toContain(last.id);
  });

  it('says nothing of a lead while its registration waits for a person', async () => {
    const known = registration();
    await save(known, verdict(1, known.leadId), verdict(2));
    said = ({ kind }) => (kind === 'registration' ? problemOf('too-large', 413) : null);
    await rounds(3);
    expect(arrived).toEqual([verdict(2).id]);
    expect(unparked(await outbox.list())).toEqual([]);
    said = () => null;
    await outbox.revive(known.id, sender);
    await rounds(1);
    expect(arrived).toEqual([verdict(2).id, known.id, verdict(1).id]);
  });
});

const problemOf = (code: Problem['code'], status: number): Problem => ({
  ...{ type: 'about:blank', title: 'Something said no', detail: 'Why not.' },
  ...{ code, status },
});
