/** Whom this build believes about repairs. Set by wxt.config.ts from TRUCE_REPAIRS_KEY; a build without it believes nobody. */
declare const __TRUCE_REPAIRS_KEYS__: readonly string[] | undefined;

/** Public keys, SPKI in base64url. */
export const REPAIRS_KEYS: readonly string[] =
  typeof __TRUCE_REPAIRS_KEYS__ === 'undefined' ? [] : __TRUCE_REPAIRS_KEYS__;
