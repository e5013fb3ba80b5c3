/** Lists of a CRM whose recipe does not know them: the best table or grid in view, else links to records. */
import type { FactName } from '../contract/recipe.ts';
import type { PageFacts } from '../contract/record.ts';
import { addressOf, allVisible, present, select, textOf } from './dom.ts';
import { factOfLabel } from './labels.ts';
import { type FindRecord, firstOf, linksIn, linkTo } from './links.ts';
import { cleaned, type Looking } from './places.ts';
import type { Row } from './rows.ts';

const GRIDS = 'table, [role="grid"], [role="treegrid"], [role="table"]';
const ROWS = ':scope > tr, :scope > * > tr, [role="row"]';
const CELLS = ':scope > td, :scope > th, :scope > [role="gridcell"], :scope > [role="cell"]';
const HEADS = 'th, [role="columnheader"]';

/** So many rows are looked at to find out what a column without a heading holds. */
const SAMPLE = 20;

/** @returns the rows of the grid that tells most about people, or of a list of links to records */
export function scanList(doc: Document, find: FindRecord, looking: Looking): Row[] {
  const grids = allVisible(doc, GRIDS)
    .filter(looking.belongs)
    .map((grid) => gridRows(grid, find, looking));
  const best = grids.sort((a, b) => worth(b) - worth(a))[0];
  return best && worth(best) >= 2 ? best : linkRows(doc, find, looking);
}

const worth = (rows: Row[]) =>
  rows.filter((row) => row.record !== null || row.facts.email !== undefined).length;

type Columns = Map<FactName, number>;

function gridRows(grid: Element, find: FindRecord, looking: Looking): Row[] {
  const rows = select(grid, ROWS).filter((row) =>
    row.querySelector('td, [role="gridcell"], [role="cell"]'),
  );
  const columns = columnsOf(grid, rows);
  return rows.map((element) => {
    const record = firstOf(linksIn(element), (href) => find(href) ?? undefined) ?? null;
    const cells = select(element, CELLS);
    const facts: PageFacts = {};
    for (const [fact, column] of columns) {
      const cell = cells[column];
      if (!cell) continue;
      const text = fact === 'email' ? addressOf(cell) : textOf(cell);
      facts[fact] = cleaned(text, fact, looking.empty);
    }
    const link = linkTo(element, record, find);
    const named = facts.name !== undefined;
    facts.name ??= textOf(link);
    const column = columns.get(named ? 'name' : 'email');
    const cell = column === undefined ? undefined : cells[column];
    // A cell may hold more than the name, a picture or a box to tick; the link in it is the name.
    const anchor = (named && cell && link && !cell.contains(link) ? cell : link) ?? cell ?? element;
    return { element, anchor, record, facts: present(facts) };
  });
}

/** By the words at the top; where they say nothing of addresses, by what most of the rows hold. */
function columnsOf(grid: Element, rows: Element[]): Columns {
  const columns: Columns = new Map();
  for (const [place, head] of headsOf(grid).entries()) {
    const fact = factOfLabel(textOf(head) ?? '');
    if (fact && !columns.has(fact)) columns.set(fact, place);
  }
  if (!columns.has('email')) {
    const column = addressColumn(rows.slice(0, SAMPLE));
    if (column !== null) columns.set('email', column);
  }
  return columns;
}

function headsOf(grid: Element): Element[] {
  const row = select(grid, 'tr, [role="row"]').find((each) => each.querySelector(HEADS));
  return row ? select(row, `:scope > th, :scope > td, :scope > [role="columnheader"]`) : [];
}

function addressColumn(rows: Element[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const [place, cell] of select(row, CELLS).entries()) {
      if (addressOf(cell)) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= rows.length * 0.3 ? best[0] : null;
}

const LINE = 'li, tr, [role="row"], [role="listitem"], [role="option"], article';

/** Cards and plain lists: every link to a record is a row, with the line around it. */
function linkRows(doc: Document, find: FindRecord, looking: Looking): Row[] {
  return allVisible(doc, 'a[href]')
    .filter(looking.belongs)
    .flatMap((link): Row[] => {
      const record = find(link.getAttribute('href') ?? '');
      if (!record) return [];
      const element = link.closest(LINE) ?? link;
      const name = cleaned(textOf(link), 'name', looking.empty);
      return [
        { element, anchor: link, record, facts: present({ name, email: addressOf(element) }) },
      ];
    });
}
