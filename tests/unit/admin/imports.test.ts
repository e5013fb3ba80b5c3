import { describe, expect, it } from 'vitest';
import { importsRoom } from '../../../lib/admin/imports.ts';
import type { Call } from '../../../lib/admin/page.ts';
import type { ImportJob } from '../../../lib/contract/imports.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import type { StoreClient } from '../../../lib/sync/store-client.ts';
import { JOBS } from '../../gallery/store-data.ts';

type Some = Partial<Record<keyof StoreClient, (...said: never[]) => unknown>>;

/** A room on a store that answers like this; time goes by when the test says so. */
function room(answers: Some) {
  const timers: (() => void)[] = [];
  let isWatched = true;
  const client = { mappings: async () => done({ mappings: [] }), ...answers };
  const call: Call = (use) => use(client as unknown as StoreClient);
  const made = importsRoom({
    call,
    watched: () => isWatched,
    later: (then) => timers.push(then),
  });
  return {
    ...made,
    timers,
    look: (watched: boolean) => {
      isWatched = watched;
    },
    shown: () => {
      const now = made.view.get();
      return now.is === 'here' ? now.value.map(({ state }) => state) : now.is;
    },
  };
}

const list = (...imports: ImportJob[]) => done({ imports });

describe('the room “Imports”', () => {
  it('asks again while something moves and somebody looks, and then leaves the store alone', async () => {
    const answers = [list(JOBS.running), list(JOBS.running), list(JOBS.done)];
    let asks = 0;
    const { open, timers, look, shown, view } = room({
      imports: async () => answers[Math.min(asks++, 2)],
    });
    const changed = () => new Promise<void>((resolve) => view.subscribe(resolve));
    await open();
    expect(timers).toHaveLength(1);
    let next = changed();
    timers.shift()?.();
    await next;
    expect([asks, shown()]).toEqual([2, ['running']]);
    look(false);
    timers.shift()?.();
    expect(asks).toBe(2);
    look(true);
    next = changed();
    void open();
    await next;
    expect([asks, shown(), timers.length]).toEqual([3, ['done'], 0]);
  });

  it('says how much is sent, and puts the file at the head of the list', async () => {
    const seen: unknown[] = [];
    const { open, acts, upload, shown } = room({
      imports: async () => list(JOBS.done),
      sendFile: async (_file: never, watch: never) => {
        const { onSent } = watch as { onSent(sent: number, total: number): void };
        onSent(5, 10);
        return done(JOBS.receiving);
      },
    });
    await open();
    upload.subscribe(() => seen.push(upload.get()));
    await acts.onFile(new File(['0123456789'], 'leads.csv'));
    expect(seen).toEqual([
      { name: 'leads.csv', sent: 0, total: 10 },
      { name: 'leads.csv', sent: 5, total: 10 },
      null,
    ]);
    expect(shown()).toEqual(['receiving', 'done']);
  });

  it('stops a file on its way', async () => {
    let aborted = false;
    const { open, acts, upload } = room({
      imports: async () => list(),
      sendFile: (_file: never, watch: never) =>
        new Promise<Result<ImportJob>>((resolve) => {
          const { signal } = watch as { signal: AbortSignal };
          signal.addEventListener('abort', () => {
            aborted = true;
            resolve(failed('bad-request', 'The file was not sent', 'You stopped it.'));
          });
        }),
    });
    await open();
    const sending = acts.onFile(new File(['0'], 'leads.csv'));
    acts.onStopSending();
    expect((await sending).ok).toBe(false);
    expect([aborted, upload.get()]).toEqual([true, null]);
  });

  it('reads the list again when what is on screen was old', async () => {
    let asks = 0;
    const { open, acts, shown, view } = room({
      imports: async () => list(asks++ === 0 ? JOBS.tried : JOBS.running),
      startImport: async () => failed('conflict', 'It cannot be started now', 'It runs.'),
    });
    await open();
    const changed = new Promise<void>((resolve) => view.subscribe(resolve));
    expect((await acts.onStart(JOBS.tried.importId)).ok).toBe(false);
    await changed;
    expect(shown()).toEqual(['running']);
  });

  it('forgets a file', async () => {
    const { open, acts, shown } = room({
      imports: async () => list(JOBS.done, JOBS.doneLong),
      forgetImport: async () => done(null),
    });
    await open();
    await acts.onForget(JOBS.done.importId);
    expect(shown()).toEqual(['done']);
  });
});
