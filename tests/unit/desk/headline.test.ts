import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import { headline } from '../../../lib/desk/headline.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';
import { MEMBER } from '../../gallery/members.ts';
import { NOW } from '../../gallery/moment.ts';
import { HEADLINE } from '../../gallery/report-data.ts';

const connected = (memberId: string): Connection => ({
  store: 'https://store.example',
  token: memberId,
  refused: false,
  member: { ...MEMBER, memberId },
});

describe('the two numbers', () => {
  it('are of the last twelve weeks, kept while the store is silent, and never shown to somebody else', async () => {
    let answer: Result<unknown> = done(HEADLINE);
    const asked: unknown[] = [];
    const ask = (async (_: string, body: unknown) => {
      asked.push(body);
      return answer;
    }) as unknown as Ask;
    const connection = cell<Connection | null | undefined>(undefined);
    const numbers = headline({ ask, connection, now: () => NOW });
    numbers.load();
    expect(asked).toEqual([]);

    connection.set(connected('ines'));
    await vi.waitFor(() => expect(numbers.view.get().value).toEqual(HEADLINE));
    expect(asked).toEqual([{ from: '2026-09-07', to: '2026-11-23', by: 'source' }]);

    answer = failed('offline', 'The store does not answer', 'Try again.');
    numbers.load();
    await vi.waitFor(() => expect(numbers.view.get().problem?.code).toBe('offline'));
    expect(numbers.view.get().value).toEqual(HEADLINE);

    connection.set(connected('ruth'));
    expect(numbers.view.get().value).toBeNull();
    connection.set(null);
    expect(numbers.view.get()).toMatchObject({ value: null, problem: null });
  });
});
