/** Which room of the desk the address names: `#score`, else the queue. The back button goes to the room before. */
import { useEffect, useSyncExternalStore } from 'react';
import type { DeskRoom } from '../../components/review/props.ts';

const roomNow = (): DeskRoom => (location.hash === '#score' ? 'score' : 'queue');

const TITLES: Record<DeskRoom, string> = { queue: 'Truce review desk', score: 'Score – Truce' };

function listen(changed: () => void) {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** @returns the room, now and after every change of the address; the tab is named after it */
export function useRoom(): DeskRoom {
  const room = useSyncExternalStore(listen, roomNow);
  useEffect(() => {
    document.title = TITLES[room];
  }, [room]);
  return room;
}
