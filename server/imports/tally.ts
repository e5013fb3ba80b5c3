/** Counts of what was read, and the rows that were refused. */
import type { RefusedRows } from '../../lib/contract/imports.ts';
import { cutLine } from '../../lib/contract/text.ts';
import type { Row } from './csv.ts';

/** A reason is a sentence of ours, so there are not many; a sender's own words could be. */
const MOST_REASONS = 50;
/** So much of a row is kept; what is longer cannot be mended by hand. */
const MOST_CELL = 4_000;
const MOST_CHARS = 64_000;

export interface Refused {
  no: number;
  reason: string;
  cells: readonly string[];
}

export function refusedRow(row: Row, reason: string): Refused {
  const size = row.cells.reduce((sum, cell) => sum + cell.length, 0);
  const cells = size <= MOST_CHARS ? row.cells : row.cells.map((cell) => cell.slice(0, MOST_CELL));
  return { no: row.no, reason, cells: cells.slice(0, 1000) };
}

/** @returns the reasons with these rows added, the most frequent first */
export function withReasons(
  known: readonly RefusedRows[],
  refused: readonly Refused[],
): RefusedRows[] {
  const byReason = new Map(known.map((one) => [one.reason, { ...one }]));
  for (const { reason, no } of refused) {
    const own = byReason.get(reason);
    if (own) own.rows += 1;
    else if (byReason.size < MOST_REASONS) {
      byReason.set(reason, { reason: cutLine(reason), rows: 1, firstRow: no });
    }
  }
  return [...byReason.values()].sort((a, b) => b.rows - a.rows || a.firstRow - b.firstRow);
}

/** From the first to the last, of what happened. */
export class Span {
  from = Number.POSITIVE_INFINITY;
  to = Number.NEGATIVE_INFINITY;

  add(at: number): void {
    this.from = Math.min(this.from, at);
    this.to = Math.max(this.to, at);
  }

  get dates(): { span_from: Date | null; span_to: Date | null } {
    const isEmpty = this.from > this.to;
    return {
      span_from: isEmpty ? null : new Date(this.from),
      span_to: isEmpty ? null : new Date(this.to),
    };
  }
}
