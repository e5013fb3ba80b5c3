import { type ReactNode, useId, useRef, useState } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { pictureOf } from '../charts/picture.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { ProblemDetail, ProblemNotice } from '../ui/ProblemNotice.tsx';
import text from '../ui/text.module.css';
import { daysWords } from './days.ts';
import type { Loaded, PanelName, RoomProps, Table } from './props.ts';
import styles from './ReportPanel.module.css';
import { fileRows, ReportTable } from './ReportTable.tsx';

/** A report as it is shown. */
export type Shown = {
  /** The question's answer, in one sentence made of the figures. */
  answer: string;
  /** Beside the title: how to read the figures. */
  aside?: ReactNode;
  /** Null: there is nothing to draw, which the answer says. */
  plot: ReactNode;
  table: Table;
  /** What else the plot shows. */
  second?: Table;
};

type Props<T> = {
  name: PanelName;
  title: string;
  loaded: Loaded<T>;
  room: RoomProps;
  /** Takes the room of two. */
  wide?: boolean;
  /** What is chosen here, above the answer. */
  choice?: ReactNode;
  show: (value: T, before: T | null) => Shown;
};

/** One question, with its answer, its plot, the table behind it, and both as files. */
export function ReportPanel<T>({ name, title, loaded, room, wide, choice, show }: Props<T>) {
  const t = reportWords();
  const id = useId();
  const { value, before, loading, problem } = loaded;
  const shown = value === null ? null : show(value, before);
  return (
    <section
      className={classes(styles.panel, wide && styles.wide)}
      aria-labelledby={id}
      aria-busy={loading || undefined}
      data-report={name}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {shown?.aside ? <p className={styles.aside}>{shown.aside}</p> : null}
      </div>
      {choice}
      {problem ? (
        <Trouble name={name} problem={problem} room={room} loading={loading} old={shown !== null} />
      ) : null}
      {shown ? (
        <Filled name={name} title={title} shown={shown} room={room} />
      ) : problem ? null : (
        <p className={styles.loading}>
          <span className={text.hidden}>{t.loading(title)}</span>
        </p>
      )}
    </section>
  );
}

type TroubleProps = {
  name: PanelName;
  problem: Problem;
  room: RoomProps;
  loading: boolean;
  /** What is shown is from before. */
  old: boolean;
};

/** Why there is nothing, or nothing new: in one line where there is something to look at all the same. */
function Trouble({ name, problem, room, loading, old }: TroubleProps) {
  const t = reportWords();
  const again = (
    <Button
      kind={old ? 'link' : 'plain'}
      size="small"
      busy={loading}
      data-action="retry"
      onClick={() => room.onRetry(name)}
    >
      {uiWords().tryAgain}
    </Button>
  );
  if (!old) {
    return (
      <ProblemNotice problem={problem} safe={t.safe}>
        {again}
      </ProblemNotice>
    );
  }
  return (
    <p className={styles.old} role="status">
      {t.stale} <ProblemDetail problem={problem} /> {again}
    </p>
  );
}

type FilledProps = { name: PanelName; title: string; shown: Shown; room: RoomProps };

function Filled({ name, title, shown, room }: FilledProps) {
  const t = reportWords().tools;
  const { answer, plot, table, second } = shown;
  const rows = () => [...fileRows(table), ...(second ? [[], ...fileRows(second)] : [])];
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const plots = useRef<HTMLDivElement>(null);
  const savePicture = async () => {
    const drawn = [...(plots.current?.querySelectorAll<SVGSVGElement>('[data-plot]') ?? [])];
    const picture = await pictureOf(drawn, {
      title,
      lines: [answer, daysWords(room), reportWords().intervals],
    }).catch(() => null);
    setFailed(picture === null);
    if (picture) room.onSavePicture(name, picture);
  };
  return (
    <>
      <p className={styles.answer}>{answer}</p>
      {plot ? (
        <div ref={plots} className={styles.plots}>
          {plot}
        </div>
      ) : null}
      <div className={open ? styles.table : text.hidden} data-part="table">
        <ReportTable table={table} />
        {second ? <ReportTable table={second} /> : null}
      </div>
      {failed ? (
        <p className={styles.answer} role="alert">
          {t.noPicture}
        </p>
      ) : null}
      <div className={styles.tools}>
        <Button
          kind="quiet"
          size="small"
          aria-expanded={open}
          aria-label={t.tableOf(title)}
          data-action="table"
          onClick={() => setOpen(!open)}
        >
          {t.asTable}
        </Button>
        <Button
          kind="quiet"
          size="small"
          aria-label={t.csvOf(title)}
          data-action="csv"
          onClick={() => room.onSaveTable(name, rows())}
        >
          {t.csv}
        </Button>
        {plot ? (
          <Button
            kind="quiet"
            size="small"
            aria-label={t.pngOf(title)}
            data-action="png"
            onClick={() => void savePicture()}
          >
            {t.png}
          </Button>
        ) : null}
      </div>
    </>
  );
}
