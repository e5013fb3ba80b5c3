import { type CalibrationReport, FEWEST } from '../../lib/contract/reports.ts';
import { decimal, number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { Columns } from '../charts/Columns.tsx';
import { Scatter } from '../charts/Scatter.tsx';
import {
  enough,
  fewWords,
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
import styles from './ReportPanel.module.css';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<CalibrationReport>; room: RoomProps };
type Band = CalibrationReport['bands'][number];

/** What was promised, against what came. */
export function CalibrationPanel({ loaded, room }: Props) {
  const t = reportWords().calibration;
  const { compare } = room.choice;
  return (
    <ReportPanel
      name="calibration"
      title={t.title}
      loaded={loaded}
      room={room}
      wide
      show={(report, before) => ({
        answer: answerOf(report),
        aside: asideOf(report, before, compare),
        plot: report.bands.some(({ accepted }) => enough(accepted)) ? (
          <div className={styles.halves}>
            <Bands bands={report.bands} room={room} />
            <Tenths report={report} />
          </div>
        ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

function asideOf(
  report: CalibrationReport,
  before: CalibrationReport | null,
  compare: RoomProps['choice']['compare'],
) {
  const t = reportWords().calibration;
  if (report.off === null) return null;
  const was = before?.off ?? null;
  const then = wasWords(compare, was === null ? null : decimal(was * 100, 1));
  return [t.off(report.off * 100), then].filter(Boolean).join(', ');
}

const isInside = ({ promised, accepted }: Band): boolean => {
  const share = enough(accepted);
  return share !== null && promised >= share.low && promised <= share.high;
};

function answerOf(report: CalibrationReport): string {
  const t = reportWords().calibration;
  const telling = report.bands.filter(({ accepted }) => enough(accepted));
  const sentences = [
    telling.length > 0
      ? t.yes(telling.filter(isInside).length, telling.length)
      : `${t.tooEarly} ${enough(report.all) ? t.spread(report.all.of, FEWEST) : fewWords(report.all)}.`,
    report.lift10 === null ? '' : t.lift(report.lift10),
    report.unpromised > 0 ? t.unpromised(report.unpromised) : '',
  ];
  return sentences.filter((each) => each !== '').join(' ');
}

function Bands({ bands, room }: { bands: Band[]; room: RoomProps }) {
  const t = reportWords();
  return (
    <Scatter
      label={t.calibration.title}
      note={t.calibration.note}
      axes={{ accepted: t.acceptedAxis, promised: t.calibration.promisedAxis, n: t.n }}
      dots={bands.map((band) => {
        const name = t.calibration.band(band.from, band.to);
        const { accepted, audit, promised, mark } = band;
        const title = `${name}${audit > 0 ? t.calibration.audit(audit) : ''}`;
        return {
          key: `${band.from}`,
          promised,
          rate: enough(accepted),
          audit: audit * 2 > accepted.of,
          n: number(accepted.of),
          says: rateSays(title, accepted),
          onOpen: () => room.onLook('calibration', mark, name),
        };
      })}
    />
  );
}

function Tenths({ report }: { report: CalibrationReport }) {
  const t = reportWords();
  const all = enough(report.all);
  if (!all || !report.tenths.some(({ accepted }) => enough(accepted))) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.partTitle}>{t.calibration.tenthsTitle}</h3>
      <Columns
        label={t.calibration.tenthsTitle}
        note={t.calibration.tenthsNote}
        axis={t.acceptedAxis}
        nName={t.n}
        line={{ share: all.share, label: t.calibration.all(percent(all.share)) }}
        columns={report.tenths.map(({ tenth, accepted }) => ({
          key: `${tenth}`,
          name: number(tenth),
          rate: enough(accepted),
          promised: null,
          n: number(accepted.of),
          says: rateSays(t.calibration.tenth(tenth), accepted),
          onOpen: null,
        }))}
      />
    </div>
  );
}

function tableOf(
  report: CalibrationReport,
  before: CalibrationReport | null,
  { choice }: RoomProps,
): Table {
  const t = reportWords();
  const c = t.calibration;
  const was = (from: number) => {
    const rate = before?.bands.find((band) => band.from === from)?.accepted;
    return shareCell(rate ? (enough(rate)?.share ?? null) : null);
  };
  const bands = report.bands.map((band) => ({
    key: `band${band.from}`,
    cells: [
      c.band(band.from, band.to),
      shareCell(band.promised),
      ...rateCells(band.accepted),
      band.audit,
      ...wasCell(choice.compare, was(band.from)),
    ],
  }));
  const tenths = report.tenths.map(({ tenth, accepted }) => ({
    key: `tenth${tenth}`,
    cells: [c.tenth(tenth), null, ...rateCells(accepted), null, ...wasCell(choice.compare, null)],
  }));
  return {
    caption: c.table,
    head: [
      c.bandHead,
      t.promisedHead,
      ...rateHeads(),
      c.auditHead,
      ...wasHead(choice.compare, t.acceptedShare),
    ],
    rows: [...bands, ...tenths],
  };
}
