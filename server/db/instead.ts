/** Standing in for one method of an object that is somebody else's. */

/** @returns the object with one of its methods replaced, for whoever gets it from us; itself it stays as it is */
export function instead<T extends object>(
  object: T,
  method: keyof T,
  replacement: (...given: unknown[]) => unknown,
): T {
  return new Proxy(object, {
    get: (target, key) => {
      if (key === method) return replacement;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
