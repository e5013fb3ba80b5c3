/** Text with one JSON object per line into the same rows as a table has: the line is the only cell. */
import type { Place, Row } from './csv.ts';
import { LONGEST_ROW } from './csv.ts';
import { FileProblem } from './problem.ts';

/** @param text from `start.position` on */
export async function* ndjsonRows(
  text: AsyncIterable<string>,
  start: Place,
  total: number,
): AsyncGenerator<Row[]> {
  let { position, rowNo } = start;
  let rest = '';
  for await (const piece of text) {
    rest += piece;
    const isLast = position + rest.length >= total;
    const lines = rest.split('\n');
    rest = isLast ? '' : (lines.pop() ?? '');
    const rows: Row[] = [];
    for (const [n, line] of lines.entries()) {
      position += line.length + (isLast && n === lines.length - 1 ? 0 : 1);
      rowNo += 1;
      if (line.trim() !== '') rows.push({ no: rowNo, end: position, cells: [line], broken: null });
    }
    if (rest.length > LONGEST_ROW) {
      throw new FileProblem(
        'A line in it is longer than two million characters. Save it with one object per line.',
      );
    }
    if (rows.length > 0) yield rows;
  }
}
