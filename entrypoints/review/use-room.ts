/** Which room of the desk the address names: `#score`, else the queue. The back button goes to the room before. */
import { useEffect } from 'react';
import type { DeskRoom } from '../../components/review/props.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { useHash } from './use-hash.ts';

const ROOMS: readonly string[] = [
  'definition',
  'score',
  'reports',
  'check-in',
] satisfies DeskRoom[];

const isRoom = (name: string): name is DeskRoom => ROOMS.includes(name);

/** The name of the room ends at a `/`: what follows is the room's own. */
function roomAt(hash: string): DeskRoom {
  const name = hash.slice(1).split('/')[0] ?? '';
  return isRoom(name) ? name : 'queue';
}

/** The address each room was left with: its choice of days and leads is still there when somebody comes back by the menu. */
const left: Partial<Record<DeskRoom, string>> = {};

/** @returns the room, now and after every change of the address, which the tab is named after; where the menu leads */
export function useRoom(): { room: DeskRoom; addresses: Partial<Record<DeskRoom, string>> } {
  const hash = useHash();
  const room = roomAt(hash);
  left[room] = hash || '#queue';
  useEffect(() => {
    document.title = `${reviewWords()[room]} – Truce`;
  }, [room]);
  return { room, addresses: left };
}
