/** What the store says to its database during tests, so that rules about statements can be held (portable.ts). */
import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely';
import type { Db } from '../../../server/db/database.ts';

const compiler = new PostgresQueryCompiler();
const heard = new WeakMap<Db, { recording: Db; statements: Set<string> }>();

/** @returns the same database, each of whose statements is written down; what tests themselves ask goes by `db` */
export function recorded(db: Db): Db {
  return listening(db).recording;
}

/** @returns all different statements since the database was opened, without their values */
export function statementsOf(db: Db): string[] {
  return [...listening(db).statements];
}

/** @returns the same database, and which statements were sent by it since this was asked last */
export function counted(db: Db): { db: Db; sent: () => string[] } {
  let statements: string[] = [];
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(flat(compiler.compileQuery(node, queryId).sql));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const sent = () => {
    const since = statements;
    statements = [];
    return since;
  };
  return { db: recorded(db).withPlugin(plugin), sent };
}

function listening(db: Db) {
  const known = heard.get(db);
  if (known) return known;
  const statements = new Set<string>();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.add(flat(compiler.compileQuery(node, queryId).sql));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const made = { recording: db.withPlugin(plugin), statements };
  heard.set(db, made);
  return made;
}

/** One line, and lists of any length look the same. */
function flat(sql: string): string {
  return sql
    .replace(/\s+/g, ' ')
    .replace(/\$\d+/g, '$')
    .replace(/\$(?:, ?\$)+/g, '$')
    .replace(/\(\$\)(?:, ?\(\$\))+/g, '($)')
    .trim();
}
