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
 * A process that is frozen in the middle of a transaction must not hold its rows, and the feed of changes, for ever. Said
 * by each connection and not at its start, which poolers such as pgbouncer refuse.
 */
const NO_IDLING = `set idle_in_transaction_session_timeout = '60s'`;

/**
 * @param config where to connect, or a `stream` that speaks the protocol
 * @param onIdleError told when a connection that nobody uses dies; the pool replaces it
 */
export function createPool(config: pg.PoolConfig, onIdleError: (error: Error) => void): pg.Pool {
  const onServer = config.connectionString !== undefined;
  const pool = new pg.Pool({
    ...config,
    types: types as pg.CustomTypesConfig,
    // Before anybody uses the connection: the driver takes one query at a time.
    ...(onServer ? { onConnect: async (client) => void (await client.query(NO_IDLING)) } : {}),
  });
  // Without a listener, a database restart while idle would end the process.
  pool.on('error', onIdleError);
  // Nor may one that ends a connection in use: whoever uses it is told by their query.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
