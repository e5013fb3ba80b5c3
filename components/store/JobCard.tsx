import { useState } from 'react';
import type { ImportJob } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { Button } from '../ui/Button.tsx';
import { When } from '../ui/When.tsx';
import { DryRun } from './DryRun.tsx';
import styles from './Imports.module.css';
import { percentOf } from './import-words.ts';
import lines from './Lines.module.css';
import { MappingEditor } from './MappingEditor.tsx';
import { Progress } from './Progress.tsx';
import type { Common, ImportsProps } from './props.ts';
import { Reasons } from './Reasons.tsx';
import type { Says } from './Said.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Common & ImportsProps & { job: ImportJob; says: Says };

/** One file between here and done. */
export function JobCard(props: Props) {
  const { job, now, place } = props;
  return (
    <article
      className={`${lines.box} ${styles.job}`}
      aria-label={job.fileName}
      data-import={job.importId}
      data-state={job.state}
    >
      <div className={styles.jobHead}>
        <h2 className={lines.title}>
          <bdi>{job.fileName}</bdi>
        </h2>
        <p className={lines.aside}>
          {job.format ? `${importWords().formats[job.format]}, ` : ''}
          {job.by ? (
            <>
              <bdi>{job.by}</bdi>,{' '}
            </>
          ) : null}
          <When at={job.startedAt} now={now} place={place} as="clock" />
        </p>
      </div>
      <Body {...props} />
    </article>
  );
}

function Body(props: Props) {
  const { job, says } = props;
  const t = importWords().job;
  const percent = `${percentOf(job)} %`;
  switch (job.state) {
    case 'receiving':
      return (
        <>
          <Progress
            what={t.reading}
            done={job.done}
            total={job.total}
            detail={t.rowsSoFar(job.counts.rows, percent)}
          />
          <Forget {...props} words={t.giveUp} />
        </>
      );
    case 'tried':
      return <Tried {...props} />;
    case 'waiting':
    case 'running':
      return (
        <>
          <Progress
            what={job.state === 'waiting' ? t.waits : t.writing}
            done={job.done}
            total={job.total}
            detail={soFar(job, percent)}
          />
          <div className={lines.acts}>
            <Button
              size="small"
              busy={says.busy}
              data-action="stop-import"
              onClick={() =>
                void says.act(() => props.onStop(job.importId), {
                  text: t.stops,
                })
              }
            >
              {importWords().stop}
            </Button>
            <p className={lines.facts}>{t.goesOnInStore}</p>
          </div>
        </>
      );
    case 'stopped':
      return (
        <>
          <Progress
            still
            what={t.stopped}
            done={job.done}
            total={job.total}
            detail={soFar(job, percent)}
          />
          <div className={lines.acts}>
            <Button
              kind="marketing"
              busy={says.busy}
              data-action="go-on"
              onClick={() => void says.act(() => props.onStart(job.importId), { text: t.goesOn })}
            >
              {t.goOn}
            </Button>
            <Forget {...props} words={t.forget} />
          </div>
          <Reasons {...props} />
        </>
      );
    case 'failed':
      return (
        <>
          <p className={styles.failed}>
            {job.problem ?? t.unreadable}{' '}
            {job.counts.accepted > 0 ? t.someWritten : t.nothingWritten}
          </p>
          <div className={lines.acts}>
            <Forget {...props} words={t.forget} />
          </div>
          <Reasons {...props} />
        </>
      );
    case 'done':
      return null;
  }
}

const soFar = ({ counts }: ImportJob, percent: string): string =>
  importWords().job.soFar(counts.accepted, counts.duplicates, counts.refused, percent);

/** Read through: what is in it, and what its columns are where nobody knows. */
function Tried(props: Props) {
  const { job, says } = props;
  const t = importWords().job;
  const byColumns = job.format === null || job.format === 'mapped';
  const unknown = byColumns && job.counts.accepted === 0 && job.counts.duplicates === 0;
  const [editing, setEditing] = useState(false);
  if (unknown || editing) {
    return (
      <>
        <MappingEditor
          // Read again, it may be understood otherwise.
          key={`${job.format} ${JSON.stringify(job.mapping)}`}
          {...props}
          unknown={unknown}
          onClose={() => setEditing(false)}
          forget={<Forget {...props} words={t.forget} />}
        />
        <Reasons {...props} />
      </>
    );
  }
  return (
    <>
      <DryRun {...props} />
      <div className={lines.acts}>
        <Button
          kind="marketing"
          busy={says.busy}
          off={job.counts.accepted === 0}
          data-action="start-import"
          onClick={() =>
            void says.act(() => props.onStart(job.importId), {
              text: t.onItsWay(job.fileName),
            })
          }
        >
          {job.counts.accepted === 0 ? t.nothingToBring : t.bringIn(job.counts.accepted)}
        </Button>
        <Button
          data-action="edit-mapping"
          onClick={(event) => {
            const card = event.currentTarget.closest('article');
            setEditing(true);
            thenFocus(card, '[name="format"]');
          }}
        >
          {t.readOtherwise}
        </Button>
        <Forget {...props} words={t.forget} />
      </div>
      <Reasons {...props} />
    </>
  );
}

function Forget({ job, says, onForget, words }: Props & { words: string }) {
  return (
    <Button
      kind="quiet"
      size={job.state === 'receiving' ? 'small' : 'normal'}
      busy={says.busy}
      data-action="forget-import"
      onClick={() =>
        void says.act(() => onForget(job.importId), {
          text: importWords().job.forgotten(job.fileName),
        })
      }
    >
      {words}
    </Button>
  );
}
