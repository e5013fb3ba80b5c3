/** What a database says of a value that it will never keep, however often it is asked. */

/** Classes of SQLSTATE: 22, data that is none to it; 54, more than it can hold in one place. */
const NEVER = /^(?:22|54)[0-9A-Z]{3}$/;

/** @returns whether trying the same again would end the same; what is not known for sure may well pass */
export function isNeverKept(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NEVER.test(String(error.code));
}
