/** What each side promised, and how far it was kept. */
import { sql } from 'kysely';
import type { PromiseKept } from '../../lib/contract/check-in.ts';
import {
  type DelaysReport,
  FEWEST,
  type HeadlineReport,
  type Rate,
} from '../../lib/contract/reports.ts';
import { delays } from '../reports/delays.ts';
import { judgedIn, spanOf } from '../reports/facts.ts';
import type { Asked } from '../reports/report.ts';

const HOUR_MS = 3_600_000;

/** Marketing's first. */
export async function promisesOf(
  asked: Asked,
  { volume, quality }: HeadlineReport,
): Promise<PromiseKept[]> {
  const [waits, answers, reasons] = await Promise.all([
    delays.figures(asked),
    answersIn(asked),
    reasonsIn(asked),
  ]);
  return [
    volumeOf(volume),
    qualityOf(quality),
    { what: 'handoff-in-time', by: 'marketing', ...everyOne(waits.system.kept, waits.system.n) },
    { what: 'answer-in-time', by: 'marketing', ...everyOne(answers.kept, answers.n) },
    { what: 'verdict-in-time', by: 'sales', ...verdictsOf(waits) },
    { what: 'reason-given', by: 'sales', ...everyOne(reasons.kept, reasons.n) },
  ];
}

function volumeOf({ handed, promised }: HeadlineReport['volume']): PromiseKept {
  return {
    what: 'volume',
    by: 'marketing',
    kept: handed,
    of: Math.round(promised ?? 0),
    promised,
    held: promised ? handed >= promised : null,
  };
}

function qualityOf({ accepted, promisedShare }: HeadlineReport['quality']): PromiseKept {
  return {
    what: 'quality',
    by: 'marketing',
    kept: accepted.n,
    of: accepted.of,
    promised: promisedShare,
    held: isHeld(accepted, promisedShare),
  };
}

/** What chance alone would make of a promise that is kept does not count against it. */
function isHeld({ high }: Rate, promised: number): boolean | null {
  return high === null ? null : high >= promised;
}

/** A deadline is promised for each of them, so one that was missed was missed. */
function everyOne(
  kept: number,
  of: number,
): Pick<PromiseKept, 'kept' | 'of' | 'promised' | 'held'> {
  return { kept, of, promised: 1, held: of < FEWEST ? null : kept === of };
}

/** Whoever still waits and may do so is neither kept nor missed. */
function verdictsOf({ human, waiting }: DelaysReport) {
  return everyOne(human.kept, human.n + waiting.late);
}

interface Counted {
  kept: number;
  n: number;
}

/** Of what asked marketing for an answer in the period: those that have one, and those whose time is over. */
async function answersIn({ store, wsId, query, definition, now }: Asked): Promise<Counted> {
  const { from, to } = spanOf(query);
  const allowed = definition.sla.marketingHours * HOUR_MS;
  const { rows } = await sql<Counted>`select count(*) as n,
      count(*) filter (where answered_at <= order_at + ${allowed / 1000} * interval '1 second') as kept
    from feedback where ws_id = ${wsId} and queue is not null
      and order_at >= ${from} and order_at < ${to}
      and (answered_at is not null or order_at < ${new Date(now - allowed)})`.execute(store.db);
  return rows[0] ?? { n: 0, kept: 0 };
}

/** Of the rejections that stand. */
async function reasonsIn({ store, wsId, query }: Asked): Promise<Counted> {
  const { rows } = await sql<Counted>`select count(*) as n, count(j.reason_label) as kept
    from (${judgedIn(wsId, query)}) j where j.verdict = 'rejected'`.execute(store.db);
  return rows[0] ?? { n: 0, kept: 0 };
}
