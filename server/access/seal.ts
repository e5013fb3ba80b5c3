/** Secrets that have to be read again (what a tool signs with) are kept sealed, so that a copy of the database is not enough. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Db } from '../db/database.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Seal {
  /** @returns what is kept; each time another one */
  close: (secret: string) => string;
  /** @returns the secret; throws when it was sealed with another key, or is not whole */
  open: (sealed: string) => string;
  /** @returns the same for the same text, and of no use to whoever does not have the key */
  mark: (text: string) => string;
}

/** @param key any text that only the store knows: at least 32 random characters */
export function sealWith(key: string): Seal {
  // AES-256-GCM; the key is derived (RFC 5869), so that whatever was typed becomes 32 even bytes.
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'truce secrets v1', 32));
  const marking = Buffer.from(hkdfSync('sha256', key, '', 'truce marks v1', 32));
  return {
    mark: (text) => createHmac('sha256', marking).update(text).digest('base64url'),
    close: (secret) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', derived, nonce);
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', derived, nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(tag);
      const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
  };
}

/**
 * Without TRUCE_KEY the key lies in the database beside what it seals, which keeps secrets out of logs and exports and no
 * more than that; `store doctor` says so.
 *
 * @returns the key that all processes of this store share
 */
export async function keyOf(db: Db, given: string | null): Promise<string> {
  if (given !== null) return given;
  await db
    .insertInto('install')
    .values({ name: 'key', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await keyIn(db);
  if (kept === null) throw new Error('The key is gone from the table “install”.');
  return kept;
}

/** @returns the key that lies in the database; null when none does */
export async function keyIn(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('install')
    .where('name', '=', 'key')
    .select('value')
    .executeTakeFirst();
  return row?.value ?? null;
}
