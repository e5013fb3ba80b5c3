/** Which room of the page the address names; without one, the first that this member may enter. */

import { useEffect, useSyncExternalStore } from 'react';
import { STORE_ROOMS, type StoreRoom } from '../../components/store/props.ts';
import { roomsFor } from '../../components/store/rooms.ts';
import type { Role } from '../../lib/contract/words.ts';
import { storeWords } from '../../lib/words/store.ts';

const named = (): StoreRoom | null =>
  STORE_ROOMS.find((room) => location.hash === `#${room}`) ?? null;

/** @returns the room in front now, for whoever leaves it while something is on its way */
export const roomNow = named;

function listen(changed: () => void) {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** @returns the room, now and after every change of the address; the tab is named after it */
export function useStoreRoom(role: Role | null): StoreRoom {
  const asked = useSyncExternalStore(listen, named);
  const room = asked ?? (role ? (roomsFor(role)[0] ?? 'people') : 'people');
  useEffect(() => {
    document.title = storeWords().page.tab(storeWords().rooms[room]);
  }, [room]);
  return room;
}
