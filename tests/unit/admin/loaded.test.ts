import { describe, expect, it } from 'vitest';
import { loader, pagedLoader } from '../../../lib/admin/loaded.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';

const offline = failed('offline', 'The store does not answer', 'Wait.');

/** Readings that are answered when the test says so, in any order. */
function asked<T>() {
  const waiting: ((answer: Result<T>) => void)[] = [];
  return {
    read: () => new Promise<Result<T>>((resolve) => waiting.push(resolve)),
    answer: (which: number, answer: Result<T>) => waiting[which]?.(answer),
  };
}

describe('what is read from the store', () => {
  it('stays on screen when a later reading fails, with the reason', async () => {
    const answers = [done(1), offline, done(2)];
    const { view, load } = loader<number>(async () => answers.shift() ?? offline);
    await load();
    await load();
    expect(view.get()).toEqual({
      is: 'here',
      value: 1,
      problem: offline.ok ? null : offline.problem,
    });
    await load();
    expect(view.get()).toEqual({ is: 'here', value: 2, problem: null });
  });

  it('says that it is tried again, and then what came of it', async () => {
    const { read, answer } = asked<number>();
    const { view, load } = loader(read);
    const first = load();
    answer(0, offline);
    await first;
    expect(view.get()).toMatchObject({ is: 'problem', retrying: false });
    const second = load();
    expect(view.get()).toMatchObject({ is: 'problem', retrying: true });
    answer(1, done(7));
    await second;
    expect(view.get()).toMatchObject({ is: 'here', value: 7 });
  });

  it('is the newest answer, whichever comes last', async () => {
    const { read, answer } = asked<string>();
    const { view, load } = loader(read);
    const both = [load(), load()];
    answer(1, done('new'));
    answer(0, done('old'));
    await Promise.all(both);
    expect(view.get()).toMatchObject({ value: 'new' });
  });

  it('is not overwritten by a reading that began before a change', async () => {
    const { read, answer } = asked<string>();
    const { view, load, set } = loader(read);
    const reading = load();
    set('changed');
    answer(0, done('before the change'));
    await reading;
    expect(view.get()).toMatchObject({ value: 'changed' });
  });

  it('is nobody else’s: once cleared, a late answer is thrown away', async () => {
    const { read, answer } = asked<string>();
    const { view, load, clear } = loader(read);
    const reading = load();
    clear();
    answer(0, done('of the one before'));
    await reading;
    expect(view.get()).toEqual({ is: 'loading' });
  });
});

describe('a list in pages', () => {
  const page = (lines: number[], next: string | null) => done({ lines, next });

  it('grows by the page after the last, once however often one presses', async () => {
    const asks: (string | null)[] = [];
    const list = pagedLoader<number>(async (before) => {
      asks.push(before);
      return before === null ? page([1, 2], 'b') : page([3], null);
    });
    await list.load();
    expect(list.view.get()).toMatchObject({ value: { lines: [1, 2], more: true } });
    await Promise.all([list.loadMore(), list.loadMore()]);
    expect(list.view.get()).toMatchObject({
      value: { lines: [1, 2, 3], more: false, loadingMore: false },
    });
    await list.loadMore();
    expect(asks).toEqual([null, 'b']);
  });

  it('keeps what is there when the next page does not come, and can be asked again', async () => {
    let broken = true;
    const list = pagedLoader<number>(async (before) =>
      before === null ? page([1], 'b') : broken ? offline : page([2], null),
    );
    await list.load();
    await list.loadMore();
    expect(list.view.get()).toMatchObject({
      value: { lines: [1], more: true, loadingMore: false },
      problem: { code: 'offline' },
    });
    broken = false;
    await list.loadMore();
    expect(list.view.get()).toMatchObject({ value: { lines: [1, 2] }, problem: null });
  });
});
