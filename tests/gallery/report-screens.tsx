import type { Loaded, PanelName, Panels } from '../../components/reports/props.ts';
import { OFFLINE } from './fixtures.ts';
import { ReportsBooth, type Room } from './ReportsBooth.tsx';
import { EMPTY, FEW, FEW_NUMBERS, ODD, panelsOf } from './report-cases.ts';
import { HEADLINE, REPORTS, REPS } from './report-data.ts';
import type { Pressed, Screens } from './screens.tsx';

const OFF = { repFigures: false };
const shown = <T,>(value: T): Loaded<T> => ({ value, before: null, loading: false, problem: null });
const full = panelsOf(REPORTS);
const each = (change: (panel: Panels[PanelName]) => object): Panels => {
  const entries = Object.entries(full).map(([name, panel]) => [
    name,
    { ...panel, ...change(panel) },
  ]);
  return { ...full, ...Object.fromEntries(entries) };
};

const booth = (room: Partial<Room>) => () => (
  <ReportsBooth room={{ panels: full, settings: OFF, headline: shown(HEADLINE), ...room }} />
);

/** What a quarter before had of everything. */
const BEFORE = panelsOf(REPORTS, {
  ...REPORTS,
  acceptance: { ...REPORTS.acceptance, rows: REPORTS.acceptance.rows.slice(1) },
});

export const reportScreens: Screens = {
  'reports-full': booth({}),
  'reports-compared': booth({
    panels: BEFORE,
    choice: { compare: 'before', source: 'Webinar' },
    compared: { from: '2026-06-08', to: '2026-08-30' },
  }),
  'reports-few': booth({ panels: panelsOf(FEW), headline: shown(FEW_NUMBERS) }),
  'reports-empty': booth({ panels: panelsOf(EMPTY) }),
  'reports-odd': booth({
    panels: panelsOf(ODD),
    choice: { weeks: 52, days: { from: '2025-11-24', to: '2026-11-22' } },
  }),
  'reports-admin': booth({
    panels: panelsOf({ ...REPORTS, agreement: { ...REPORTS.agreement, reps: REPS } }),
    settings: { repFigures: true },
    mayDecide: true,
  }),
  'reports-loading': booth({
    panels: each(() => ({ value: null, loading: true })),
    settings: null,
    headline: { value: null, before: null, loading: true, problem: null },
  }),
  'reports-stale': booth({
    panels: each(() => ({ problem: OFFLINE })),
    headline: { ...shown(HEADLINE), problem: OFFLINE },
  }),
  'reports-problem': booth({
    panels: each(() => ({ value: null, problem: OFFLINE })),
    headline: { value: null, before: null, loading: false, problem: OFFLINE },
  }),
};

export const REPORTS_PRESSED: Record<string, Pressed> = {
  'reports-behind': { from: 'reports-few', press: ['[data-action="volume"]'] },
  'reports-table': { from: 'reports-few', press: ['[data-report="funnel"] [data-action="table"]'] },
};
