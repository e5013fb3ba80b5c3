import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { get, set } from 'idb-keyval';
import { beforeEach, expect, it } from 'vitest';
import { strictStore } from '../../../lib/platform/strict-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  globalThis.IDBKeyRange = IDBKeyRange;
});

/** As a later version of Truce would. */
const upgraded = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name, 2);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore('more');
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });

it('lets a newer version in while a page of ours is open, and reads on what that one left', async () => {
  const use = strictStore('kept');
  await set('verdict', 'accepted', use);
  await upgraded('kept');
  expect(await get('verdict', use)).toBe('accepted');
  expect(await get('verdict', strictStore('kept'))).toBe('accepted');
});
