import type { DelaysReport } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { type Half, Mirror } from '../charts/Mirror.tsx';
import { Button } from '../ui/Button.tsx';
import { DelayFacts } from './DelayFacts.tsx';
import { duration, percent, shareCell, wasCell, wasHead } from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import styles from './ReportPanel.module.css';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<DelaysReport>; room: RoomProps };
type Side = 'system' | 'human';

const SIDES = { system: 'marketing', human: 'sales' } as const;

/** Whose waiting it was: the system’s until the handoff, people’s after it. */
export function DelaysPanel({ loaded, room }: Props) {
  const t = reportWords().delays;
  return (
    <ReportPanel
      name="delays"
      title={t.title}
      loaded={loaded}
      room={room}
      wide
      show={(report, before) => ({
        answer: answerOf(report),
        plot:
          report.system.n + report.human.n + report.waiting.n > 0 ? (
            <div className={styles.sides}>
              <div className={styles.facts}>
                <DelayFacts side="system" report={report} before={before} room={room} />
                <DelayFacts side="human" report={report} before={before} room={room} />
                <Waiting report={report} room={room} />
              </div>
              <Plot report={report} room={room} />
            </div>
          ) : null,
        table: tableOf(report, before, room),
      })}
    />
  );
}

function answerOf({ system, human, waiting }: DelaysReport): string {
  const t = reportWords().delays;
  const all = system.sum + human.sum;
  if (system.n + human.n + waiting.n === 0) return t.none;
  return all > 0 ? t.answer(percent(system.sum / all), percent(human.sum / all)) : '';
}

function Waiting({ report: { waiting, human }, room }: { report: DelaysReport; room: RoomProps }) {
  const t = reportWords().delays;
  const [waits, late] = [
    t.waitingMark(waiting.n),
    t.lateMark(waiting.late, duration(human.promise)),
  ];
  if (waiting.n === 0) return null;
  return (
    <p>
      <Button
        kind="link"
        data-action="waiting"
        onClick={() => room.onLook('delays', waiting.mark, waits)}
      >
        {waits}
      </Button>
      {waiting.late > 0 ? (
        <>
          {', '}
          <Button
            kind="link"
            data-action="late"
            onClick={() => room.onLook('delays', waiting.lateMark, `${waits}, ${late}`)}
          >
            {late}
          </Button>
        </>
      ) : null}
    </p>
  );
}

function Plot({ report, room }: { report: DelaysReport; room: RoomProps }) {
  const t = reportWords().delays;
  const edges = report.system.bins.flatMap(({ upTo }) => (upTo === null ? [] : [duration(upTo)]));
  return (
    <Mirror
      label={t.title}
      note={t.note}
      edges={edges}
      above={halfOf('system', report, room)}
      below={halfOf('human', report, room)}
    />
  );
}

function halfOf(side: Side, report: DelaysReport, room: RoomProps): Half {
  const t = reportWords();
  const { bins, promise } = report[side];
  const name = t.delays[side];
  return {
    side: SIDES[side],
    promise: {
      after: placeOf(promise, bins),
      label:
        side === 'system'
          ? t.delays.marketingPromise(duration(promise))
          : t.delays.salesPromise(duration(promise)),
    },
    bins: bins.map(({ upTo, n, mark }, index) => {
      const low = duration(bins[index - 1]?.upTo ?? 0);
      const range =
        upTo === null ? t.delays.over(name, low) : t.delays.bin(name, low, duration(upTo));
      const title = t.countSays(range, t.counted(n));
      return {
        key: `${upTo ?? 'over'}`,
        n,
        text: number(n),
        late: (bins[index - 1]?.upTo ?? 0) >= promise,
        says: title,
        onOpen: () => room.onLook('delays', mark, title),
      };
    }),
  };
}

/** @returns after how many bins the promise ends; inside one, by its share of that one */
function placeOf(promise: number, bins: DelaysReport['system']['bins']): number {
  const index = bins.findIndex(({ upTo }) => upTo === null || upTo >= promise);
  if (index < 0) return bins.length;
  const low = bins[index - 1]?.upTo ?? 0;
  const high = bins[index]?.upTo ?? promise * 2;
  return index + (promise - low) / (high - low || 1);
}

function tableOf(report: DelaysReport, before: DelaysReport | null, { choice }: RoomProps): Table {
  const t = reportWords();
  const d = t.delays;
  const compare = choice.compare;
  const bins = report.system.bins.map(({ upTo, n }, index) => ({
    key: `${upTo ?? 'over'}`,
    cells: [
      upTo === null ? d.longer : { text: `${d.upTo} ${duration(upTo)}`, raw: upTo },
      n,
      report.human.bins[index]?.n ?? null,
      ...wasCell(compare, before?.system.bins[index]?.n ?? null),
      ...wasCell(compare, before?.human.bins[index]?.n ?? null),
    ],
  }));
  const kept = (of: DelaysReport['system'] | undefined) =>
    shareCell(of && of.n > 0 ? of.kept / of.n : null);
  return {
    caption: d.table,
    head: [d.upTo, d.system, d.human, ...wasHead(compare, d.system), ...wasHead(compare, d.human)],
    rows: [
      ...bins,
      {
        key: 'kept',
        cells: [
          `${d.marketingPromise(duration(report.system.promise))}; ${d.salesPromise(duration(report.human.promise))}`,
          kept(report.system),
          kept(report.human),
          ...wasCell(compare, kept(before?.system)),
          ...wasCell(compare, kept(before?.human)),
        ],
      },
    ],
  };
}
