/** The rep's day in the popup, with what was said here a moment ago taken into account. */
import { useMemo } from 'react';
import type { Mine } from '../../lib/contract/mine.ts';
import { keptMine } from '../../lib/desk/kept-mine.ts';
import { mineSession } from '../../lib/desk/mine.ts';
import { needsOf, withoutAnswered } from '../../lib/desk/needs.ts';
import { outboxItems } from '../../lib/desk/outbox-items.ts';
import type { openDeskPage } from '../../lib/desk/page.ts';
import { ask } from '../../lib/messaging/ask.ts';
import type { Connection } from '../../lib/platform/connection.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell } from '../../lib/platform/use-cell.ts';

export type MineSession = ReturnType<typeof openSession>;

export const openSession = ({ connection }: ReturnType<typeof openDeskPage>) =>
  mineSession({ ask, kept: keptMine(), connection });

export function useDay(
  session: MineSession,
  sending: ReturnType<typeof openDeskPage>['sending'],
  connection: Connection | null | undefined,
  now: number,
) {
  const told = useCell(session.view);
  const { entries, lastProblem } = useCell(sending.now);
  const sender = useMemo(() => (connection ? senderOf(connection) : null), [connection]);
  const mine = told.is === 'day' ? told.mine : null;
  return useMemo(() => {
    const said = { entries, sender };
    const items = outboxItems(entries, lastProblem, sender, (leadId) => nameIn(mine, leadId));
    const seen = told.is === 'day' ? told.seen : [];
    const day = told.is === 'day' ? { ...told, mine: withoutAnswered(told.mine, said) } : told;
    return { day, items, needs: needsOf(mine, seen, said, now) };
  }, [told, mine, entries, lastProblem, sender, now]);
}

function nameIn(mine: Mine | null, leadId: string): string | null {
  if (!mine) return null;
  const { hot, waiting, woken, watched, replies } = mine;
  const all = [...hot, ...waiting, ...woken, ...watched, ...replies];
  return all.find((each) => each.leadId === leadId)?.name ?? null;
}
