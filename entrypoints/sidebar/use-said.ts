/** What was said on this device and may not be on the card yet. */
import { useEffect, useRef, useState } from 'react';
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import { foreign, type OutboxEntry, type Sender } from '../../lib/feedback/entry.ts';

/** For this long after it left the outbox a verdict is shown as said, while the card that carries it is on its way. */
const ON_ITS_WAY_MS = 5000;

/**
 * What was said and still waits, and for a moment what has just left: the card that carries it comes a little later,
 * and in between it must not look unsaid. Refused and other people's entries are not said.
 */
export function useSaid(entries: OutboxEntry[], sender: Sender | null) {
  const waiting = entries.filter(
    (entry) => entry.state !== 'parked' && foreign(entry, sender) === null,
  );
  const before = useRef<OutboxEntry[]>([]);
  const takenBack = useRef(new Set<string>());
  const [left, setLeft] = useState<readonly FeedbackItem[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `waiting` follows from these two
  useEffect(() => {
    const here = new Set(entries.map((entry) => entry.item.id));
    const gone = before.current
      .map((entry) => entry.item)
      .filter(({ id }) => !here.has(id) && !takenBack.current.has(id));
    before.current = waiting;
    if (gone.length === 0) return;
    setLeft((items) => [...items, ...gone]);
    setTimeout(
      () => setLeft((items) => items.filter((item) => !gone.includes(item))),
      ON_ITS_WAY_MS,
    );
  }, [entries, sender]);
  return {
    all: [...left, ...waiting.map((entry) => entry.item)],
    takeBack: (id: string) => takenBack.current.add(id),
  };
}
