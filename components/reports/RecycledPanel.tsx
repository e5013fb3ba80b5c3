import type { RecycledReport } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { BarRows } from '../charts/BarRows.tsx';
import { shareCell, shareOf, wasCell, wasHead, wasWords } from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import styles from './ReportPanel.module.css';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<RecycledReport>; room: RoomProps };

const STEPS = ['recycled', 'woken', 'accepted', 'opportunity', 'won'] as const;

/** What becomes of good leads at a bad time. */
export function RecycledPanel({ loaded, room }: Props) {
  const t = reportWords();
  return (
    <ReportPanel
      name="recycled"
      title={t.recycling.title}
      loaded={loaded}
      room={room}
      show={(report, before) => ({
        answer: answerOf(report),
        plot:
          report.recycled > 0 ? (
            <>
              <Plot report={report} before={before} room={room} />
              <Because report={report} />
            </>
          ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

function answerOf({ recycled, woken, accepted, won }: RecycledReport): string {
  const t = reportWords().recycling;
  if (recycled === 0) return t.none;
  return t.answer(number(recycled), number(woken), number(accepted), number(won));
}

function Plot({
  report,
  before,
  room,
}: {
  report: RecycledReport;
  before: RecycledReport | null;
  room: RoomProps;
}) {
  const t = reportWords();
  return (
    <BarRows
      label={t.recycling.title}
      note={t.recycling.note}
      rows={STEPS.map((step) => {
        const n = report[step];
        const was = before?.[step] ?? null;
        const title = t.countSays(t.recycling.steps[step], t.counted(n));
        return {
          key: step,
          label: t.recycling.steps[step],
          n,
          was,
          bold: number(n),
          muted: shareOf(n, report.recycled),
          before: wasWords(room.choice.compare, was === null ? null : number(was)),
          says: title,
          side: step === 'woken' ? ('marketing' as const) : ('sales' as const),
          outlined: step === 'recycled',
          onOpen: () => room.onLook('recycled', report.marks[step], title),
        };
      })}
    />
  );
}

/** What brought them back; a code this version does not know is shown as it is. */
function Because({ report: { because } }: { report: RecycledReport }) {
  const t = reportWords().recycling;
  const codes: Record<string, string> = t.codes;
  if (because.length === 0) return null;
  const said = because.map((each) => `${codes[each.because] ?? each.because} ${number(each.n)}`);
  return (
    <p className={styles.facts}>
      {t.because} {said.join(', ')}
    </p>
  );
}

function tableOf(
  report: RecycledReport,
  before: RecycledReport | null,
  { choice }: RoomProps,
): Table {
  const t = reportWords();
  return {
    caption: t.recycling.title,
    head: [t.recycling.step, t.leads, t.share, ...wasHead(choice.compare, t.leads)],
    rows: STEPS.map((step) => ({
      key: step,
      cells: [
        t.recycling.steps[step],
        report[step],
        shareCell(report.recycled > 0 ? report[step] / report.recycled : null),
        ...wasCell(choice.compare, before?.[step] ?? null),
      ],
    })),
  };
}
