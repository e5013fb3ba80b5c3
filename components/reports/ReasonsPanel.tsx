import type { ReasonsReport } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { BarRows } from '../charts/BarRows.tsx';
import { percent, shareCell, wasCell, wasHead, wasWords } from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import styles from './ReportPanel.module.css';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<ReasonsReport>; room: RoomProps };
type Kind = 'rejected' | 'disqualified';
type Row = ReasonsReport[Kind][number];

/** Why sales says no: before contact it is about marketing’s targeting, after it about the buyer. Never added up. */
export function ReasonsPanel({ loaded, room }: Props) {
  const t = reportWords().reasons;
  return (
    <ReportPanel
      name="reasons"
      title={t.title}
      loaded={loaded}
      room={room}
      show={(report, before) => ({
        answer: answerOf(report),
        aside: t.aside,
        plot:
          report.rejected.length + report.disqualified.length > 0 ? (
            <>
              <Pareto kind="rejected" report={report} before={before} room={room} />
              <Pareto kind="disqualified" report={report} before={before} room={room} />
            </>
          ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, { n }) => sum + n, 0);
const nameOf = (reason: string | null): string => reason ?? reportWords().noReason;

/** @returns for each row what all down to it make together, as a share */
function soFar(rows: readonly Row[]): number[] {
  const all = sumOf(rows);
  return rows.map((_, index) => sumOf(rows.slice(0, index + 1)) / all);
}

function answerOf({ rejected, recycled }: ReasonsReport): string {
  const t = reportWords().reasons;
  const shares = soFar(rejected);
  const top = shares.findIndex((share) => share >= 0.6);
  const sentences = [
    rejected.length === 0 ? t.none : t.answer(top + 1, percent(shares[top] ?? 1)),
    recycled > 0 ? t.recycled(recycled) : '',
  ];
  return sentences.filter((each) => each !== '').join(' ');
}

type ParetoProps = {
  kind: Kind;
  report: ReasonsReport;
  before: ReasonsReport | null;
  room: RoomProps;
};

function Pareto({ kind, report, before, room }: ParetoProps) {
  const t = reportWords();
  const rows = report[kind];
  const shares = soFar(rows);
  if (rows.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.partTitle}>
        {t.reasons[kind]} · {number(sumOf(rows))}
      </h3>
      <BarRows
        label={t.reasons[kind]}
        note={t.reasons.note}
        rows={rows.map(({ reason, n, mark }, index) => {
          const was =
            before?.[kind].find((each) => each.reason === reason)?.n ?? (before ? 0 : null);
          const title = t.countSays(nameOf(reason), t.counted(n));
          return {
            key: reason ?? '',
            label: nameOf(reason),
            n,
            was,
            bold: number(n),
            muted: percent(shares[index] ?? 0),
            before: wasWords(room.choice.compare, was === null ? null : number(was)),
            says: `${title} ${t.countSays(t.reasons.soFar, percent(shares[index] ?? 0))}`,
            side: 'sales' as const,
            onOpen: () => room.onLook('reasons', mark, title),
          };
        })}
      />
    </div>
  );
}

function tableOf(
  report: ReasonsReport,
  before: ReasonsReport | null,
  { choice }: RoomProps,
): Table {
  const t = reportWords();
  const lines = (kind: Kind) => {
    const shares = soFar(report[kind]);
    return report[kind].map(({ reason, n }, index) => ({
      key: `${kind} ${reason ?? ''}`,
      cells: [
        nameOf(reason),
        t.reasons[kind],
        n,
        shareCell(shares[index] ?? null),
        ...wasCell(choice.compare, before?.[kind].find((each) => each.reason === reason)?.n ?? 0),
      ],
    }));
  };
  return {
    caption: t.reasons.title,
    head: [
      t.reasons.reason,
      t.verdicts,
      t.leads,
      t.reasons.soFar,
      ...wasHead(choice.compare, t.leads),
    ],
    rows: [...lines('rejected'), ...lines('disqualified')],
  };
}
