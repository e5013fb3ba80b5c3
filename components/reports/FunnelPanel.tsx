import type { FunnelReport, FunnelStep } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { WeekRows } from '../charts/WeekRows.tsx';
import { plainDay } from '../ui/time.ts';
import { stages } from '../ui/words.ts';
import { shareOf, wasCell, wasHead, wasWords } from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<FunnelReport>; room: RoomProps };
type Step = FunnelReport['steps'][number];

const ENDS = ['waiting', 'rejected', 'recycled', 'disqualified', 'lost'] as const;

/** How far leads get, by the week they came. */
export function FunnelPanel({ loaded, room }: Props) {
  const t = reportWords().funnel;
  return (
    <ReportPanel
      name="funnel"
      title={t.title}
      loaded={loaded}
      room={room}
      show={(report, before) => ({
        answer: answerOf(report),
        aside: t.aside,
        plot:
          nOf(report, 'inquiry') > 0 ? <Plot report={report} before={before} room={room} /> : null,
        table: tableOf(report, before, room),
        second: weeksOf(report, room),
      })}
    />
  );
}

const nOf = ({ steps }: FunnelReport, wanted: FunnelStep): number =>
  steps.find(({ step }) => step === wanted)?.n ?? 0;

function answerOf(report: FunnelReport): string {
  const t = reportWords();
  const said = (step: FunnelStep) => number(nOf(report, step));
  if (nOf(report, 'inquiry') === 0) return t.empty;
  return t.funnel.answer(said('inquiry'), said('mql'), said('sal'), said('won'));
}

/** Marketing’s until the handoff, sales’ after it. */
const sideOf = (step: FunnelStep) => (step === 'inquiry' || step === 'mql' ? 'marketing' : 'sales');

function Plot({
  report,
  before,
  room,
}: {
  report: FunnelReport;
  before: FunnelReport | null;
  room: RoomProps;
}) {
  const t = reportWords();
  const week = (day: string) => plainDay(day, room.now, room.place);
  const weeks = report.steps[0]?.weeks ?? [];
  const ends = [weeks[0], weeks.at(-1)].map((each) => (each ? week(each.week) : ''));
  return (
    <WeekRows
      label={t.funnel.title}
      note={t.funnel.note}
      ends={[ends[0] ?? '', ends[1] ?? '']}
      rows={report.steps.map((step, index) => {
        const last = report.steps[index - 1];
        const name = stages()[step.step].short;
        const of = last ? t.ofAll(shareOf(step.n, last.n), number(last.n)) : '';
        const was = before?.steps.find((each) => each.step === step.step)?.n;
        const said = t.countSays(name, [number(step.n), of].filter(Boolean).join(', '));
        return {
          key: step.step,
          label: name,
          side: sideOf(step.step),
          bold: number(step.n),
          muted: last && last.n > 0 ? of : '',
          before: wasWords(room.choice.compare, was === undefined ? null : number(was)),
          says: said,
          onOpen: () => room.onLook('funnel', step.mark, said),
          weeks: step.weeks.map((each, place) => {
            const title = t.funnel.week(name, week(each.week), each.n);
            const open = openIn(last, step.step, place);
            return {
              key: each.week,
              n: each.n,
              open,
              says: `${title}${open > 0 ? t.funnel.open(open) : ''}.`,
              onOpen: () => room.onLook('funnel', each.mark, title),
            };
          }),
        };
      })}
    />
  );
}

/** Those who wait one step before; who is not handed over yet mostly never will be, so that is not drawn. */
const openIn = (last: Step | undefined, step: FunnelStep, week: number): number =>
  sideOf(step) === 'sales' ? (last?.weeks[week]?.waiting ?? 0) : 0;

function tableOf(report: FunnelReport, before: FunnelReport | null, { choice }: RoomProps): Table {
  const t = reportWords();
  return {
    caption: t.funnel.table,
    head: [
      t.funnel.step,
      t.leads,
      t.share,
      ...ENDS.map((end) => t.funnel.ended[end]),
      ...wasHead(choice.compare, t.leads),
    ],
    rows: report.steps.map(({ step, n, ended }, index) => ({
      key: step,
      cells: [
        stages()[step].short,
        n,
        shareOf(n, report.steps[index - 1]?.n ?? 0) || null,
        ...ENDS.map((end) => ended[end]),
        ...wasCell(choice.compare, before?.steps[index]?.n ?? null),
      ],
    })),
  };
}

function weeksOf({ steps }: FunnelReport, { now, place }: RoomProps): Table {
  const t = reportWords().funnel;
  return {
    caption: t.byWeek,
    head: [t.cameIn, ...steps.map(({ step }) => stages()[step].short)],
    rows: (steps[0]?.weeks ?? []).map(({ week }, index) => ({
      key: week,
      cells: [
        { text: plainDay(week, now, place), raw: week },
        ...steps.map(({ weeks }) => weeks[index]?.n ?? 0),
      ],
    })),
  };
}
