/** Rows into messages, the same that every other door ends in; or the reason why not, in words. */
import { hash } from 'node:crypto';
import type { ColumnMapping, ImportFormat } from '../../lib/contract/imports.ts';
import type { DateOrder } from '../db/schema-imports.ts';
import { EARLIEST, FUTURE_MS } from '../ingest/clock.ts';
import { MARKETO_IDS } from '../ingest/marketo.ts';
import { type Envelope, type Message, readMessage } from '../ingest/message.ts';
import { isObject, type Loose, own } from '../ingest/read.ts';
import { Layout } from './cells.ts';
import { plain } from './columns.ts';
import type { Row } from './csv.ts';
import { dateOf, orderIn, type Told } from './dates.ts';
import { type Happened, happenedIn } from './events.ts';
import { formatOf } from './formats.ts';
import { traitsIn, vouchedFor } from './people.ts';
import { jsonOf } from './sniff.ts';
import { type Zone, zoneOf } from './zones.ts';

export interface FileFacts {
  importId: string;
  wsId: string;
  fileName: string;
  kind: 'csv' | 'ndjson';
  columns: readonly string[];
  format: ImportFormat;
  mapping: ColumnMapping;
  order: DateOrder;
  /** When the file came; what has no time of its own was said then. */
  at: number;
}

/** `hasTime`: without one of its own, a row may be about anything of before the file came. */
export type ReadRow =
  | { ok: true; message: Message; hasTime: boolean }
  | { ok: false; reason: string };

const UTC: Zone = { momentOf: (wall) => wall };

export class RowReader {
  readonly #file: FileFacts;
  readonly #layout: Layout;
  readonly #zone: Zone;
  readonly #envelope: Envelope;
  readonly #told: readonly number[];

