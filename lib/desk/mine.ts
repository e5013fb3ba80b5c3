/** The rep's day as the popup shows it: what is kept at once, what the store says as soon as it does. */
import type { Mine } from '../contract/mine.ts';
import type { Problem } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { type KeptMine, replyKey } from './kept-mine.ts';
import { unread } from './needs.ts';

export type DayView =
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem }
  | {
      is: 'day';
      mine: Mine;
      at: number;
      problem: Problem | null;
      /** What was not read when this page was opened, so that it stays marked while it is read. */
      unread: string[];
      /** What has been read by now. */
      seen: string[];
    };

interface Tools {
  ask: Ask;
  kept: KeptMine;
  connection: Cell<Connection | null | undefined>;
  now?: () => number;
}

/** @param connection undefined while it is being read */
export function mineSession({ ask, kept, connection, now = Date.now }: Tools) {
  const view = cell<DayView>({ is: 'loading' });
  let before: string[] | null = null;
  let whose: string | null = null;

  const show = async (mine: Mine, at: number, problem: Problem | null) => {
    const seen = await kept.seen();
    before ??= seen;
    view.set({ is: 'day', mine, at, problem, unread: unread(mine, before), seen });
  };

  const load = async () => {
    const me = connection.get();
    if (!me || me.refused) return;
    const { token } = me;
    if (whose !== token) view.set({ is: 'loading' });
    whose = token;
    const last = await kept.read(me);
    if (last && view.get().is === 'loading') await show(last.mine, last.at, null);
    const answer = await ask('mine.get', {});
    if (whose !== token) return;
    if (answer.ok) return show(answer.value, now(), null);
    if (last) return show(last.mine, last.at, answer.problem);
    view.set({ is: 'problem', problem: answer.problem });
  };

  connection.subscribe(() => void load());
  void load();

  return {
    view,
    refresh: load,
    /** The background has heard something new of the store. */
    async reread(): Promise<void> {
      const me = connection.get();
      const last = me && !me.refused ? await kept.read(me) : null;
      if (last) await show(last.mine, last.at, null);
    },
    /** These answers are on screen. */
    async see(replies: readonly string[]): Promise<void> {
      const now = view.get();
      if (now.is !== 'day') return;
      const keys = now.mine.replies.map(replyKey).filter((key) => replies.includes(key));
      const fresh = keys.filter((key) => !now.seen.includes(key));
      if (fresh.length === 0) return;
      view.set({ ...now, seen: [...now.seen, ...fresh] });
      await ask('mine.seen', { replies: fresh });
    },
  };
}
