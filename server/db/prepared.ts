/**
 * Statements that are asked again and again, prepared once per connection: for a small one, reading and planning it costs the
 * database more than running it. Whatever stands between us and the database may not keep them (some poolers hand each
 * transaction another session); then it is said so once, and from there on every statement is sent whole.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { instead } from './instead.ts';

/** A statement that was asked less often is not worth a place; lists of different lengths are different statements. */
const OFTEN = 10;
/** Each has a plan in each session. */
const MOST = 100;

/** No such prepared statement, there is one already, its result has other columns by now. */
const UNKEPT = new Set(['26000', '42P05', '0A000']);
const ABORTED = '25P02';

/** @returns the pool, with connections that prepare what is asked often */
export function preparing(pool: pg.Pool): pg.Pool {
  const names = statementNames();
  const known = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const prepared = (client: pg.PoolClient) => {
    const own = known.get(client) ?? withNames(client, names);
    known.set(client, own);
    return own;
  };
  return instead(pool, 'connect', async () => prepared(await pool.connect()));
}

interface Names {
  /** @returns the name to prepare it under; undefined to send it as it is */
  of: (text: string) => string | undefined;
  /** Prepared statements are not kept here. */
  giveUp: () => void;
}

function statementNames(): Names {
  const asked = new Map<string, number>();
  const names = new Map<string, string>();
  let isOn = true;
  return {
    of: (text) => {
      if (!isOn) return undefined;
      const name = names.get(text);
      if (name !== undefined || names.size >= MOST) return name;
      const times = (asked.get(text) ?? 0) + 1;
      asked.set(text, times);
      if (asked.size > MOST * OFTEN) asked.clear();
      if (times < OFTEN) return undefined;
      names.set(text, createHash('sha256').update(text).digest('hex').slice(0, 16));
      return names.get(text);
    },
    giveUp: () => {
      isOn = false;
    },
  };
}

function withNames(client: pg.PoolClient, names: Names): pg.PoolClient {
  return instead(client, 'query', async (text: unknown, values: unknown) => {
    if (typeof text !== 'string' || !Array.isArray(values)) throw new Error('Not a statement.');
    const name = values.length === 0 ? undefined : names.of(text);
    if (name === undefined) return client.query(text, values);
    try {
      return await client.query({ name, text, values });
    } catch (error) {
      if (!UNKEPT.has(codeOf(error))) throw error;
      names.giveUp();
      return client.query(text, values).catch((again: unknown) => {
        // Within a transaction only all of it can be tried again, which is for whoever began it.
        throw codeOf(again) === ABORTED ? error : again;
      });
    }
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
