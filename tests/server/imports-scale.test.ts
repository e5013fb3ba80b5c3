import { rm } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isLong } from '../length.ts';
import { preparedFolder, usePostgres } from './support/engines.ts';
import { type Big, bigImport, rightCounts } from './support/import-run.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, startStore } from './support/store-process.ts';

const CODE = '7K3MQX2P';
/** Megabytes above the start. */
const MOST_MEMORY = 300;
/** 250 MB of file: whoever held it, packed into one-byte characters even, would be beyond the limit with the rest. */
const BIG: Big = { rows: 25_000, people: 5_000, ballast: 10_000 };

/** Every day where the database is in the process whose memory is measured, too. */
const ON = isLong ? ['postgres', 'pglite'] : ['pglite'];

describe('a large file', () => {
  const server = usePostgres();

  it.each(ON)(
    '25,000 rows in 250 MB come in with little memory, on %s',
    async (engine) => {
      const folder = engine === 'pglite' ? await preparedFolder() : null;
      if (folder) onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const place: Record<string, string> = folder
        ? { TRUCE_DATA_DIR: folder }
        : { DATABASE_URL: await createDatabase(server()) };
      const store = await startStore({ ...place, TRUCE_SETUP_CODE: CODE, TRUCE_LOG_LEVEL: 'warn' });
      onTestFinished(async () => void (await store.end('SIGKILL')));
      const { token } = await enter(store.url, CODE);
      const seen = await bigImport(store, token, BIG);
      expect(seen.tried.counts.refused).toBe(rightCounts(BIG).refused);
      expect(seen.stopped).toMatchObject({ state: 'stopped' });
      expect(seen.done.counts).toEqual(rightCounts(BIG));
      expect(seen.tried.total).toBeGreaterThan(250_000_000);
      if (process.platform === 'linux') expect(seen.memory).toBeLessThan(MOST_MEMORY);
    },
    1_800_000,
  );
});
