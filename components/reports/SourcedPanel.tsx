import type { SourcedReport } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { BarRows } from '../charts/BarRows.tsx';
import { RateRows } from '../charts/RateRows.tsx';
import {
  enough,
  fewWords,
  ofWords,
  percent,
  rateCells,
  rateHeads,
  rateSays,
  rateWas,
  shareOf,
  wasCell,
  wasHead,
  wasWords,
} from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import styles from './ReportPanel.module.css';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<SourcedReport>; room: RoomProps };
type PartProps = { report: SourcedReport; before: SourcedReport | null; room: RoomProps };

const SIDES = ['marketing', 'sales'] as const;
const STEPS = ['sql', 'opportunity', 'won'] as const;

/** Leads that marketing brought beside those that sales brought. */
export function SourcedPanel({ loaded, room }: Props) {
  const t = reportWords();
  return (
    <ReportPanel
      name="sourced"
      title={t.sourced.title}
      loaded={loaded}
      room={room}
      show={(report, before) => ({
        answer: answerOf(report),
        aside: t.sourced.aside,
        plot:
          report.marketing.came + report.sales.came > 0 ? (
            <>
              <Accepted report={report} before={before} room={room} />
              <Steps report={report} before={before} room={room} />
            </>
          ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

function answerOf({ marketing, sales }: SourcedReport): string {
  const t = reportWords();
  if (marketing.came + sales.came === 0) return t.empty;
  const [one, other] = [enough(marketing.accepted), enough(sales.accepted)];
  return one && other
    ? t.sourced.answer(percent(one.share), percent(other.share))
    : t.sourced.early;
}

function Accepted({ report, before, room }: PartProps) {
  const t = reportWords();
  return (
    <RateRows
      label={t.sourced.title}
      note={t.sourced.note}
      promise={null}
      rows={SIDES.map((side) => {
        const { accepted, mark } = report[side];
        const share = enough(accepted);
        return {
          key: side,
          label: t.sourced[side],
          side,
          bold: share ? percent(share.share) : '',
          muted: share ? ofWords(accepted) : '',
          before: rateWas(room.choice.compare, before?.[side].accepted),
          says: rateSays(t.sourced[side], accepted),
          rate: share,
          few: fewWords(accepted),
          onOpen: () => room.onLook('sourced', mark, t.sourced[side]),
        };
      })}
    />
  );
}

function Steps({ report, before, room }: PartProps) {
  const t = reportWords();
  return (
    <div className={styles.part}>
      <h3 className={styles.partTitle}>{t.sourced.steps}</h3>
      <BarRows
        label={t.sourced.steps}
        note=""
        rows={STEPS.flatMap((step) =>
          SIDES.map((side) => {
            const { came, mark, ...rest } = report[side];
            const n = rest[step];
            const was = before?.[side][step] ?? null;
            const label = `${t.sourced[step]}, ${t.sourced[side]}`;
            const share = shareOf(n, came);
            return {
              key: `${step} ${side}`,
              label,
              n: came > 0 ? n / came : 0,
              bold: number(n),
              muted: share,
              before: wasWords(room.choice.compare, was === null ? null : number(was)),
              says: t.countSays(label, `${number(n)}, ${t.ofAll(share, number(came))}`),
              side,
              onOpen: () => room.onLook('sourced', mark, t.sourced[side]),
            };
          }),
        )}
      />
    </div>
  );
}

function tableOf(
  report: SourcedReport,
  before: SourcedReport | null,
  { choice }: RoomProps,
): Table {
  const t = reportWords();
  const s = t.sourced;
  return {
    caption: s.title,
    head: [
      s.side,
      s.came,
      ...rateHeads(),
      s.sql,
      s.opportunity,
      s.won,
      s.lost,
      ...wasHead(choice.compare, s.won),
    ],
    rows: SIDES.map((side) => {
      const { came, accepted, sql, opportunity, won, lost } = report[side];
      return {
        key: side,
        cells: [
          s[side],
          came,
          ...rateCells(accepted),
          sql,
          opportunity,
          won,
          lost,
          ...wasCell(choice.compare, before?.[side].won ?? null),
        ],
      };
    }),
  };
}
