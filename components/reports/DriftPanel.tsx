import { type DriftReport, FEWEST } from '../../lib/contract/reports.ts';
import { decimal, number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { Columns } from '../charts/Columns.tsx';
import { monthName } from '../ui/time.ts';
import {
  enough,
  percent,
  rateCells,
  rateHeads,
  rateSays,
  shareCell,
  wasCell,
  wasHead,
} from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import styles from './ReportPanel.module.css';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<DriftReport>; room: RoomProps };
type Month = DriftReport['months'][number];

/** Month by month, what was promised and what came. */
export function DriftPanel({ loaded, room }: Props) {
  const t = reportWords();
  return (
    <ReportPanel
      name="drift"
      title={t.drift.title}
      loaded={loaded}
      room={room}
      show={(report, before) => ({
        answer: answerOf(report),
        aside: t.drift.aside,
        plot:
          report.months.length > 0 ? (
            <>
              <Plot months={report.months} room={room} />
              <p className={styles.facts}>{movedWords(report)}</p>
            </>
          ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

function answerOf({ months }: DriftReport): string {
  const t = reportWords().drift;
  const telling = months.flatMap(({ promised, accepted }) => {
    const share = enough(accepted);
    return share && promised !== null ? [{ promised, share }] : [];
  });
  if (telling.length === 0) return t.early(FEWEST);
  const kept = telling.filter(
    ({ promised, share }) => promised >= share.low && promised <= share.high,
  );
  return t.answer(kept.length, telling.length);
}

function movedWords({ inputs }: DriftReport): string {
  const t = reportWords().drift;
  const moved = inputs.filter((input) => input.moved).map(({ label }) => label);
  return moved.length > 0 ? t.moved(moved) : t.still;
}

function Plot({ months, room }: { months: Month[]; room: RoomProps }) {
  const t = reportWords();
  return (
    <Columns
      label={t.drift.title}
      note={t.drift.note}
      axis={t.acceptedAxis}
      nName={t.n}
      line={null}
      columns={months.map(({ month, promised, accepted, mark }) => {
        const name = monthName(month, 'long', room.place);
        const said = promised === null ? '' : t.drift.promisedSays(percent(promised));
        return {
          key: month,
          name: monthName(month, 'short', room.place),
          rate: enough(accepted),
          promised,
          n: number(accepted.of),
          says: [rateSays(name, accepted), said].filter(Boolean).join(' '),
          onOpen: () => room.onLook('drift', mark, name),
        };
      })}
    />
  );
}

function tableOf(
  report: DriftReport,
  before: DriftReport | null,
  { choice, place }: RoomProps,
): Table {
  const t = reportWords();
  const was = (index: number) => before?.months[index];
  return {
    caption: t.drift.title,
    head: [
      t.drift.month,
      t.promisedHead,
      ...rateHeads(),
      t.drift.stability,
      ...wasHead(choice.compare, t.acceptedShare),
    ],
    rows: [
      ...report.months.map(({ month, promised, accepted }, index) => {
        const then = was(index);
        return {
          key: month,
          cells: [
            { text: monthName(month, 'long', place), raw: month.slice(0, 7) },
            shareCell(promised),
            ...rateCells(accepted),
            null,
            ...wasCell(
              choice.compare,
              shareCell(then ? (enough(then.accepted)?.share ?? null) : null),
            ),
          ],
        };
      }),
      ...report.inputs.map(({ ruleId, label, psi }) => ({
        key: `=${ruleId}`,
        cells: [
          `${t.drift.input}: ${label}`,
          null,
          null,
          null,
          null,
          null,
          { text: decimal(psi, 2), raw: Math.round(psi * 1000) / 1000 },
          ...wasCell(choice.compare, null),
        ],
      })),
    ],
  };
}
