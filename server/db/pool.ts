/** How values come out of the driver, the same for every engine behind it. */
import pg from 'pg';

const INT8 = 20;

/** int8 as a number (our counters stay far below 2^53); everything else as `pg` does by default. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8 && format !== 'binary') return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

/**
 * @param config where to connect, or a `stream` that speaks the protocol
 * @param onIdleError told when a connection that nobody uses dies; the pool replaces it
 */
export function createPool(config: pg.PoolConfig, onIdleError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...config, types: types as pg.CustomTypesConfig });
  // Without a listener, a database restart while idle would end the process.
  pool.on('error', onIdleError);
  return pool;
}
