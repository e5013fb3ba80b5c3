/** The disk of one browser: IndexedDB as the extension sees it, which may be full, shut, or cut off within a transaction. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { UseStore } from 'idb-keyval';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import type { Random } from '../real/random.ts';
import { type Life, whoRuns } from './life.ts';

export type DiskFault = 'quota' | 'blocked' | 'unreadable';

export class Disk {
  readonly #factory = new IDBFactory();
  readonly #random: Random;
  #open: IDBDatabase[] = [];
  fault: DiskFault | null = null;
  /** Told when a fault has cost somebody something. */
  onFault: (fault: DiskFault | 'closed') => void = () => undefined;

  constructor(random: Random) {
    this.#random = random;
  }

  /** What `indexedDB.open` does in this browser. */
  open(name: string, version?: number): IDBOpenDBRequest {
    const request = this.#factory.open(name, version);
    const { fault } = this;
    if (fault === 'blocked' || fault === 'unreadable') {
      this.onFault(fault);
      return refusedOpening(fault);
    }
    request.addEventListener('success', () => this.#open.push(request.result));
    return request;
  }

  /** The browser shuts all databases, as it does when it clears a site or the profile is damaged. It need not say so in time. */
  shut(): void {
    const tells = this.#random.below(2) === 0;
    for (const database of this.#open) {
      database.close();
      if (tells) database.onclose?.call(database, new Event('close'));
    }
    if (this.#open.length > 0) this.onFault('closed');
    this.#open = [];
  }

  /** @returns a store of the product's own, of which each use takes one turn of this life */
  of(life: Life, name: string): UseStore {
    const use = strictStore(name);
    return (mode, callback) =>
      life.act(() => use(mode, (entries) => callback(this.#mortal(life, entries))));
  }

  /** An object store whose every request may be the last thing this life does. */
  #mortal(life: Life, entries: IDBObjectStore): IDBObjectStore {
    const writes = new Set<PropertyKey>(['put', 'delete']);
    return new Proxy(entries, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (key === 'transaction') {
          if (life.reached()) this.#cut(target.transaction);
          return value;
        }
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (life.reached()) {
            this.#cut(target.transaction);
            throw new Error('Killed.');
          }
          const request: unknown = Reflect.apply(value, target, given);
          if (this.fault === 'quota' && writes.has(key) && key === 'put') {
            this.onFault('quota');
            target.transaction.abort();
          }
          return request;
        };
      },
    });
  }

  /** Whoever dies within a transaction leaves it undone, or done as far as it had come. */
  #cut(transaction: IDBTransaction): void {
    if (this.#random.below(2) === 0) transaction.abort();
  }
}

function refusedOpening(fault: DiskFault): IDBOpenDBRequest {
  const request: Record<string, unknown> = {
    error: new DOMException('The database cannot be opened.', 'UnknownError'),
  };
  setImmediate(() => {
    const listener = fault === 'blocked' ? request.onblocked : request.onerror;
    if (typeof listener === 'function') listener();
  });
  return request as unknown as IDBOpenDBRequest;
}

/** Makes `indexedDB` that of whichever browser's code is running. */
export function installDisks(diskOf: (life: Life) => Disk): void {
  const open = (name: string, version?: number) => {
    const life = whoRuns();
    if (!life) throw new Error('The disk was used outside of every browser.');
    return diskOf(life).open(name, version);
  };
  Object.assign(globalThis, { indexedDB: { open }, IDBKeyRange });
}
