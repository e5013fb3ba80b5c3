/** Which room of the desk the address names: `#score`, else the queue. The back button goes to the room before. */
import { useEffect, useSyncExternalStore } from 'react';
import type { DeskRoom } from '../../components/review/props.ts';
import { reviewWords } from '../../lib/words/review.ts';

const ROOMS: readonly string[] = [
  'definition',
  'score',
  'reports',
  'check-in',
] satisfies DeskRoom[];

const isRoom = (name: string): name is DeskRoom => ROOMS.includes(name);

/** The name of the room ends at a `/`: what follows is the room's own. */
function roomNow(): DeskRoom {
  const name = location.hash.slice(1).split('/')[0] ?? '';
  return isRoom(name) ? name : 'queue';
}

function listen(changed: () => void) {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** @returns the room, now and after every change of the address; the tab is named after it */
export function useRoom(): DeskRoom {
  const room = useSyncExternalStore(listen, roomNow);
  useEffect(() => {
    document.title = `${reviewWords()[room]} – Truce`;
  }, [room]);
  return room;
}
