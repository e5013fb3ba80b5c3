import type { LeadFound } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './AnswerForm.module.css';
import { LeadPicker } from './LeadPicker.tsx';
import type { Finds } from './props.ts';
import type { Draft } from './use-answer.ts';

type Props = {
  lead: { leadId: string; name: string | null };
  draft: Draft;
  /** Somebody tried to send without choosing. */
  missing: boolean;
  onFind: Finds;
  onOther: (other: LeadFound | null) => void;
};

/** Which lead this one is twice, what sending will do about it, and where that is undone. */
export function Duplicate({ lead, draft, missing, onFind, onOther }: Props) {
  const t = reviewWords();
  const { other, joined } = draft;
  if (!other) {
    return (
      <>
        <LeadPicker
          label={t.otherLead}
          name="other"
          without={lead.leadId}
          onFind={onFind}
          onPick={onOther}
        />
        {missing ? (
          <p role="alert" className={styles.missing}>
            {t.otherMissing}
          </p>
        ) : null}
      </>
    );
  }
  const one = <bdi>{lead.name ?? t.withoutName}</bdi>;
  const second = <bdi>{other.name ?? other.email ?? t.withoutName}</bdi>;
  const place = <a href="store.html#merges">{t.merges}</a>;
  const names = { one, other: second, place };
  return (
    <Notice>
      <p>
        <Fill text={joined ? t.areOne : t.becomeOne} {...names} />
      </p>
      {joined ? null : (
        <Button kind="link" size="small" data-action="other-lead" onClick={() => onOther(null)}>
          {t.anotherLead}
        </Button>
      )}
    </Notice>
  );
}
