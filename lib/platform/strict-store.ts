/** An idb-keyval store whose writes are on the disk before they are called done. */
import type { UseStore } from 'idb-keyval';

/**
 * idb-keyval's own `createStore` opens transactions with the default durability, which means "handed to the
 * operating system". What people are told is saved must be more than that; it costs about 3 ms a write.
 * Also lets go of the database when a newer version of the extension wants it, and opens it again after
 * the browser closed it.
 *
 * @param name of the database, which holds one object store
 * @returns a store for idb-keyval's functions
 */
export function strictStore(name: string): UseStore {
  let opening: Promise<IDBDatabase> | null = null;

  const open = (): Promise<IDBDatabase> => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      // Without a number: whoever goes back to an older Truce still reads what the newer one kept.
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.result.createObjectStore('entries');
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error(`The database ${name} is held by an older page.`));
      request.onsuccess = () => {
        const forget = () => {
          request.result.close();
          opening = null;
        };
        request.result.onversionchange = forget;
        request.result.onclose = forget;
        resolve(request.result);
      };
    }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> =>
    (await open()).transaction('entries', mode, { durability: 'strict' });

  return async (mode, callback) => {
    const transaction = await begin(mode).catch((error: unknown) => {
      if (!isShut(error)) throw error;
      // The browser shut it and has not said so yet; opened anew it is as good as before.
      opening = null;
      return begin(mode);
    });
    return callback(transaction.objectStore('entries'));
  };
}

const isShut = (error: unknown) => error instanceof Error && error.name === 'InvalidStateError';
