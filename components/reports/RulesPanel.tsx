import { useState } from 'react';
import { FEWEST, type RulesReport } from '../../lib/contract/reports.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { RateRows } from '../charts/RateRows.tsx';
import { AllRows } from './AllRows.tsx';
import {
  enough,
  fewWords,
  ofWords,
  percent,
  rateCells,
  rateHeads,
  rateSays,
  shareCell,
  wasCell,
  wasHead,
  wasWords,
} from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<RulesReport>; room: RoomProps };
type Row = RulesReport['rows'][number];

const FIRST = 8;

/** Acceptance with each rule and without it. */
export function RulesPanel({ loaded, room }: Props) {
  const t = reportWords();
  const [all, setAll] = useState(false);
  return (
    <ReportPanel
      name="rules"
      title={t.rules.title}
      loaded={loaded}
      room={room}
      show={(report, before) => ({
        answer: answerOf(report),
        aside: t.rules.aside,
        plot:
          report.rows.length > 0 ? (
            <>
              <Plot
                rows={byLift(report.rows).slice(0, all ? undefined : FIRST)}
                before={before}
                room={room}
              />
              <AllRows count={report.rows.length} first={FIRST} all={all} onAll={setAll} />
            </>
          ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

/** The strongest first, those that say nothing yet last. */
const byLift = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (b.lift ?? -1) - (a.lift ?? -1) || b.with.of - a.with.of);

function answerOf({ rows }: RulesReport): string {
  const t = reportWords();
  const [best] = byLift(rows);
  if (!best) return t.empty;
  return best.lift === null ? t.rules.none(FEWEST) : t.rules.answer(best.label, best.lift);
}

function Plot({
  rows,
  before,
  room,
}: {
  rows: Row[];
  before: RulesReport | null;
  room: RoomProps;
}) {
  const t = reportWords();
  return (
    <RateRows
      label={t.rules.title}
      note={t.rules.note}
      promise={null}
      rows={rows.map((row) => {
        const [share, other] = [enough(row.with), enough(row.without)];
        const was = before?.rows.find(({ ruleId }) => ruleId === row.ruleId)?.lift ?? null;
        const without = other
          ? t.rules.withoutSays(percent(other.share), ofWords(row.without))
          : '';
        return {
          key: row.ruleId,
          label: row.side === 'gone' ? `${row.label} (${t.rules.gone})` : row.label,
          bold: row.lift === null ? '' : t.rules.times(row.lift),
          muted: share ? ofWords(row.with) : '',
          before: wasWords(room.choice.compare, was === null ? null : t.rules.times(was)),
          says: [rateSays(row.label, row.with), without].filter(Boolean).join(' '),
          rate: share,
          other,
          few: fewWords(row.with),
          onOpen: () => room.onLook('rules', row.mark, row.label),
        };
      })}
    />
  );
}

function tableOf(report: RulesReport, before: RulesReport | null, { choice }: RoomProps): Table {
  const t = reportWords();
  const lift = (value: number | null) =>
    value === null ? null : { text: t.rules.times(value), raw: Math.round(value * 100) / 100 };
  return {
    caption: t.rules.title,
    head: [
      t.rules.rule,
      ...rateHeads().map((head) => `${t.rules.with}: ${head}`),
      `${t.rules.without}: ${t.acceptedShare}`,
      `${t.rules.without}: ${t.verdicts}`,
      t.rules.lift,
      ...wasHead(choice.compare, t.rules.lift),
    ],
    rows: byLift(report.rows).map((row) => ({
      key: row.ruleId,
      cells: [
        row.label,
        ...rateCells(row.with),
        shareCell(enough(row.without)?.share ?? null),
        row.without.of,
        lift(row.lift),
        ...wasCell(
          choice.compare,
          lift(before?.rows.find(({ ruleId }) => ruleId === row.ruleId)?.lift ?? null),
        ),
      ],
    })),
  };
}
