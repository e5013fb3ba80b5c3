/** Rows of imports. */
import type {
  ColumnMapping,
  ImportFormat,
  ImportState,
  RefusedRows,
} from '../../lib/contract/imports.ts';
import type { Json, MaybeTimestamp, Timestamp } from './schema-score.ts';

export interface Column {
  name: string;
  examples: string[];
}

/** A batch whose events may or may not have been written: what it amounts to once they are. */
export interface Pending {
  position: number;
  /** Of people (not events) how many are news: once it is written that cannot be told any more. */
  news: number;
}

/** In a table whose day comes before its month, or after it. `none`: no column needs to know. */
export type DateOrder = 'dmy' | 'mdy' | 'unclear' | 'none';

export interface ImportJobTable {
  import_id: string;
  ws_id: string;
  file_name: string;
  state: ImportState;
  /** Told apart by the first bytes. */
  kind: 'csv' | 'ndjson' | null;
  delimiter: string | null;
  format: ImportFormat | null;
  mapping: Json<ColumnMapping> | null;
  columns: Json<Column[]>;
  /** Characters, as all places in a file. */
  total: number;
  /** When the file was here as a whole. */
  received_at: MaybeTimestamp;
  /** When the last of it came; a file that broke off is known by this. */
  heard_at: Timestamp;
  /** Up to here everything is done. */
  position: number;
  /** The number of the last row before it, as spreadsheets count. */
  row_no: number;
  date_order: DateOrder | null;
  rows: number;
  accepted: number;
  refused: number;
  people: number;
  events: number;
  reasons: Json<RefusedRows[]>;
  span_from: MaybeTimestamp;
  span_to: MaybeTimestamp;
  pending: Json<Pending> | null;
  problem: string | null;
  member_id: string | null;
  by_name: string | null;
  started_at: Timestamp;
  finished_at: MaybeTimestamp;
}

/** Sharded by import_id, as the refused rows. */
export interface ImportChunkTable {
  import_id: string;
  ws_id: string;
  /** In characters of the whole file. */
  starts_at: number;
  chars: number;
  /** UTF-8, gzip. */
  body: Buffer;
}

export interface ImportRefusedTable {
  import_id: string;
  ws_id: string;
  row_no: number;
  reason: string;
  /** JSON: the cells as they were; a text where it is not a row of cells. */
  cells: string;
}

export interface ImportMappingTable {
  ws_id: string;
  mapping_id: string;
  name: string;
  mapping: Json<ColumnMapping>;
  created_at: Timestamp;
}

export interface ImportTables {
  import_job: ImportJobTable;
  import_chunk: ImportChunkTable;
  import_refused: ImportRefusedTable;
  import_mapping: ImportMappingTable;
}
