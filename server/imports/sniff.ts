/** What kind of file this is, by its beginning: its lines, its columns, whose export it looks like. */
import Papa from 'papaparse';
import type { ColumnMapping, ImportFormat } from '../../lib/contract/imports.ts';
import { cutLine } from '../../lib/contract/text.ts';
import type { Column } from '../db/schema-imports.ts';
import { isObject, own } from '../ingest/read.ts';
import { emailOf } from '../leads/idents.ts';
import { distinctNames } from './columns.ts';
import { csvRows, type Place, type Row } from './csv.ts';
import { recognised, suggested } from './formats.ts';
import { ndjsonRows } from './ndjson.ts';
import { FileProblem } from './problem.ts';

export interface Sniffed {
  kind: 'csv' | 'ndjson';
  delimiter: string | null;
  columns: Column[];
  format: ImportFormat;
  mapping: ColumnMapping;
  /** Where the rows begin. */
  start: Place;
}

/** What the first look reads. */
const HEAD_ROWS = 200;
const HEAD_CHARS = 200_000;
const MOST_COLUMNS = 500;
const EXAMPLES = 3;

const MAGIC: readonly [string, string][] = [
  [
    'PK\u0003\u0004',
    'This is an archive or an Excel workbook. Unpack it, or save the sheet as CSV.',
  ],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an old Excel workbook. Save the sheet as CSV.'],
  ['\u00d0\u00cf\u0011', 'This is an old Excel workbook. Save the sheet as CSV.'],
  ['%PDF', 'This is a PDF. Export the rows as CSV.'],
];

/** Throws for what is no text at all. @param text the beginning */
export function refuseBinary(text: string): void {
  const magic = MAGIC.find(([mark]) => text.startsWith(mark));
  if (magic) throw new FileProblem(magic[1]);
  const head = text.slice(0, 10_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (strange > 8 && strange > head.length / 50) {
    throw new FileProblem(
      'This is not a text file. Export it as CSV, or as one JSON object per line.',
    );
  }
}

/** @param head the first piece of the file */
export async function sniff(head: string, total: number): Promise<Sniffed> {
  if (head.trim() === '') throw new FileProblem('The file is empty.');
  refuseBinary(head);
  const first = head.trimStart()[0];
  if (first === '[') {
    throw new FileProblem(
      'This is one JSON array. Save it with one object per line and no comma between (NDJSON).',
    );
  }
  return first === '{' ? sniffJson(head, total) : sniffCsv(head, total);
}

async function sniffCsv(head: string, total: number): Promise<Sniffed> {
  // Excel's way of saying what cells are parted by.
  const [line, said] = /^sep=(.)\n/i.exec(head) ?? [''];
  const before: Place = { position: line.length, rowNo: line === '' ? 0 : 1 };
  const delimiter = said ?? guessed(head.slice(0, HEAD_CHARS));
  const text = head.slice(before.position);
  const rows = await firstRows(csvRows(once(text), delimiter, before, total));
  const [header, ...data] = rows;
  if (!header || header.broken) {
    throw new FileProblem(
      'The first row has to name the columns; its quotation marks are not right.',
    );
  }
  if (header.cells.length > MOST_COLUMNS) {
    throw new FileProblem(
      `The file has ${header.cells.length} columns. Export the ones that are needed, at most ${MOST_COLUMNS}.`,
    );
  }
  if (header.cells.some((cell) => emailOf(cell) !== null)) {
    throw new FileProblem(
      'The first row is somebody already. Put a row above it that names the columns, like “Email, First name, Company”.',
    );
  }
  if (data.length === 0) throw new FileProblem('There is a header and no row below it.');
  const names = distinctNames(header.cells);
  const format = recognised(names);
  return {
    kind: 'csv',
    delimiter,
    columns: withExamples(
      names,
      data.filter(({ broken }) => !broken).map(({ cells }) => cells),
    ),
    format: format?.format ?? 'mapped',
    mapping: suggested(names, format),
    start: { position: header.end, rowNo: header.no },
  };
}

function guessed(head: string): string {
  const whole = head.slice(0, head.lastIndexOf('\n') + 1) || head;
  const { meta } = Papa.parse<string[]>(whole, {
    preview: 50,
    newline: '\n',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  return meta.delimiter;
}

async function sniffJson(head: string, total: number): Promise<Sniffed> {
  const start: Place = { position: 0, rowNo: 0 };
  const rows = await firstRows(ndjsonRows(once(head), start, total));
  const objects = rows.flatMap(({ cells }) => {
    const value = jsonOf(cells[0] ?? '');
    return isObject(value) ? [value] : [];
  });
  if (objects.length === 0) {
    throw new FileProblem('No line of it is a JSON object. Save it with one object per line.');
  }
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))].slice(
    0,
    MOST_COLUMNS,
  );
  const isMessages = objects.some(
    (object) =>
      typeof own(object, 'type') === 'string' &&
      ['userId', 'anonymousId', 'messageId', 'context', 'traits', 'properties'].some((key) =>
        Object.hasOwn(object, key),
      ),
  );
  const texts = objects.map((object) => names.map((name) => textOf(own(object, name))));
  const format = isMessages ? null : recognised(names);
  return {
    kind: 'ndjson',
    delimiter: null,
    columns: withExamples(names, texts),
    format: isMessages ? 'segment-messages' : (format?.format ?? 'mapped'),
    mapping: isMessages
      ? { columns: {}, event: null, zone: 'UTC', record: null }
      : suggested(names, format),
    start,
  };
}

/** @returns undefined for what is no JSON */
export function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** @returns a value of a JSON object as a cell of a table */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

async function firstRows(all: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of all) {
    rows.push(...some.slice(0, HEAD_ROWS));
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows;
}

function withExamples(names: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  return names.map((name, place) => {
    const all = rows.map((cells) => cells[place]?.trim() ?? '').filter((cell) => cell !== '');
    const examples = [...new Set(all)].slice(0, EXAMPLES).map((cell) => cutLine(cell, 60));
    return { name, examples };
  });
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
