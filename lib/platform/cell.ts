/** A value that tells who listens when it changes; what React's `useSyncExternalStore` wants, without React. */
export interface Cell<T> {
  get(): T;
  set(value: T): void;
  /** @returns a function that stops listening */
  subscribe(listener: () => void): () => void;
}

export function cell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
