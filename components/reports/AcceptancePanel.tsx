import { useState } from 'react';
import { type AcceptanceReport, FEWEST } from '../../lib/contract/reports.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { RateRows } from '../charts/RateRows.tsx';
import { Choices } from '../ui/Choices.tsx';
import { AllRows } from './AllRows.tsx';
import {
  enough,
  fewWords,
  ofWords,
  percent,
  rateCells,
  rateHeads,
  rateSays,
  rateWas,
  shareCell,
  wasCell,
  wasHead,
} from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<AcceptanceReport>; room: RoomProps };
type Row = AcceptanceReport['rows'][number];

const WAYS = ['source', 'campaign', 'content'] as const;
const FIRST = 10;

/** What sales accepts, by where leads came from. */
export function AcceptancePanel({ loaded, room }: Props) {
  const t = reportWords().acceptance;
  const { choice, onChoose } = room;
  const [all, setAll] = useState(false);
  return (
    <ReportPanel
      name="acceptance"
      title={t.title[choice.by]}
      loaded={loaded}
      room={room}
      choice={
        <Choices
          legend={t.by}
          quiet
          side="marketing"
          choices={WAYS.map((value) => ({ value, label: t.ways[value] }))}
          chosen={choice.by}
          onChoose={(by) => onChoose({ ...choice, by })}
        />
      }
      show={(report, before) => ({
        answer: answerOf(report),
        aside: t.aside,
        plot:
          report.rows.length > 0 ? (
            <>
              <Plot report={report} before={before} room={room} all={all} />
              <AllRows count={report.rows.length} first={FIRST} all={all} onAll={setAll} />
            </>
          ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

const nameOf = (value: string | null): string => value || reportWords().noneKnown;

function answerOf({ rows, promisedShare }: AcceptanceReport): string {
  const t = reportWords();
  if (rows.length === 0) return t.empty;
  if (!rows.some(({ accepted }) => enough(accepted))) return t.acceptance.early(FEWEST);
  const named = (is: (share: { low: number; high: number }) => boolean) =>
    rows.filter(({ accepted }) => {
      const share = enough(accepted);
      return share !== null && is(share);
    });
  const below = named(({ high }) => high < promisedShare);
  const above = named(({ low }) => low > promisedShare);
  if (below.length + above.length === 0) return t.acceptance.inside;
  return [
    below.length > 0 ? t.acceptance.below(listed(below)) : '',
    above.length > 0 ? t.acceptance.above(listed(above)) : '',
  ]
    .filter((each) => each !== '')
    .join(' ');
}

/** The first few by name: a sentence is no table. */
function listed(rows: Row[]): string[] {
  const names = rows.slice(0, 4).map(({ value }) => nameOf(value));
  return rows.length > 4 ? [...names, reportWords().acceptance.others(rows.length - 4)] : names;
}

/** By rate, the best first; those with too few verdicts after all others. */
function byRate(rows: Row[]): Row[] {
  const rank = ({ accepted }: Row) => enough(accepted)?.share ?? -1;
  return [...rows].sort((a, b) => rank(b) - rank(a) || b.handed - a.handed);
}

type PlotProps = {
  report: AcceptanceReport;
  before: AcceptanceReport | null;
  room: RoomProps;
  all: boolean;
};

function Plot({ report, before, room, all }: PlotProps) {
  const t = reportWords();
  const rows = byRate(all ? report.rows : report.rows.slice(0, FIRST));
  return (
    <RateRows
      label={t.acceptance.title[room.choice.by]}
      note={t.acceptance.note}
      promise={{ share: report.promisedShare, label: t.promised(percent(report.promisedShare)) }}
      rows={rows.map((row) => {
        const share = enough(row.accepted);
        const was = before?.rows.find(({ value }) => value === row.value)?.accepted;
        const name = nameOf(row.value);
        return {
          key: row.value ?? '',
          label: name,
          bold: share ? percent(share.share) : '',
          muted: share ? ofWords(row.accepted) : '',
          before: rateWas(room.choice.compare, was),
          says: rateSays(name, row.accepted),
          rate: share,
          few: fewWords(row.accepted),
          onOpen: () => room.onLook('acceptance', row.mark, name),
        };
      })}
    />
  );
}

function tableOf(
  report: AcceptanceReport,
  before: AcceptanceReport | null,
  { choice }: RoomProps,
): Table {
  const t = reportWords();
  const { rows, others, total } = report;
  type Line = { handed: number; accepted: Row['accepted']; recycled: number };
  const line = (key: string, name: string, row: Line, was: Line | undefined) => ({
    key,
    cells: [
      name,
      row.handed,
      ...rateCells(row.accepted),
      row.recycled,
      ...wasCell(choice.compare, shareCell(was ? (enough(was.accepted)?.share ?? null) : null)),
    ],
  });
  return {
    caption: t.acceptance.title[choice.by],
    head: [
      t.acceptance.ways[choice.by],
      t.handed,
      ...rateHeads(),
      t.recycled,
      ...wasHead(choice.compare, t.acceptedShare),
    ],
    rows: [
      ...rows.map((row) =>
        line(
          `=${row.value ?? ''}`,
          nameOf(row.value),
          row,
          before?.rows.find(({ value }) => value === row.value),
        ),
      ),
      ...(others ? [line('others', t.acceptance.others(others.values), others, undefined)] : []),
      line('total', t.acceptance.total, total, before?.total),
    ],
  };
}
