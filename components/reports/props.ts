/**
 * components/reports: what became of leads, one question per panel.
 *
 * In: the answers of the store, each by itself, and what is looked at. Out: plots with their tables, wishes to look at something
 * else, files. The answer under each question is made of the figures, never of anything else.
 */
import type { Problem } from '../../lib/contract/problem.ts';
import type {
  AcceptanceBy,
  AcceptanceReport,
  AgreementReport,
  BehindAnswer,
  CalibrationReport,
  DelaysReport,
  DriftReport,
  FunnelReport,
  HeadlineReport,
  ReasonsReport,
  RecycledReport,
  RulesReport,
  SegmentsAnswer,
  SourcedReport,
  TeamSettings,
} from '../../lib/contract/reports.ts';
import type { Place, Saving } from '../ui/views.ts';

export type Days = { from: string; to: string };

/** What somebody looks at; all of it stands in the address. */
export type ReportChoice = {
  /** Set: these days; else the last `weeks`. */
  days: Days | null;
  weeks: 4 | 12 | 26 | 52;
  compare: 'none' | 'before' | 'year';
  /** The empty text is “none known”. */
  source: string | null;
  campaign: string | null;
  sourced: 'marketing' | 'sales' | null;
  by: AcceptanceBy;
};

/** One report: what it shows is kept while the next answer is on its way. */
export type Loaded<T> = {
  value: T | null;
  before: T | null;
  loading: boolean;
  problem: Problem | null;
};

export type Panels = {
  funnel: Loaded<FunnelReport>;
  calibration: Loaded<CalibrationReport>;
  acceptance: Loaded<AcceptanceReport>;
  reasons: Loaded<ReasonsReport>;
  delays: Loaded<DelaysReport>;
  rules: Loaded<RulesReport>;
  sourced: Loaded<SourcedReport>;
  recycled: Loaded<RecycledReport>;
  agreement: Loaded<AgreementReport>;
  drift: Loaded<DriftReport>;
};
export type PanelName = keyof Panels;

/** The leads behind a figure. */
export type Behind = {
  title: string;
  total: number | null;
  leads: BehindAnswer['leads'];
  more: boolean;
  loading: boolean;
  problem: Problem | null;
};
export type BehindLead = BehindAnswer['leads'][number];

/** A cell of a table; where a file wants another value than people read, both. */
export type Cell = string | number | null | { text: string; raw: string | number | null };
export type Table = {
  caption: string;
  head: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly { key: string; cells: readonly Cell[] }[];
};

export type BehindCallbacks = {
  onMore: () => void;
  onClose: () => void;
  onOpenLead: (lead: BehindLead) => void;
  /** Collects all of them; null when they could not be had. */
  onAll: () => Promise<Behind | null>;
  onSaveTable: (name: string, rows: (string | number | null)[][]) => void;
};

/** What every panel is given. */
export type RoomProps = {
  choice: ReportChoice;
  days: Days;
  compared: Days | null;
  segments: SegmentsAnswer | null;
  settings: TeamSettings | null;
  /** Whether the one who looks is an administrator. */
  mayDecide: boolean;
  now: number;
  place: Place;
  onChoose: (choice: ReportChoice) => void;
  onRetry: (name: PanelName) => void;
  /** Opens the leads behind a mark. */
  onLook: (report: PanelName, mark: string, title: string) => void;
  onAllowRepFigures: (allowed: boolean) => Saving;
  onSaveTable: BehindCallbacks['onSaveTable'];
  onSavePicture: (name: string, picture: Blob) => void;
};

export type ReportsRoomProps = Omit<RoomProps, 'place'> & {
  panels: Panels;
  behind: Behind | null;
  place?: Place;
  onMoreBehind: BehindCallbacks['onMore'];
  onCloseBehind: BehindCallbacks['onClose'];
  onOpenLead: BehindCallbacks['onOpenLead'];
  onAllBehind: BehindCallbacks['onAll'];
};

export type HeadlineProps = {
  loaded: Loaded<HeadlineReport>;
  behind: Behind | null;
  now: number;
  place?: Place;
  onRetry: () => void;
  onLook: (mark: string, title: string) => void;
  onMoreBehind: BehindCallbacks['onMore'];
  onCloseBehind: BehindCallbacks['onClose'];
  onOpenLead: BehindCallbacks['onOpenLead'];
  onAllBehind: BehindCallbacks['onAll'];
  onSaveTable: BehindCallbacks['onSaveTable'];
};
