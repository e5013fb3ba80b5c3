/** The rooms of the page: their names, and who may enter. */
import { mayActAs, type Role } from '../../lib/contract/words.ts';
import { STORE_ROOMS, type StoreRoom } from './props.ts';

/** What a room is called, and the least role that may enter it. */
export const ROOMS: Record<StoreRoom, { name: string; needs: Role }> = {
  people: { name: 'People', needs: 'admin' },
  sources: { name: 'Sources', needs: 'marketer' },
  imports: { name: 'Imports', needs: 'marketer' },
  merges: { name: 'Merges', needs: 'marketer' },
  privacy: { name: 'Privacy', needs: 'admin' },
  hooks: { name: 'Webhooks', needs: 'admin' },
  audit: { name: 'Audit log', needs: 'admin' },
};

/** @returns the rooms this role may enter, in order */
export const roomsFor = (role: Role): StoreRoom[] =>
  STORE_ROOMS.filter((room) => mayActAs(role, ROOMS[room].needs));
