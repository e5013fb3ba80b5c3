/** Connections to the database that fail at a statement of our choice, as those to a server do. */
import type pg from 'pg';
import { instead } from '../../../server/db/instead.ts';

/**
 * killed: the server ends the connection, its transaction is undone · killed after commit: the same, a moment later ·
 * store killed: the store's own process dies then, so that nobody is answered · the others are what a database says
 */
export const STORE_FAULTS = [
  'killed mid-transaction',
  'killed after commit',
  'store killed',
  'failed over',
  'disk full',
  'read only',
  'deadlock',
  'cancelled',
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

const CODES: Record<StoreFault, string> = {
  'killed mid-transaction': '57P01',
  'killed after commit': 'ECONNRESET',
  'store killed': '57P01',
  'failed over': '57P03',
  'disk full': '53100',
  'read only': '25006',
  deadlock: '40P01',
  cancelled: '57014',
};
const ENDS: ReadonlySet<StoreFault> = new Set<StoreFault>([
  'killed mid-transaction',
  'killed after commit',
  'store killed',
  'failed over',
]);
const WRITES: ReadonlySet<StoreFault> = new Set<StoreFault>(['disk full', 'read only', 'deadlock']);

interface Armed {
  fault: StoreFault;
  /** Statements until then. */
  left: number;
}

export class FaultyPool {
  #armed: Armed | null = null;
  #refusing = 0;
  /** The store's process has died since this was last asked. */
  #died = false;
  onFault: (fault: StoreFault) => void = () => undefined;

  arm(fault: StoreFault, left: number): void {
    this.#armed = { fault, left };
  }

  calm(): void {
    this.#armed = null;
    this.#refusing = 0;
    this.#died = false;
  }

  /** @returns whether whoever waits for an answer waits in vain */
  diedMeanwhile(): boolean {
    const died = this.#died;
    this.#died = false;
    return died;
  }

  around(pool: pg.Pool): pg.Pool {
    return instead(pool, 'connect', async () => {
      if (this.#refusing > 0) {
        this.#refusing -= 1;
        throw databaseError('ECONNREFUSED');
      }
      return this.#mortal(await pool.connect());
    });
  }

  #mortal(client: pg.PoolClient): pg.PoolClient {
    let isDead = false;
    let isAborted = false;
    let inTransaction = false;
    return instead(client, 'query', async (text: unknown, values: unknown) => {
      const said = String(text).trimStart().toLowerCase();
      if (isDead) throw databaseError('ECONNRESET');
      if (isAborted && said !== 'rollback') throw databaseError('25P02');
      const fault = this.#due(said);
      if (fault) {
        if (fault === 'killed after commit') await client.query(said);
        else if (inTransaction && ENDS.has(fault)) await client.query('rollback');
        isDead = ENDS.has(fault);
        isAborted = !isDead && inTransaction;
        throw databaseError(CODES[fault]);
      }
      if (said.startsWith('begin') || said.startsWith('start transaction')) inTransaction = true;
      if (said === 'commit' || said === 'rollback') {
        inTransaction = false;
        isAborted = false;
      }
      return Reflect.apply(client.query, client, [text, values]);
    });
  }

  #due(said: string): StoreFault | null {
    const armed = this.#armed;
    if (!armed || said === 'rollback') return null;
    armed.left -= 1;
    if (armed.left >= 0) return null;
    const { fault } = armed;
    if (fault === 'killed after commit' && said !== 'commit') return null;
    if (WRITES.has(fault) && !/^(insert|update|delete|with)/.test(said)) return null;
    this.#armed = null;
    if (fault === 'failed over') this.#refusing = 3;
    if (fault === 'store killed') this.#died = true;
    this.onFault(fault);
    return fault;
  }
}

function databaseError(code: string): Error {
  return Object.assign(new Error(`Injected: ${code}`), { code });
}
