/**
 * Which leads wait for whoever asks: theirs by the CRM, everybody's because they are nobody's, and those they put to sleep
 * themselves and are back. Each list is read by an index and ends after as many as may be shown.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Woken } from '../../lib/contract/wake.ts';
import type { Db } from '../db/database.ts';
import type { Asker } from '../http/context.ts';
import type { FeedbackRow } from '../leads/history.ts';
import { wokenOf } from '../wake/show.ts';

/** So many of the most points are ranked by more than points. */
const RANKED = 60;

/** A lead that is back, and whose word it was that let it sleep. */
export interface Back {
  leadId: string;
  woken: Woken;
}

export interface Candidates {
  hot: string[];
  /** The most urgent first. */
  due: string[];
  /** Newest first. */
  back: Back[];
  counts: { waiting: number; late: number; woken: number };
}

interface Whose {
  wsId: string;
  memberId: string;
  name: string;
  /** Handed over before this and not answered is late. */
  lateBefore: Date;
}

export async function candidatesFor(
  db: Db,
  { wsId, member }: Asker,
  lateBefore: Date,
  most: number,
): Promise<Candidates> {
  const whose = { wsId, memberId: member.memberId, name: member.name, lateBefore };
  // Nobody's have no name. A member without one would own those, which comes to the same.
  const names = [...new Set([member.name, ''])];
  const [hot, due, waiting, late, back, others] = await Promise.all([
    Promise.all(names.map((name) => ids(waitingFor(db, wsId, [name]), 'points', RANKED))),
    Promise.all(names.map((name) => ids(waitingFor(db, wsId, [name]), 'handoff_at', most))),
    count(waitingFor(db, wsId, names)),
    count(waitingFor(db, wsId, names).where('handoff_at', '<', lateBefore)),
    backFor(db, whose, most),
    countBack(db, whose),
  ]);
  const isBack = back.map(({ leadId }) => leadId);
  return {
    hot: [...hot.flat(), ...isBack],
    due: [...due.flat(), ...isBack],
    back,
    counts: {
      waiting: waiting + others.waiting,
      late: late + others.late,
      woken: others.woken,
    },
  };
}

function waitingFor(db: Db, wsId: string, names: readonly string[]) {
  return (
    db
      .selectFrom('lead')
      .where('ws_id', '=', wsId)
      // Written out: an index for a part of the table is only used when it can be seen that the part is asked for.
      .where('stage', '=', sql.lit('mql'))
      .where('merged_into', 'is', null)
      .where(ownedBy(sql.ref('owner'), names))
  );
}

type Waiting = ReturnType<typeof waitingFor>;

async function ids(query: Waiting, by: 'points' | 'handoff_at', most: number): Promise<string[]> {
  const rows = await query
    .select('lead_id')
    .orderBy(by, by === 'points' ? 'desc' : 'asc')
    .orderBy('lead_id')
    .limit(most)
    .execute();
  return rows.map(({ lead_id }) => lead_id);
}

async function count(query: Waiting): Promise<number> {
  const row = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Names as people write them: case and spaces do not matter. Both sides in the database, which folds more letters than most. */
function ownedBy(owner: RawBuilder<unknown>, names: readonly string[]): RawBuilder<SqlBool> {
  const [one, ...more] = names.map((name) => folded(sql`${name}::text`));
  return more.length === 0
    ? sql<SqlBool>`${folded(owner)} = ${one}`
    : sql<SqlBool>`${folded(owner)} in (${sql.join([one, ...more])})`;
}

function folded(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`coalesce(lower(regexp_replace(btrim(${text}), '[[:space:]]+', ' ', 'g')), '')`;
}

/** Both tables lie together by lead. Few verdicts stand for a lead that is back: the next word on it ends that. */
function back({ wsId, memberId, name }: Whose): RawBuilder<unknown> {
  return sql`from feedback f join lead l on l.lead_id = f.lead_id and l.ws_id = f.ws_id
    where f.ws_id = ${wsId} and f.rest = 'woken' and l.stage = 'mql'
      and (f.member_id = ${memberId} or ${ownedBy(sql.ref('l.owner'), [name])})`;
}

async function backFor(db: Db, whose: Whose, most: number): Promise<Back[]> {
  const { rows } = await sql<Pick<FeedbackRow, 'lead_id' | 'woken' | 'woken_at'>>`
    select f.lead_id, f.woken, f.woken_at ${back(whose)}
    order by f.woken_at desc, f.lead_id limit ${most}`.execute(db);
  return rows.flatMap((row) => {
    const woken = wokenOf(row);
    return woken ? [{ leadId: row.lead_id, woken }] : [];
  });
}

/** Of those that are back, what somebody else owns is counted nowhere else. */
async function countBack(
  db: Db,
  whose: Whose,
): Promise<{ woken: number; waiting: number; late: number }> {
  const theirs = sql`not (${ownedBy(sql.ref('l.owner'), [whose.name, ''])})`;
  const { rows } = await sql<{ woken: number; waiting: number; late: number }>`
    select count(*) as woken, count(*) filter (where ${theirs}) as waiting,
      count(*) filter (where ${theirs} and l.handoff_at < ${whose.lateBefore}) as late
    ${back(whose)}`.execute(db);
  const [row] = rows;
  return {
    woken: Number(row?.woken ?? 0),
    waiting: Number(row?.waiting ?? 0),
    late: Number(row?.late ?? 0),
  };
}
