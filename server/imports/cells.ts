/** One row by the roles of its columns. */
import type { ColumnMapping, ColumnRole } from '../../lib/contract/imports.ts';
import { isObject, own } from '../ingest/read.ts';
import { plain } from './columns.ts';
import { jsonOf, textOf } from './sniff.ts';

interface Named {
  name: string;
  place: number;
}

/** Which cells hold what, looked up once per file. */
export class Layout {
  readonly #byRole = new Map<ColumnRole, Named[]>();
  readonly #names: readonly string[];

  constructor(names: readonly string[], mapping: ColumnMapping) {
    this.#names = names;
    for (const [place, name] of names.entries()) {
      const role = Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : undefined;
      if (!role) continue;
      const columns = this.#byRole.get(role) ?? [];
      columns.push({ name, place });
      this.#byRole.set(role, columns);
    }
  }

  get width(): number {
    return this.#names.length;
  }

  has(role: ColumnRole): boolean {
    return this.#byRole.has(role);
  }

  columns(role: ColumnRole): readonly Named[] {
    return this.#byRole.get(role) ?? [];
  }

  /** @returns of the columns with this role the first that says something; empty when none does */
  text(cells: readonly string[], role: ColumnRole): string {
    for (const { place } of this.columns(role)) {
      const cell = cellAt(cells, place);
      if (cell !== '') return cell;
    }
    return '';
  }

  /** @returns the property columns that say something, as `form_name` */
  properties(cells: readonly string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { name, place } of this.columns('property')) {
      const cell = cellAt(cells, place);
      if (cell !== '') found[plain(name).replaceAll(' ', '_')] = cell;
    }
    return found;
  }

  /** @returns a line of JSON as the cells that a table would have; null when it is no object */
  cellsOf(line: string): string[] | null {
    const value = jsonOf(line);
    return isObject(value) ? this.#names.map((name) => textOf(own(value, name))) : null;
  }
}

/** A cell that was refused as it might be a formula comes back with the sign that made it harmless. */
function cellAt(cells: readonly string[], place: number): string {
  const cell = cells[place]?.trim() ?? '';
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
