/** A database that lets nobody stay, as when it fails over. */
import pg from 'pg';

/** Ends every connection to it but this one, in the middle of whatever they do. */
export async function cutConnections(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await client.end();
}
