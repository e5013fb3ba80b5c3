import { describe, expect, it } from 'vitest';
import { done, type Result } from '../../../lib/contract/problem.ts';
import type {
  ReviewFacets,
  ReviewFilter,
  ReviewLine,
  ReviewPage,
} from '../../../lib/contract/review.ts';
import { EVERYTHING } from '../../../lib/desk/queue-filter.ts';
import { reviewQueue } from '../../../lib/desk/review-queue.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';

const line = (id: string) =>
  ({
    entry: { id, leadId: `lead-${id}`, madeAt: id, reason: 'Student', verdict: 'rejected' },
    source: 'Webinar',
    thenPoints: 12,
  }) as unknown as ReviewLine;
const page = (ids: string[], next: string | null): Result<ReviewPage> =>
  done({
    lines: ids.map(line),
    next,
    counts: { open: ids.length, answered: 0, late: 0 },
    marketingHours: 48,
  });
const facets = (total: number): ReviewFacets => ({
  total,
  said: [{ value: 'rejected', n: total }],
  reasons: [{ value: 'Student', n: total }],
  sources: [],
  campaigns: [],
  reps: [],
  points: [{ value: 10, n: total }],
  waited: { day: total, twoDays: 0, longer: 0 },
});
const connected = (memberId: string): Connection => ({
  store: 'https://store.example',
  token: memberId,
  refused: false,
  member: {
    memberId,
    name: memberId,
    email: null,
    role: 'marketer',
    workspace: { id: 'w', name: 'W' },
  },
});

/** A store that answers by where a page begins, or, for a filter by text, by that text. */
function desk(answers: Record<string, Result<ReviewPage>>) {
  const asked: [string, ReviewFilter][] = [];
  const ask = (async (
    name: string,
    body: { filter: ReviewFilter; before?: string | null },
  ): Promise<unknown> => {
    if (name === 'review.patterns') return done({ patterns: [], looked: 0, needs: 20 });
    if (name === 'review.case') return done({});
    asked.push([name, body.filter]);
    const answer = answers[body.before ?? (body.filter.text || 'first')];
    if (name === 'review.list') return answer;
    return done(facets(answer?.ok ? answer.value.counts.open : 0));
  }) as unknown as Ask;
  const connection = cell<Connection | null | undefined>(connected('ines'));
  const unsent = new Set<string>();
  const refused = new Set<string>();
  const queue = reviewQueue({ ask, connection, unsent: () => unsent, refused: () => refused });
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  const now = () => {
    const view = queue.view.get();
    if (view.is !== 'queue') throw new Error(`it is ${view.is}`);
    return view;
  };
  const shown = () => {
    const view = queue.view.get();
    return view.is === 'queue' ? view.lines.map(({ entry }) => entry.id) : view.is;
  };
  return { queue, connection, soon, shown, now, answers, unsent, refused, asked };
}