  constructor(file: FileFacts) {
    this.#file = file;
    this.#layout = new Layout(file.columns, file.mapping);
    this.#zone = zoneOf(file.mapping.zone) ?? UTC;
    const known = formatOf(file.format);
    this.#envelope = {
      wsId: file.wsId,
      sourceId:
        file.format === 'marketo-activities' ? MARKETO_IDS : `import:${known?.source ?? 'file'}`,
      source: known?.source ?? 'Import',
      sentAt: null,
      receivedAt: file.at,
      type: null,
    };
    this.#told = this.#layout.columns('at').map(({ place }) => place);
  }

  /** @returns what the row's cells tell about the order of days and months */
  told(row: Row): Told[] {
    const cells = this.#cells(row);
    return cells === null ? [] : this.#told.map((place) => orderIn(cells[place] ?? ''));
  }

  read(row: Row): ReadRow {
    const read = this.#readRow(row);
    // By this the import knows the events of a batch again that was interrupted, from those of the batches before.
    if (read.ok && read.message.event) {
      read.message.event.props.import = { id: this.#file.importId, row: row.no };
    }
    return read;
  }

  #readRow(row: Row): ReadRow {
    if (row.broken !== null) return refused(row.broken);
    if (this.#file.format === 'segment-messages') return this.#raw(row.cells[0] ?? '');
    const cells = this.#cells(row);
    if (cells === null) return refused('The line is not a JSON object.');
    if (cells.slice(this.#layout.width).some((cell) => cell.trim() !== '')) {
      return refused('The row has more cells than there are columns.');
    }
    const { format, mapping } = this.#file;
    const happened = happenedIn(this.#layout, cells, format, mapping);
    if ('reason' in happened) return refused(happened.reason);
    const at = this.#momentOf(cells, happened);
    if (!at.ok) return at;
    return this.#message(cells, happened, at.at);
  }

  #cells(row: Row): readonly string[] | null {
    return this.#file.kind === 'csv' ? row.cells : this.#layout.cellsOf(row.cells[0] ?? '');
  }

  #message(cells: readonly string[], happened: Happened, at: number): ReadRow {
    const { format, mapping } = this.#file;
    const layout = this.#layout;
    const traits = traitsIn(layout, cells);
    const vouched = vouchedFor(layout, cells, format, mapping.record);
    const userId = layout.text(cells, 'userId');
    const anonymousId = layout.text(cells, 'anonymousId');
    const source = layout.text(cells, 'channel');
    const raw: Loose = {
      type: happened.type,
      ...(userId === '' ? {} : { userId }),
      ...(anonymousId === '' ? {} : { anonymousId }),
      ...(happened.event === null
        ? {}
        : { [happened.type === 'track' ? 'event' : 'name']: happened.event }),
      messageId: this.#idOf(cells, happened),
      timestamp: at,
      context: { traits, ...(source === '' ? {} : { campaign: { source } }) },
      properties: happened.properties,
    };
    if (vouched.length === 0 && traits.email === undefined && userId === '' && anonymousId === '') {
      const said = layout.text(cells, 'email');
      return refused(
        said === ''
          ? 'Nothing in the row says whose it is.'
          : 'The address is not an e-mail address.',
      );
    }
    return this.#read(raw, vouched);
  }

  /** One id for one thing that happened: the file's own, else what the row says, so that nothing is there twice. */
  #idOf(cells: readonly string[], { event }: Happened): string {
    const own = this.#layout.text(cells, 'eventId');
    if (own !== '' && this.#file.format === 'marketo-activities') return own;
    if (own !== '') return `${own}\u001f${this.#layout.has('outcome') ? event : ''}`;
    // Without a time a row is not told from one in another file.
    const said = [event ?? '', ...(this.#layout.has('at') ? [] : [this.#file.fileName])];
    for (const [place, name] of this.#file.columns.entries()) {
      // Columns that the file of refused rows has in addition.
      if (name !== 'row' && name !== 'reason') said.push(cells[place]?.trim() ?? '');
    }
    return hash('sha256', said.join('\0'));
  }

  #momentOf(cells: readonly string[], { type, when }: Happened) {
    const filled = this.#layout
      .columns(when.role)
      .filter(({ place, name }) => cells[place]?.trim() && !when.not?.test(plain(name)));
    const named = filled.find(({ name }) => when.rather?.test(plain(name)));
    const column = named ?? (when.role === 'at' ? filled[0] : undefined);
    if (!column) {
      if (this.#layout.has('at') && !when.optional) return refused('The row has no date.');
      return { ok: true as const, at: this.#file.at };
    }
    const read = dateOf(cells[column.place] ?? '', this.#file.order, this.#zone);
    if (!read.ok) return read;
    const latest = this.#file.at + FUTURE_MS;
    // A record in a CRM may be older than anything that is tracked.
    if (type === 'identify') return { ok: true as const, at: Math.max(EARLIEST, read.at) };
    if (read.at > latest) return refused('The date is in the future.');
    if (read.at < EARLIEST) return refused('The date is before 2005.');
    return read;
  }

  #raw(line: string): ReadRow {
    const value = jsonOf(line);
    if (!isObject(value)) return refused('The line is not a JSON object.');
    // What an archive says of sending is long ago; only a live sender's clock is set right by it.
    const { sentAt, sent_at, ...message } = value;
    const time = own(message, 'timestamp') ?? own(message, 'originalTimestamp');
    const timestamp = time ?? own(message, 'receivedAt') ?? sentAt ?? sent_at;
    const read = this.#read(timestamp === undefined ? message : { ...message, timestamp }, []);
    if (!read.ok || !read.message.event?.clockCorrected) return read;
    return refused('The time is in the future, before 2005, or cannot be read.');
  }

  #read(raw: Loose, vouched: readonly string[]): ReadRow {
    const read = readMessage(raw, this.#envelope, vouched);
    if (!read.ok) return read;
    // One that cannot be is put to when the file came, too.
    return { ...read, hasTime: read.message.at !== this.#file.at };
  }
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
