import type { MyLead } from '../../lib/contract/mine.ts';
import { popupWords } from '../../lib/words/popup.ts';
import { Chip } from '../ui/Chip.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ago, clockOrDay, ms, span } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import styles from './LeadLine.module.css';
import type { PopupProps } from './props.ts';

export type LineProps = Pick<PopupProps, 'now' | 'onOpenLead'> & { place: Place };

type Props = LineProps & {
  lead: MyLead;
  /** Beside the hot list's own lines: what else is known of them. */
  watched?: boolean;
};

/** One lead: how likely, who, why now, and what is pressing. Pressing it opens their page in the CRM. */
export function LeadLine({ lead, now, place, watched, onOpenLead }: Props) {
  const t = popupWords();
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        data-lead={lead.leadId}
        onClick={() => onOpenLead({ leadId: lead.leadId, records: lead.records })}
      >
        <Figure lead={lead} />
        <span className={styles.who}>
          <span className={styles.name}>
            <bdi className={styles.strong}>{lead.name ?? t.noName}</bdi>{' '}
            {lead.company ? <bdi className={styles.muted}>{lead.company}</bdi> : null}
          </span>
          <span className={styles.why}>
            <Why lead={lead} now={now} place={place} />
          </span>
        </span>
        <Pressing lead={lead} now={now} place={place} watched={watched === true} />
      </button>
    </li>
  );
}

function Figure({ lead }: { lead: MyLead }) {
  const t = popupWords();
  const spoken = !lead.enough
    ? t.notEnough
    : lead.chance === null
      ? t.points(lead.points)
      : t.chance(lead.chance);
  return (
    <span className={styles.figure} role="img" aria-label={spoken} title={spoken}>
      {lead.enough ? (lead.chance ?? lead.points) : t.notEnoughShort}
      {lead.enough && lead.chance === null ? (
        <span className={styles.unit}>{t.pointsShort}</span>
      ) : null}
    </span>
  );
}

function Why({ lead, now, place }: Omit<LineProps, 'onOpenLead'> & { lead: MyLead }) {
  const t = popupWords();
  if (lead.woken) return <Woke lead={lead} woken={lead.woken} />;
  if (lead.lastMoment) {
    const { title, at } = lead.lastMoment;
    return <Fill text={t.now} what={<bdi>{title}</bdi>} when={ago(at, now, place)} />;
  }
  const labels = lead.why.map(({ label }) => label);
  return labels.length > 0 ? labels.join(', ') : t.noMoment;
}

/** Why they are back, and what happened meanwhile. */
function Woke({ lead, woken }: { lead: MyLead; woken: NonNullable<MyLead['woken']> }) {
  const t = popupWords();
  const { is, label } = woken.because;
  const because = is === 'rule' ? t.wokeOf.rule(label ?? '') : t.wokeOf[is];
  const parts = [because, t.meanwhile(woken.events, woken.moments)];
  if (woken.pointsThen !== null) parts.push(t.pointsThenNow(woken.pointsThen, lead.points));
  return parts.join('; ');
}

type PressingProps = Omit<LineProps, 'onOpenLead'> & { lead: MyLead; watched: boolean };

function Pressing({ lead, now, place, watched }: PressingProps) {
  const t = popupWords();
  const dueAt = lead.handoff ? lead.handoff.dueAt : null;
  const late = dueAt !== null && ms(dueAt) <= now;
  return (
    <span className={styles.chips}>
      {lead.optedOut ? <Chip outlined>{t.optedOut}</Chip> : null}
      {dueAt !== null ? (
        <Chip side="sales" outlined={late}>
          {late ? t.late(span(dueAt, now, place)) : t.due(clockOrDay(dueAt, now, place))}
        </Chip>
      ) : null}
      {lead.woken ? <Chip side="marketing">{t.back}</Chip> : null}
      {watched ? <Chip>{t.watchedChip}</Chip> : null}
    </span>
  );
}
