import { useState } from 'react';
import type { ImportJob } from '../../lib/contract/imports.ts';
import { Button } from '../ui/Button.tsx';
import { When } from '../ui/When.tsx';
import { count } from '../ui/words.ts';
import { DryRun } from './DryRun.tsx';
import styles from './Imports.module.css';
import { FORMATS, number, percentOf } from './import-words.ts';
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
          {job.format ? `${FORMATS[job.format]}, ` : ''}
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
  const percent = `${percentOf(job)} %`;
  switch (job.state) {
    case 'receiving':
      return (
        <>
          <Progress
            what="Reading through it. Nothing is written yet."
            done={job.done}
            total={job.total}
            detail={`${number(job.counts.rows)} rows so far, ${percent}`}
          />
          <Forget {...props} words="Give up" />
        </>
      );
    case 'tried':
      return <Tried {...props} />;
    case 'waiting':
    case 'running':
      return (
        <>
          <Progress
            what={job.state === 'waiting' ? 'Waits for its turn.' : 'Writing it.'}
            done={job.done}
            total={job.total}
            detail={`${soFar(job)}, ${percent}`}
          />
          <div className={lines.acts}>
            <Button
              size="small"
              busy={says.busy}
              data-action="stop-import"
              onClick={() =>
                void says.act(() => props.onStop(job.importId), {
                  text: 'It stops where it is. What was written stays.',
                })
              }
            >
              Stop
            </Button>
            <p className={lines.facts}>It goes on in the store, also when you close this page.</p>
          </div>
        </>
      );
    case 'stopped':
      return (
        <>
          <Progress
            still
            what="Stopped. What was written stays; going on repeats nothing."
            done={job.done}
            total={job.total}
            detail={`${soFar(job)}, ${percent}`}
          />
          <div className={lines.acts}>
            <Button
              kind="marketing"
              busy={says.busy}
              data-action="go-on"
              onClick={() =>
                void says.act(() => props.onStart(job.importId), { text: 'It goes on.' })
              }
            >
              Go on
            </Button>
            <Forget {...props} words="Forget the file" />
          </div>
          <Reasons {...props} />
        </>
      );
    case 'failed':
      return (
        <>
          <p className={styles.failed}>
            {job.problem ?? 'It could not be read.'}
            {job.counts.accepted > 0
              ? ' What was written until then stays.'
              : ' Nothing was written.'}
          </p>
          <div className={lines.acts}>
            <Forget {...props} words="Forget the file" />
          </div>
          <Reasons {...props} />
        </>
      );
    case 'done':
      return null;
  }
}

const soFar = ({ counts }: ImportJob): string =>
  `${number(counts.accepted)} kept, ${number(counts.duplicates)} here before, ${number(counts.refused)} refused`;

/** Read through: what is in it, and what its columns are where nobody knows. */
function Tried(props: Props) {
  const { job, says } = props;
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
          forget={<Forget {...props} words="Forget the file" />}
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
              text: `${job.fileName} is on its way in.`,
            })
          }
        >
          {job.counts.accepted === 0
            ? 'Nothing to bring in'
            : `Bring in ${count(job.counts.accepted, 'row')}`}
        </Button>
        <Button
          data-action="edit-mapping"
          onClick={(event) => {
            const card = event.currentTarget.closest('article');
            setEditing(true);
            thenFocus(card, '[name="format"]');
          }}
        >
          Read its columns otherwise
        </Button>
        <Forget {...props} words="Forget the file" />
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
        void says.act(() => onForget(job.importId), { text: `${job.fileName} is forgotten.` })
      }
    >
      {words}
    </Button>
  );
}
