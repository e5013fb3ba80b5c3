/** The rep's day in the popup, with what was said here a moment ago taken into account. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Mine } from '../../lib/contract/mine.ts';
import { keptMine } from '../../lib/desk/kept-mine.ts';
import { mineSession } from '../../lib/desk/mine.ts';
import { needsOf, withoutAnswered } from '../../lib/desk/needs.ts';
import { outboxItems } from '../../lib/desk/outbox-items.ts';
import type { openDeskPage } from '../../lib/desk/page.ts';
import { foreign, type OutboxEntry, type Sender } from '../../lib/feedback/entry.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { onAnnounced } from '../../lib/platform/announce.ts';
import type { Connection } from '../../lib/platform/connection.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell } from '../../lib/platform/use-cell.ts';

export type MineSession = ReturnType<typeof openSession>;

export function openSession({ connection, signal }: ReturnType<typeof openDeskPage>) {
  const session = mineSession({ ask, kept: keptMine(), connection });
  onAnnounced('day', () => void session.reread(), signal);
  return session;
}

export function useDay(
  session: MineSession,
  sending: ReturnType<typeof openDeskPage>['sending'],
  connection: Connection | null | undefined,
  now: number,
) {
  const told = useCell(session.view);
  const { entries, lastProblem } = useCell(sending.now);
  const sender = useMemo(() => (connection ? senderOf(connection) : null), [connection]);
  const left = useJustSent(entries, sender);
  const mine = told.is === 'day' ? told.mine : null;
  return useMemo(() => {
    const said = { entries: [...entries, ...left], sender };
    const items = outboxItems(entries, lastProblem, sender, (leadId) => nameIn(mine, leadId));
    const seen = told.is === 'day' ? told.seen : [];
    const day = told.is === 'day' ? { ...told, mine: withoutAnswered(told.mine, said) } : told;
    return { day, items, needs: needsOf(mine, seen, said, now) };
  }, [told, mine, entries, left, lastProblem, sender, now]);
}

/** For this long after it left the outbox something counts as said, while the list without that lead is on its way. */
const ON_ITS_WAY_MS = 1500;

function useJustSent(entries: OutboxEntry[], sender: Sender | null): OutboxEntry[] {
  const before = useRef<OutboxEntry[]>([]);
  const [left, setLeft] = useState<OutboxEntry[]>([]);
  useEffect(() => {
    const here = new Set(entries.map(({ item }) => item.id));
    const gone = before.current.filter(
      (entry) =>
        entry.state !== 'parked' && foreign(entry, sender) === null && !here.has(entry.item.id),
    );
    before.current = entries;
    if (gone.length === 0) return;
    setLeft((all) => [...all, ...gone]);
    setTimeout(() => setLeft((all) => all.filter((one) => !gone.includes(one))), ON_ITS_WAY_MS);
  }, [entries, sender]);
  return left;
}

function nameIn(mine: Mine | null, leadId: string): string | null {
  if (!mine) return null;
  const { hot, waiting, woken, watched, replies } = mine;
  const all = [...hot, ...waiting, ...woken, ...watched, ...replies];
  return all.find((each) => each.leadId === leadId)?.name ?? null;
}
