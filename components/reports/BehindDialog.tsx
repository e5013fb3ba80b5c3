import { useId, useLayoutEffect, useRef, useState } from 'react';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { stages, verdicts } from '../ui/words.ts';
import styles from './BehindDialog.module.css';
import type { Behind, BehindCallbacks, BehindLead } from './props.ts';

type Props = BehindCallbacks & {
  behind: Behind;
  now: number;
  place: Place;
};

/** The leads behind a figure, in a drawer at the end of the page. Esc closes it, and the focus goes back to the mark. */
export function BehindDialog(props: Props) {
  const { behind, onClose, onMore } = props;
  const t = reportWords().behind;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.drawer}
      aria-labelledby={id}
      onCancel={onClose}
      data-part="behind"
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {behind.title}
        </h2>
        <IconButton icon="close" label={t.close} data-action="close-behind" onClick={onClose} />
      </div>
      <div className={styles.bar}>
        <p role="status">{statusOf(behind)}</p>
        {behind.leads.length > 0 ? <Save {...props} /> : null}
      </div>
      <ul className={styles.list}>
        {behind.leads.map((lead) => (
          <Line key={lead.leadId} lead={lead} {...props} />
        ))}
      </ul>
      {behind.problem ? (
        <ProblemNotice problem={behind.problem}>
          <Button size="small" data-action="retry-behind" onClick={onMore}>
            {uiWords().tryAgain}
          </Button>
        </ProblemNotice>
      ) : behind.more ? (
        <Button busy={behind.loading} data-action="more-behind" onClick={onMore}>
          {t.more}
        </Button>
      ) : null}
    </dialog>
  );
}

function statusOf({ total, loading }: Behind): string {
  const t = reportWords().behind;
  if (total === null) return loading ? t.loading : '';
  return total === 0 ? t.none : t.total(total);
}

function Line({ lead, now, place, onOpenLead }: Props & { lead: BehindLead }) {
  const w = reportWords();
  const t = w.behind;
  const name = lead.name ?? t.withoutName;
  const verdict = lead.verdict ? verdicts()[lead.verdict].said : t.noVerdict;
  const facts = [
    stages()[lead.stage].short,
    t.points(lead.points),
    lead.reason ? `${verdict}: ${lead.reason}` : verdict,
    lead.handoffAt ? plainDay(lead.handoffAt.slice(0, 10), now, place) : null,
  ];
  return (
    <li className={styles.line}>
      <p>
        <Button
          kind="link"
          data-action="open-lead"
          aria-label={t.open(name)}
          onClick={() => onOpenLead(lead)}
        >
          <bdi>{name}</bdi>
        </Button>{' '}
        {lead.company ? <bdi className={styles.muted}>{lead.company}</bdi> : null}
      </p>
      <p className={styles.small}>{facts.filter(Boolean).join(' · ')}</p>
      <p className={styles.small}>
        <bdi className={styles.from}>{lead.source ?? w.noneKnown}</bdi>
        {lead.campaign ? (
          <>
            {' · '}
            <bdi>{lead.campaign}</bdi>
          </>
        ) : null}
      </p>
    </li>
  );
}

/** All of them as a file, not only those loaded so far. */
function Save({ behind, onAll, onSaveTable }: Props) {
  const t = reportWords().behind;
  const [busy, setBusy] = useState(false);
  const [cut, setCut] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    const all = await onAll();
    setBusy(false);
    if (!all) return;
    const total = all.total ?? all.leads.length;
    setCut(all.more ? t.cut(all.leads.length, total) : null);
    onSaveTable('leads', fileOf(all.leads));
  };
  return (
    <>
      <Button size="small" busy={busy} data-action="csv-behind" onClick={() => void save()}>
        {busy ? `${t.saving} ${number(behind.leads.length)}` : t.csv}
      </Button>
      {cut ? <p role="status">{cut}</p> : null}
    </>
  );
}

function fileOf(leads: readonly BehindLead[]): (string | number | null)[][] {
  const { columns } = reportWords().behind;
  return [
    Object.values(columns),
    ...leads.map((lead) => [
      lead.leadId,
      lead.name,
      lead.company,
      lead.source,
      lead.campaign,
      stages()[lead.stage].short,
      lead.points,
      lead.verdict ? verdicts()[lead.verdict].said : null,
      lead.reason,
      lead.handoffAt,
    ]),
  ];
}
