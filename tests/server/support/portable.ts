/**
 * Whether a statement could run as it stands on a store that is spread over several servers (Citus, CockroachDB,
 * YugabyteDB). Read as text: what the rules are about has plain words in SQL.
 */
import { SHARDED_BY } from './tables.ts';

/** Words that no statement may hold, and why. */
const NEVER: [RegExp, string][] = [
  [/\bskip locked\b/, 'CockroachDB skips more than it should'],
  [/\bpg_(?:try_)?advisory/, 'advisory locks are not shared between nodes'],
  [/\b(?:listen|notify|pg_notify)\b/, 'not every database passes messages on'],
  [
    /\bdeclare\b.*\bcursor\b|\bnextval\b|\bcurrval\b/,
    'the order of a sequence is not that of commits',
  ],
  [/\boffset (?!0\b)/, 'paging by offset reads all that it skips; page by key'],
  [/\bfor update of\b/, 'locks reach across tables'],
  [/\btruncate\b|\bcopy\b/, 'not of one lead'],
];

const VOLATILE =
  /\b(?:now|random|gen_random_uuid|uuidv7|clock_timestamp|statement_timestamp|transaction_timestamp)\(|\bcurrent_timestamp\b/;

/**
 * Statements that look at a sharded table without its shard column, on purpose: each asks all shards and says why it may.
 * By the beginning of the statement.
 */
const SCATTERED: { pattern: RegExp; why: string }[] = [
  {
    pattern:
      /^update lead_merge set names = names - \$::text\[\], .* where ws_id = \$ and \(names \?\| /,
    why: 'somebody is erased: their names may stand in merges of others, on any shard; seldom, and nobody waits for a page',
  },
  {
    pattern:
      /^update "hook_delivery" set .* where "ws_id" = \$ and "hook_id" = \$ and "state" = \$$/,
    why: 'an endpoint is switched off: what waits for it, by a partial index on every shard',
  },
  {
    pattern:
      /^select \* from "(?:lead|feedback)" where .*\("?lead_id"?.* > .* order by "lead_id".* limit |^select \* from "lead" where "lead_id" > .* limit |^select \* from event where \(lead_id, ws_id, event_id\) > .* limit /,
    why: 'exports go through all shards, page by page in the order of the shard column',
  },
  {
    pattern:
      /^select "lead"\."lead_id", .* left join \( select lead_id, same_name, count\(\*\) over .* from lead where ws_id = .*(?:company_key|domain) = /,
    why: 'colleagues and namesakes, and how many verdicts there are: an index on every shard, one number or a few rows back',
  },
  {
    pattern:
      /^select (?:\*|"lead_id"|count\(\*\) as "?\w+"?) from "lead" where "ws_id" = .* "stage" = 'mql'/,
    why: 'the hot list, what waits for one member: the first page of every shard, by a partial index, is all that is merged',
  },
  {
    pattern:
      /^select .*from feedback f .*where f\.ws_id = \S+ and f\.queue = |^with kinds as materialized \(.* from feedback f join lead l .* f\.queue = /,
    why: 'the review desk: a page or counts of what waits, by an index of each shard; both tables lie together by lead',
  },
  {
    pattern: /^select distinct on \(f\.lead_id\) .* from feedback f .*f\.kind = 'verdict'/,
    why: 'what leads that were turned down have in common is found among all that were judged lately',
  },
  {
    pattern:
      /^select \* from "feedback" where "ws_id" = \S+ and "member_id" = .*"queue" = 'answered'/,
    why: 'what one member was answered lately: by an index of each shard, few rows back',
  },
  {
    pattern: /^select lead_id, name, .* from lead where ws_id = .*\(lower\(name\) like /,
    why: 'leads searched by the beginning of a name: indexes of every shard, ten rows back',
  },
  {
    pattern: /^select .* from "feedback" where "ws_id" = .*"rest" = '(?:asleep|woken)'/,
    why: 'who is to be woken, and whom a member put to sleep and is back: few rows, by a partial index on every shard',
  },
  {
    pattern: /^(?:select .*|delete) from "watched" where "ws_id" = \S+ and "member_id" = /,
    why: 'the watch list of a member: an index on every shard, few rows back',
  },
  {
    pattern:
      /^(?:select|with) .*\(select distinct on \(f\.lead_id\) .* from feedback f where f\.ws_id = \S+ and f\.kind = 'verdict' .*order by f\.lead_id, /,
    why: 'reports: each shard finds the last words on its own leads, and their numbers are all that is merged',
  },
  {
    pattern: /^select "l"\."first_(?:source|campaign)" as value from lead l where l\.ws_id = /,
    why: 'what reports can be filtered by: counted on each shard, few values back',
  },
  {
    pattern:
      /^select .*\(select g\.lead_id, min\(g\.order_at\) as since from feedback g where g\.ws_id = /,
    why: 'the report on recycled leads: each shard finds its own and what came after, and their numbers are all that is merged',
  },
  {
    pattern:
      /^select count\(\*\) as "?n"?.* from "?feedback"? where "?ws_id"? = \S+ and "?queue"? (?:= 'open'|is not null) and /,
    why: 'the check-in: how many answers came in time or are late, one number from every shard',
  },
  {
    pattern:
      /^select .*from "?verdict_case"? where ws_id|^select .* from "verdict_case" where "ws_id"/,
    why: 'what verdicts teach is made of all of them, in the background',
  },
  {
    pattern: /^select .* from feedback f left join verdict_case c on c\.lead_id = f\.lead_id/,
    why: 'background work looks for what is not frozen yet; both tables lie together by lead',
  },
  {
    pattern: /^select "?lead_id"? from "?lead"? where "?ws_id"? = .*(?:stale_on|scored_version)/,
    why: 'background work looks for leads to score again, some at a time, by a partial index',
  },
  {
    pattern: /^insert into rescoring .* select .*count\(\*\).* from lead /,
    why: 'background work counts once per published definition what lies before it',
  },
  {
    pattern: /^select "lead_id" from "lead" where "ws_id" = \S+ and "merged_into" in/,
    why: 'ids that lead to a person: asked when one is exported or erased',
  },
  {
    pattern:
      /^select "lead_id" from "lead" where "lead_id" > \S+ and "ws_id" = .* order by "lead_id" limit/,
    why: 'background work goes through all leads once a day, a page at a time',
  },
  {
    pattern: /^delete from "(?:lead_merge|hook_delivery)" where "(?:from_id|to_id|lead_id)" in/,
    why: 'what is known of an erased person: few rows, asked of every shard when one is erased',
  },
  {
    pattern: /^delete from (?:intake|import_refused) where ws_id = .* exists/,
    why: 'what may speak of an erased person is read as text, all of it, when one is erased',
  },
  {
    pattern: /^(?:select .* from|update) "?import_(?:chunk|job)"? where "?ws_id"? = /,
    why: 'files that may speak of an erased person are read whole, a few pieces at a time, when one is erased',
  },
  {
    pattern: /^select count\(\*\) as "count" from "event" where "ws_id" = .*"kind" = /,
    why: 'how much retention would delete today: counted when an administrator looks at it',
  },
  {
    pattern:
      /^select lead_id, total from \( select lead_id, row_number\(\) over \(order by lead_id\)/,
    why: 'a preview looks at the leads of thirty days, every how many-th of them: an index on every shard',
  },
  {
    pattern:
      /^select lead_id, feedback_id, body from feedback where ws_id = \S+ and kind <> 'registration' and rules_then is null limit /,
    why: 'what an older process stored meanwhile: by a partial index on every shard that is all but empty, once an hour',
  },
  {
    pattern: /^select version_then as version, count/,
    why: 'how much was said under each version: a count on every shard, one row per version back',
  },
  {
    pattern: /^select .* from "lead_merge" where "(?:ws_id|to_id|from_id)" (?:=|in) /,
    why: 'merges of a workspace by time, or of one lead: an index on every shard, one page of rows back',
  },
  {
    pattern: /^(?:select .* from|update) "?identity"? .*"?lead_id"? (?:=|in)/,
    why: 'names of one lead: an index on every shard; asked when it is merged, erased or shown',
  },
  {
    pattern: /^select .* from "audit" where "ws_id" = .* order by "at" desc/,
    why: 'the audit log: an administrator reads a page of it, by an index on every shard',
  },
  {
    pattern: /^select .* from "?intake"? where "?ws_id"? = /,
    why: 'what could not be kept, at most some thousands: a page, a count by source, what is too old; an index on every shard',
  },
  {
    pattern: /^(?:select .* from|delete from) "hook_delivery" where "ws_id" = \S+ and "hook_id" = /,
    why: 'what one webhook is still to be told, and its last deliveries: an index on every shard, few rows back',
  },
  {
    pattern: /^select .* from "import_job" where "ws_id" = /,
    why: 'the files of a workspace, which are few, by an index on every shard',
  },
];

/** @returns what is wrong with the statement, in words; empty when it may run anywhere */
export function objectionsTo(statement: string): string[] {
  const sql = statement.toLowerCase();
  const objections = NEVER.filter(([pattern]) => pattern.test(sql)).map(([, why]) => why);
  const hot = hotTablesIn(sql);
  const [, conflict = ''] = /\bdo update set (.*)$/.exec(sql) ?? [];
  if (hot.length > 0 && VOLATILE.test(conflict)) objections.push('volatile function in do update');
  for (const { table, alias } of hot) {
    const shard = SHARDED_BY[table] ?? '';
    if (movesRow(sql, table, shard)) objections.push(`the shard key of ${table} is updated`);
    if (!namesShard(sql, table, alias, shard)) {
      objections.push(`${table} without ${shard}, and not declared in portable.ts`);
    }
  }
  if (new Set(hot.map(({ table }) => SHARDED_BY[table])).size > 1) {
    objections.push('tables that are spread by different columns in one statement');
  }
  const changed = [...sql.matchAll(/\b(?:insert into|update(?! set)|delete from) "?(\w+)"?/g)]
    .map(([, table]) => table)
    .filter((table) => table !== undefined && !isOfConflict(table));
  if (new Set(changed).size < changed.length) {
    objections.push('one table is changed twice in one statement');
  }
  if (/[(,] *select[^()]*\bjsonb?_agg\(/.test(sql) && hot.length > 0) {
    objections.push('correlated jsonb_agg');
  }
  return objections;
}

/** `on conflict … do update set`, `for update`: words that look like a change of a table called so. */
function isOfConflict(word: string): boolean {
  return word === 'set' || word === 'of' || word === 'nowait';
}

function hotTablesIn(sql: string): { table: string; alias: string }[] {
  const named = sql.matchAll(
    /\b(?:from|join|into|update|using)\s+(?:only\s+)?"?(\w+)"?(?:\s+(?:as\s+)?"?(\w+)"?)?/g,
  );
  return [...named]
    .map(([, table = '', next = '']) => ({ table, alias: KEYWORD.test(next) ? table : next }))
    .filter(({ table }) => table in SHARDED_BY);
}

const KEYWORD =
  /^(?:|where|set|on|values|select|inner|left|cross|join|group|order|limit|for|using|returning|union|lateral|as|default)$/;

function movesRow(sql: string, table: string, shard: string): boolean {
  const [, assignments = ''] =
    new RegExp(`\\bupdate "?${table}"?[^;]*? set (.*?)(?: where |$)`).exec(sql) ?? [];
  return new RegExp(`(?:^|, )"?${shard}"? = `).test(assignments);
}

function namesShard(sql: string, table: string, alias: string, shard: string): boolean {
  if (SCATTERED.some(({ pattern }) => pattern.test(sql))) return true;
  const insert = new RegExp(`\\binsert into "?${table}"?(?: as \\w+)? \\(([^)]*)\\)`).exec(sql);
  const [, columns = ''] = insert ?? [];
  const readAlso = new RegExp(`\\b(?:from|join) "?${table}"?\\b`).test(sql);
  if (insert && !readAlso) return new RegExp(`"?\\b${shard}\\b"?`).test(columns);
  const conditions = sql.replace(/^.*?\b(?:where|on|using)\b/, '');
  const column = `(?:"?(?:${table}|${alias})"?\\.)?"?${shard}"?`;
  return new RegExp(
    `(?<![\\w.])${column}(?:::\\w+)? *(?:=|in\\b|= any)|= ${column}(?![\\w"])`,
  ).test(conditions);
}
