/** What one can go to with one press: the views everybody has, and one's own, each with how many lines it shows. */
import type { ReviewFilter } from '../contract/review.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { EVERYTHING } from './queue-filter.ts';
import type { ViewLine } from './queue-view.ts';
import type { SavedView, SavedViewStore } from './saved-views.ts';

interface Tools {
  ask: Ask;
  connection: Cell<Connection | null | undefined>;
  store: SavedViewStore;
  id(): string;
}

/** @returns the views, and how one's own are made, called otherwise and thrown away */
export function queueViews({ ask, connection, store, id }: Tools) {
  const views = cell<ViewLine[]>([]);
  let own: SavedView[] = [];
  let hours = 0;
  const counted = new Map<string, number>();

  const keyOf = ({ store: at, member }: Connection) => `${at} ${member.memberId}`;
  const key = () => {
    const now = connection.get();
    return now ? keyOf(now) : null;
  };

  const show = () => {
    const all = [...everybodys(hours), ...own];
    views.set(all.map((view) => ({ ...view, n: counted.get(view.id) ?? null })));
  };

  const count = async (all: { id: string; filter: ReviewFilter }[]) => {
    for (const view of all) {
      const answer = await ask('review.facets', { filter: view.filter });
      if (answer.ok) counted.set(view.id, answer.value.total);
    }
    show();
  };

  const keep = async (change: (views: SavedView[]) => SavedView[]) => {
    const of = key();
    own = change(own);
    show();
    if (!of) return;
    // Another tab may have kept or dropped some since.
    const changed = change(await store.read(of));
    await store.write(of, changed);
    if (of !== key()) return;
    own = changed;
    show();
  };

  return {
    views,
    /** @param marketingHours what marketing promised; the view of late ones is made with it */
    async open(marketingHours: number) {
      const of = key();
      hours = marketingHours;
      own = of ? await store.read(of) : [];
      show();
      await count([...everybodys(hours), ...own]);
    },
    async save(name: string, filter: ReviewFilter) {
      const made = { id: id(), name, filter };
      await keep((views) => [...views, made]);
      await count([made]);
    },
    rename: (which: string, name: string) =>
      keep((views) => views.map((view) => (view.id === which ? { ...view, name } : view))),
    drop: (which: string) => keep((views) => views.filter((view) => view.id !== which)),
  };
}

function everybodys(hours: number): Omit<ViewLine, 'n'>[] {
  return [
    { id: 'open', name: null, filter: EVERYTHING },
    { id: 'late', name: null, filter: { ...EVERYTHING, hours: { from: hours, to: null } } },
    {
      id: 'score',
      name: null,
      filter: { ...EVERYTHING, said: ['score_too_high', 'score_too_low'] },
    },
    { id: 'answered', name: null, filter: { ...EVERYTHING, state: 'answered' } },
  ];
}
