import { describe, expect, it } from 'vitest';
import { done, type Result } from '../../../lib/contract/problem.ts';
import type { ReviewLine, ReviewPage } from '../../../lib/contract/review.ts';
import { reviewQueue } from '../../../lib/desk/review-queue.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';

const line = (id: string) => ({ entry: { id, leadId: `lead-${id}` } }) as unknown as ReviewLine;
const page = (ids: string[], next: string | null): Result<ReviewPage> =>
  done({
    lines: ids.map(line),
    next,
    counts: { open: ids.length, answered: 0, late: 0 },
    marketingHours: 48,
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

function desk(answers: Record<string, Result<ReviewPage>>) {
  const ask = (async (_name: string, { before }: { before: string | null }) =>
    answers[before ?? 'first']) as unknown as Ask;
  const connection = cell<Connection | null | undefined>(connected('ines'));
  const queue = reviewQueue(ask, connection);
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  const shown = () => {
    const view = queue.view.get();
    return view.is === 'queue' ? view.lines.map(({ entry }) => entry.id) : view.is;
  };
  return { queue, connection, soon, shown, answers };
}

describe('the queue', () => {
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

  it('does not show again what was answered here a moment ago', async () => {
    const { queue, soon, shown } = desk({ first: page(['1', '2'], null) });
    await soon();
    queue.answered('1');
    expect(shown()).toEqual(['2']);
    queue.refreshQuietly();
    await soon();
    expect(shown()).toEqual(['2']);
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
