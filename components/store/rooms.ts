/** The rooms of the page, and who may enter. */
import { mayActAs, type Role } from '../../lib/contract/words.ts';
import { STORE_ROOMS, type StoreRoom } from './props.ts';

/** The least role that may enter a room. */
export const NEEDS: Record<StoreRoom, Role> = {
  people: 'admin',
  sources: 'marketer',
  imports: 'marketer',
  merges: 'marketer',
  privacy: 'admin',
  hooks: 'admin',
  audit: 'admin',
};

/** @returns the rooms this role may enter, in order */
export const roomsFor = (role: Role): StoreRoom[] =>
  STORE_ROOMS.filter((room) => mayActAs(role, NEEDS[room]));
