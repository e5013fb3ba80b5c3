import { useId } from 'react';
import { type AgreementReport, FEWEST } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { RateRows } from '../charts/RateRows.tsx';
import { wilson } from '../score/words.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useSaving } from '../ui/use-saving.ts';
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
} from './figures.ts';
import type { Loaded, RoomProps, Table } from './props.ts';
import styles from './ReportPanel.module.css';
import { ReportPanel } from './ReportPanel.tsx';

type Props = { loaded: Loaded<AgreementReport>; room: RoomProps };

/** Whether two people who judge one lead say the same. */
export function AgreementPanel({ loaded, room }: Props) {
  const t = reportWords().agreement;
  return (
    <ReportPanel
      name="agreement"
      title={t.title}
      loaded={loaded}
      room={room}
      show={(report, before) => ({
        answer: answerOf(report),
        aside: t.aside,
        plot: (
          <>
            {report.pairs > 0 ? <Pairs report={report} room={room} /> : null}
            <Reps report={report} room={room} />
          </>
        ),
        table: tableOf(report, before, room),
      })}
    />
  );
}

function answerOf({ pairs, same }: AgreementReport): string {
  const t = reportWords().agreement;
  if (pairs === 0) return t.none;
  return pairs < FEWEST ? t.few(pairs, same, FEWEST) : t.answer(pairs, percent(same / pairs));
}

/** A share of pairs, as a rate. */
const pairRate = ({ pairs, same }: { pairs: number; same: number }) =>
  pairs < FEWEST ? null : wilson({ n: pairs, accepted: same });

function Pairs({ report, room }: { report: AgreementReport; room: RoomProps }) {
  const t = reportWords();
  const { pairs, same, reasons, marks } = report;
  const all = { key: 'all', name: t.agreement.all, pairs, same };
  const rows = [
    all,
    ...reasons.map((each) => ({
      ...each,
      key: `=${each.reason ?? ''}`,
      name: each.reason ?? t.noReason,
    })),
  ];
  const apart = marks?.apart;
  return (
    <>
      <RateRows
        label={t.agreement.title}
        note={t.agreement.note}
        promise={null}
        rows={rows.map((row) => {
          const share = pairRate(row);
          const of = t.of(number(row.same), number(row.pairs));
          const few = t.agreement.fewPairs(row.pairs, FEWEST);
          return {
            key: row.key,
            label: row.name,
            bold: share ? percent(share.share) : '',
            muted: share ? of : '',
            says: share
              ? t.agreement.says(
                  row.name,
                  percent(share.share),
                  of,
                  t.range(percent(share.low), percent(share.high)),
                )
              : t.countSays(row.name, few),
            rate: share,
            few,
            onOpen:
              row === all && marks
                ? () => room.onLook('agreement', marks.pairs, t.agreement.all)
                : null,
          };
        })}
      />
      {apart && pairs > same ? (
        <p className={styles.facts}>
          <Button
            kind="link"
            data-action="apart"
            onClick={() => room.onLook('agreement', apart, t.agreement.title)}
          >
            {t.agreement.apart(number(pairs - same))}
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** Rates of single people: only where an administrator allows them, and in no order of merit. */
function Reps({ report, room }: { report: AgreementReport; room: RoomProps }) {
  const t = reportWords();
  const { reps } = report;
  if (!reps) return <Allow room={room} />;
  const rows = [...reps].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div className={styles.part}>
      <h3 className={styles.partTitle}>{t.agreement.reps}</h3>
      <RateRows
        label={t.agreement.reps}
        note={t.agreement.repsNote}
        promise={null}
        rows={rows.map(({ memberId, name, judged }) => {
          const share = enough(judged);
          return {
            key: memberId,
            label: name,
            bold: share ? percent(share.share) : '',
            muted: share ? ofWords(judged) : '',
            says: rateSays(name, judged),
            rate: share,
            few: fewWords(judged),
            onOpen: null,
          };
        })}
      />
      <Allow room={room} />
    </div>
  );
}

function Allow({ room }: { room: RoomProps }) {
  const t = reportWords().agreement;
  const id = useId();
  const saving = useSaving();
  const { settings, mayDecide, onAllowRepFigures } = room;
  if (!settings) return null;
  if (!mayDecide) {
    return (
      <p className={`${styles.facts} ${styles.muted}`}>
        {settings.repFigures ? t.repsShown : t.repsOff}
      </p>
    );
  }
  return (
    <div className={styles.facts}>
      <div className={styles.choices}>
        <span id={`${id}-label`}>{t.allow}</span>
        <Switch
          on={settings.repFigures}
          labelledBy={`${id}-label`}
          describedBy={`${id}-help`}
          busy={saving.busy}
          onSwitch={(on) => void saving.run(() => onAllowRepFigures(on))}
        />
      </div>
      <p id={`${id}-help`} className={styles.muted}>
        {t.allowHelp}
      </p>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </div>
  );
}

function tableOf(
  report: AgreementReport,
  before: AgreementReport | null,
  { choice }: RoomProps,
): Table {
  const t = reportWords();
  const { agreement: a } = t;
  const share = (of: { pairs: number; same: number } | undefined) =>
    shareCell(of ? (pairRate(of)?.share ?? null) : null);
  const line = (
    key: string,
    name: string,
    of: { pairs: number; same: number },
    was?: { pairs: number; same: number },
  ) => ({
    key,
    cells: [name, of.pairs, of.same, share(of), ...wasCell(choice.compare, share(was))],
  });
  const pairs = [
    line('all', a.all, report, before ?? undefined),
    ...report.reasons.map((each) =>
      line(
        `=${each.reason ?? ''}`,
        each.reason ?? t.noReason,
        each,
        before?.reasons.find(({ reason }) => reason === each.reason),
      ),
    ),
  ];
  const heads = rateHeads();
  const people = (report.reps ?? []).map(({ memberId, name, judged }) => {
    const [n = null, of = null, rate = null] = rateCells(judged);
    return {
      key: memberId,
      cells: [`${a.member}: ${name} (${heads[0]})`, of, n, rate, ...wasCell(choice.compare, null)],
    };
  });
  return {
    caption: a.title,
    head: [a.reason, a.pairs, a.same, t.share, ...wasHead(choice.compare, t.share)],
    rows: [...pairs, ...people],
  };
}
