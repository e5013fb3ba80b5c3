/** Text of a table into rows, each with the place where it ends, so that one can go on from any of them. */
import { setImmediate } from 'node:timers/promises';
import Papa, { type ParseStepResult } from 'papaparse';
import { FileProblem } from './problem.ts';

export interface Row {
  /** As spreadsheets count; of a file without a header the line. */
  no: number;
  /** Where the next one begins, in characters of the file. */
  end: number;
  cells: readonly string[];
  /** Why it cannot be read as a row; then its one cell is what was there. */
  broken: string | null;
}

/** Longer is no row but a quotation mark that is never closed, or no table at all. */
export const LONGEST_ROW = 2_000_000;
/** Each costs a second look at what follows it. */
const MOST_BROKEN = 2_000;

const QUOTES = 'A quotation mark in this row is not closed, or not doubled.';

export interface Place {
  /** In characters of the file. */
  position: number;
  /** The number of the row before. */
  rowNo: number;
}

/**
 * Rows in lots, as the pieces of text come. Blank rows are counted and left out. A row whose quotation marks are not right
 * is one line and costs only itself: what follows is read afresh from the next line.
 *
 * @param text from `start.position` on
 * @param total of the file, so that its last row is known for one
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
  start: Place,
  total: number,
): AsyncGenerator<Row[]> {
  const reader = new Reader(delimiter, start);
  for await (const piece of text) {
    reader.add(piece);
    for (;;) {
      const rows = reader.read(reader.end >= total);
      if (rows.length > 0) yield rows;
      if (!reader.isBroken) break;
      yield [reader.skipBroken()];
      await setImmediate();
    }
  }
}

class Reader {
  readonly #delimiter: string;
  #base: number;
  #no: number;
  #rest = '';
  #broken = 0;
  isBroken = false;

  constructor(delimiter: string, { position, rowNo }: Place) {
    this.#delimiter = delimiter;
    this.#base = position;
    this.#no = rowNo;
  }

  get end(): number {
    return this.#base + this.#rest.length;
  }

  add(piece: string): void {
    this.#rest += piece;
  }

  /** @returns whole rows; sets `isBroken` when what follows them is none */
  read(isLast: boolean): Row[] {
    this.isBroken = false;
    const rows: Row[] = [];
    const base = this.#base;
    const parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: '\n',
      step: ({ data, errors, meta }: ParseStepResult<string[][]>) => {
        if (errors.length > 0) {
          this.isBroken = true;
          parser.abort();
          return;
        }
        this.#no += 1;
        this.#base = base + meta.cursor;
        const [cells = []] = data;
        if (!isBlank(cells)) rows.push({ no: this.#no, end: this.#base, cells, broken: null });
      },
    });
    parser.parse(this.#rest, 0, !isLast);
    this.#rest = this.#rest.slice(this.#base - base);
    if (this.#rest.length > LONGEST_ROW) this.isBroken = true;
    return rows;
  }

  skipBroken(): Row {
    this.#broken += 1;
    if (this.#broken > MOST_BROKEN) {
      throw new FileProblem(
        'The quotation marks in this file are wrong in thousands of rows. Export it again, with a quotation mark inside a text doubled.',
      );
    }
    const newline = this.#rest.indexOf('\n');
    if (newline === -1 && this.#rest.length > LONGEST_ROW) {
      throw new FileProblem(
        'A line in it is longer than two million characters, so this is not a table. Save it as CSV with one row per line.',
      );
    }
    const length = newline === -1 ? this.#rest.length : newline + 1;
    const line = this.#rest.slice(0, newline === -1 ? length : newline);
    this.#rest = this.#rest.slice(length);
    this.#base += length;
    this.#no += 1;
    return { no: this.#no, end: this.#base, cells: [line], broken: QUOTES };
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