describe('the queue', () => {
  it('shows a line again when the store refused what was answered', async () => {
    const { queue, soon, shown, now, unsent, refused } = desk({ first: page(['1', '2'], null) });
    await soon();
    unsent.add('1');
    queue.answered(['1']);
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['2']);
    unsent.clear();
    refused.add('1');
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['1', '2']);
    expect(now().counts.open).toBe(2);
  });

  it('drops what a colleague answered, and takes what is new', async () => {
    const { queue, soon, shown, answers } = desk({ first: page(['1', '2', '3'], null) });
    await soon();
    answers.first = page(['1', '3', '4'], null);
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['1', '3', '4']);
  });

  it('keeps the pages one has scrolled through, without what is gone from the first', async () => {
    const { queue, soon, shown, answers } = desk({
      first: page(['1', '2'], 'p2'),
      p2: page(['3', '4'], null),
    });
    await soon();
    queue.loadMore();
    await soon();
    expect(shown()).toEqual(['1', '2', '3', '4']);
    answers.first = page(['2', '3'], 'p2');
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['2', '3', '4']);
  });

  it('does not show or count again what was answered here, until it is taken back', async () => {
    const { queue, soon, shown, now, unsent } = desk({ first: page(['1', '2', '3'], null) });
    await soon();
    await soon();
    unsent.add('1').add('3');
    queue.answered(['1', '3']);
    expect(shown()).toEqual(['2']);
    expect(now().facets).toEqual({ ...facets(1), waited: facets(3).waited });
    // The store has not heard of it: it still says three.
    queue.refreshQuietly();
    await soon();
    await soon();
    expect(shown()).toEqual(['2']);
    expect(now().counts.open).toBe(1);
    expect(now().facets?.total).toBe(1);
    unsent.clear();
    queue.takenBack(['1', '3']);
    expect(shown()).toEqual(['1', '2', '3']);
    expect(now().facets).toEqual(facets(3));
    expect(now().counts).toMatchObject({ open: 3, answered: 0 });
  });

  it('shows what another filter leaves, however late the answer to the one before comes', async () => {
    const slow = Promise.withResolvers<Result<ReviewPage>>();
    const { queue, soon, shown, now, answers, asked } = desk({
      first: page(['1', '2', '3'], null),
      no: page(['3'], null),
    });
    await soon();
    answers.nor = slow.promise as unknown as Result<ReviewPage>;
    queue.show({ ...EVERYTHING, text: 'nor' });
    expect(now().settling).toBe(true);
    expect(shown()).toEqual(['1', '2', '3']);
    queue.show({ ...EVERYTHING, text: 'no' });
    await soon();
    slow.resolve(page(['1'], null));
    await soon();
    expect(shown()).toEqual(['3']);
    expect(now()).toMatchObject({ settling: false, facets: { total: 1 } });
    const before = asked.length;
    queue.show({ ...EVERYTHING, text: 'no' });
    await soon();
    expect(asked.length).toBe(before);
  });

  it('puts what is new where it belongs, and starts over where a page has nothing of what was shown', async () => {
    const { queue, soon, shown, now, answers, unsent } = desk({
      first: page(['3', '2'], 'p2'),
      p2: page(['1', '0'], null),
    });
    await soon();
    queue.loadMore();
    await soon();
    answers.first = page(['4', '3'], 'p2');
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['4', '3', '2', '1', '0']);
    // All of the first page was answered here, and has not left.
    unsent.add('4').add('3');
    queue.answered(['4', '3']);
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['2', '1', '0']);
    answers.first = page(['8', '7'], 'p2');
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['8', '7']);
    expect(now().more).toBe(true);
  });

  it('follows an address that changes before the first answer', async () => {
    const { queue, soon, shown } = desk({ first: page(['1'], null), no: page(['3'], null) });
    queue.show({ ...EVERYTHING, text: 'no' });
    await soon();
    expect(shown()).toEqual(['3']);
  });

  it('does not promise to answer more alike than go at once, nor those answered a moment ago', async () => {
    const { queue, soon, now, answers, unsent } = desk({ first: page(['1', '2', '3'], null) });
    await soon();
    unsent.add('1');
    queue.answered(['1']);
    queue.choose('2');
    await soon();
    expect(now().alike).toBe(2);
    const many = page(['2', '3'], null);
    answers.first = many.ok
      ? done({ ...many.value, counts: { ...many.value.counts, open: 812 } })
      : many;
    queue.choose('3');
    await soon();
    expect(now().alike).toBe(500);
  });

  it('starts over for another member, and says when there is none', async () => {
    const { connection, soon, shown, answers } = desk({ first: page(['1', '2'], 'p2') });
    await soon();
    answers.first = page(['9'], 'p2');
    connection.set(connected('omar'));
    await soon();
    expect(shown()).toEqual(['9']);
    connection.set(null);
    expect(shown()).toBe('notConnected');
  });
});
