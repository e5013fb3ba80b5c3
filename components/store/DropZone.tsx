import { type DragEvent, useId, useState } from 'react';
import { importWords } from '../../lib/words/imports.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Imports.module.css';
import { percentOf, sizeWords } from './import-words.ts';
import lines from './Lines.module.css';
import { Progress } from './Progress.tsx';
import type { ImportsProps } from './props.ts';

type Props = Pick<ImportsProps, 'upload' | 'onFile' | 'onStopSending'> & {
  /** Something else on the page comes first. */
  quiet: boolean;
};

/** Where a file is dropped or chosen, and how much of it is sent. */
export function DropZone({ quiet, upload, onFile, onStopSending }: Props) {
  const t = importWords().zone;
  const id = useId();
  const [over, setOver] = useState(false);
  const saving = useSaving();
  const send = (file: File | undefined) => {
    if (file) void saving.run(() => onFile(file));
  };

  if (upload) {
    return (
      <section className={`${lines.box} ${styles.zone}`} aria-label={t.sending}>
        <Progress
          what={t.sendingIt(upload.name)}
          done={upload.sent}
          total={upload.total}
          detail={`${sizeWords(upload.sent, upload.total)}, ${percentOf({ done: upload.sent, total: upload.total })} %`}
        />
        <Button size="small" data-action="stop-sending" onClick={onStopSending}>
          {importWords().stop}
        </Button>
      </section>
    );
  }

  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      send(event.dataTransfer.files[0]);
    },
  };

  return (
    <section
      className={`${lines.box} ${styles.zone}`}
      aria-label={t.bring}
      data-over={over || undefined}
      data-quiet={quiet || undefined}
      {...drag}
    >
      <div className={styles.drop}>
        <label className={styles.choose} htmlFor={id}>
          <input
            id={id}
            type="file"
            name="import-file"
            accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.gz"
            className={styles.input}
            onChange={(event) => {
              send(event.target.files?.[0]);
              // The same file, mended, can be chosen again.
              event.target.value = '';
            }}
          />
          {t.choose}
        </label>
        <p>
          {t.orDrop} {quiet ? '' : t.promise}
        </p>
      </div>
      {quiet ? null : <p className={lines.facts}>{t.formats}</p>}
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.nothingWritten} /> : null}
    </section>
  );
}
