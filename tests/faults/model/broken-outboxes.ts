/** Outboxes with one mistake each, which the suite has to find: if it does not, it proves nothing of the real one. */
import { createOutbox } from '../../../lib/feedback/outbox.ts';
import type { MakeOutbox } from './browser.ts';

/** Takes an entry off the disk when it is handed to the network, as if that were delivery. */
export const removesBeforeSending: MakeOutbox = (options) => {
  const outbox = createOutbox(options);
  return {
    ...outbox,
    async claim(ids) {
      const claimed = await outbox.claim(ids);
      for (const { item } of claimed) await outbox.drop(item.id);
      return claimed;
    },
  };
};

/** Gives an item another id when it is sent again, so that the store cannot know it. */
export const newIdWhenTriedAgain: MakeOutbox = (options) => {
  const outbox = createOutbox(options);
  const first = new Map<string, string>();
  const own = (id: string) => first.get(id) ?? id;
  return {
    ...outbox,
    claim: async (ids) =>
      (await outbox.claim(ids)).map((entry) => {
        if (entry.attempts < 2) return entry;
        const id = `${entry.item.id.slice(0, -4)}${entry.attempts.toString(16).padStart(4, '0')}`;
        first.set(id, entry.item.id);
        return { ...entry, item: { ...entry.item, id } };
      }),
    settle: (words) => outbox.settle(words.map((word) => ({ ...word, id: own(word.id) }))),
    turnAway: (id, message) => outbox.turnAway(own(id), message),
    postpone: (ids, message, wait) => outbox.postpone(ids.map(own), message, wait),
  };
};

/** Sends what was said last first. */
export const newestFirst: MakeOutbox = (options) => {
  const outbox = createOutbox(options);
  return { ...outbox, list: async () => (await outbox.list()).toReversed() };
};
