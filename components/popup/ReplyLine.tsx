import type { Reply } from '../../lib/contract/mine.ts';
import { popupWords } from '../../lib/words/popup.ts';
import { Chip } from '../ui/Chip.tsx';
import { Fill } from '../ui/Fill.tsx';
import { When } from '../ui/When.tsx';
import { flags, resolutions, verdicts } from '../ui/words.ts';
import styles from './LeadLine.module.css';
import type { LineProps } from './LeadLine.tsx';

type Props = LineProps & {
  reply: Reply;
  /** Tells this answer from all others. */
  name: string;
  fresh: boolean;
};

/** Marketing's answer to something I said: what I said, of whom, what they say. */
export function ReplyLine({ reply, name: key, fresh, now, place, onOpenLead }: Props) {
  const t = popupWords();
  const { leadId, records, name, feedback } = reply;
  const { resolution } = feedback;
  return (
    <li data-key={key}>
      <button
        type="button"
        className={`${styles.line} ${styles.reply}`}
        data-lead={leadId}
        data-reply={feedback.id}
        data-fresh={fresh || undefined}
        onClick={() => onOpenLead({ leadId, records })}
      >
        <span className={styles.who}>
          <span className={styles.name}>
            {said(reply)}: <bdi className={styles.strong}>{name ?? t.noName}</bdi>
          </span>
          {resolution ? (
            <span className={styles.why}>
              {resolutions()[resolution.kind].said}
              {resolution.reply ? <bdi className={styles.words}>{resolution.reply}</bdi> : null}{' '}
              <Fill
                text={t.answered}
                who={<bdi>{resolution.by}</bdi>}
                when={<When at={resolution.madeAt} now={now} place={place} />}
              />
            </span>
          ) : null}
        </span>
        <span className={styles.chips}>
          {fresh ? <Chip side="marketing">{t.fresh}</Chip> : null}
        </span>
      </button>
    </li>
  );
}

function said({ feedback }: Reply): string {
  if (feedback.flag) return flags()[feedback.flag];
  return feedback.verdict ? verdicts()[feedback.verdict].said : '';
}
