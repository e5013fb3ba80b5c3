/** Judged leads as a table, kept from one preview to the next: somebody who tries points asks ten times a minute. */
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { sameTable } from '../../lib/score/lead-table.ts';
import { type CaseTable, caseTable } from '../../lib/score/learn/cases.ts';
import type { VerdictCase } from '../../lib/score/learn/verdict-case.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { casesOf, stateOfCases } from './cases.ts';

interface Kept {
  version: number;
  /** What the verdicts were then. */
  state: string;
  madeAt: number;
  table: CaseTable;
}

/** By workspace, of the definition in force. */
const kept = new WeakMap<Db, Map<string, Kept>>();
/** Cases are weighted by their age, which a quarter of an hour does not change. */
const GOOD_FOR_MS = 900_000;

/**
 * @param before the definition in force
 * @param after another one
 * @returns the judged leads as `before` sees them, and the verdicts themselves where `after` cannot read the same table
 */
export async function judgedFor(
  { db, now }: Pick<Store, 'db' | 'now'>,
  wsId: string,
  before: LeadDefinition,
  after: LeadDefinition,
): Promise<{ table: CaseTable; verdicts: VerdictCase[] }> {
  const known = await keptTable(db, wsId, before, now());
  if (known && sameTable(before, after)) return { table: known, verdicts: [] };
  const state = await stateOfCases(db, wsId, before);
  const verdicts = await casesOf(db, wsId);
  const table = caseTable(verdicts, before, now());
  keep(db, wsId, { version: before.version, state, madeAt: now(), table });
  return { table, verdicts };
}

async function keptTable(
  db: Db,
  wsId: string,
  definition: LeadDefinition,
  now: number,
): Promise<CaseTable | null> {
  const { version } = definition;
  const own = kept.get(db)?.get(wsId);
  if (!own || own.version !== version || Math.abs(now - own.madeAt) > GOOD_FOR_MS) return null;
  return own.state === (await stateOfCases(db, wsId, definition)) ? own.table : null;
}

function keep(db: Db, wsId: string, one: Kept): void {
  const own = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, own);
  own.set(wsId, { ...one, table: light(one.table) });
}

/** The table has what the counters said; the counters themselves are a hundred times its size. */
function light(table: CaseTable): CaseTable {
  const counters: Counters = { halfLifeDays: 1, limits: '', people: 0, rules: {} };
  const judged = table.judged.map(({ verdict, lesson }) => ({
    lesson,
    verdict: { ...verdict, lead: { ...verdict.lead, counters } },
  }));
  return { ...table, judged };
}
