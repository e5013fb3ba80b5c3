/**
 * Brings the tables of a database up to date and kills itself right before a given statement, as a machine would that loses
 * its power. Arguments: the address of a server or a data folder, and how many statements that make something come first.
 */
import { PostgresQueryCompiler } from 'kysely';
import { openDatabase } from '../../../server/db/database.ts';
import { migrate } from '../../../server/db/migrate.ts';

const [where = '', count = '0'] = process.argv.slice(2);
const opened = await openDatabase({
  databaseUrl: where.startsWith('postgres') ? where : null,
  dataDir: where,
  migrate: false,
  onError: () => {},
});
if (!opened.ok) throw new Error(opened.problem.title);
const compiler = new PostgresQueryCompiler();
let left = Number(count);
const deadly = opened.value.db.withPlugin({
  transformQuery: ({ node, queryId }) => {
    const { sql } = compiler.compileQuery(node, queryId);
    const makes = /^\s*(?:create|alter|drop|insert|update)\b/.test(sql) && !/kysely/.test(sql);
    if (makes && left-- === 0) process.kill(process.pid, 'SIGKILL');
    return node;
  },
  transformResult: async ({ result }) => result,
});
await migrate(deadly);
await opened.value.close();
console.log('nothing was left to do');
process.exit(0);
