import type { AgreedDraft, Side } from '../../lib/contract/agreement.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { When } from '../ui/When.tsx';
import styles from './Aside.module.css';
import { DraftActs } from './DraftActs.tsx';
import { Part } from './Part.tsx';
import type { RoomParts } from './props.ts';
import { StartsOn } from './StartsOn.tsx';

const SIDES = ['marketing', 'sales'] as const;

/** Who has agreed, who has not, and what is missing until the draft is in force. */
export function Signatures(props: RoomParts) {
  const t = definitionWords().sign;
  const { current, draft } = props.state.answer;
  if (!draft) {
    const { marketing, sales } = current.signedBy;
    return (
      <Part title={t.title} part="signatures">
        <p className={styles.muted}>{t.noDraft}</p>
        <p>
          <Fill
            text={t.inForceBy}
            marketing={<bdi>{marketing ?? t.nobody}</bdi>}
            sales={<bdi>{sales ?? t.nobody}</bdi>}
          />
        </p>
      </Part>
    );
  }
  const outdated = draft.basedOn !== current.version;
  return (
    <Part title={t.title} aside={t.withdraws} part="signatures">
      <div className={styles.cards}>
        {SIDES.map((side) => (
          <OneSide key={side} {...props} draft={draft} side={side} off={outdated} />
        ))}
      </div>
      <StartsOn {...props} draft={draft} />
      <DraftActs {...props} draft={draft} />
    </Part>
  );
}

type SideProps = RoomParts & { draft: AgreedDraft; side: Side; off: boolean };

function OneSide({ state, now, place, onSign, onUnsign, draft, side, off }: SideProps) {
  const t = definitionWords().sign;
  const saving = useSaving();
  const signature = draft.signatures[side];
  const mine = signature?.memberId === state.member.memberId;
  return (
    <section
      className={styles.sign}
      data-side={side}
      data-signed={signature ? '' : undefined}
      aria-label={`${t.sides[side]}: ${signature ? t.signed : t.waiting}`}
    >
      <p className={styles.signHead}>
        <span className={styles[side]}>{t.sides[side]}</span>
        <span className={styles.strong}>{signature ? t.signed : t.waiting}</span>
      </p>
      {signature ? (
        <p>
          <bdi>{signature.by}</bdi>
          <br />
          <span className={styles.muted}>
            <When at={signature.at} now={now} place={place} as="clock" />
          </span>
        </p>
      ) : null}
      {mine ? (
        <Button
          size="small"
          busy={saving.busy}
          data-action={`withdraw-${side}`}
          aria-label={t.withdrawOf[side]}
          onClick={() => void saving.run(() => onUnsign(side))}
        >
          {t.withdraw}
        </Button>
      ) : null}
      {signature || off ? null : (
        <SignHere
          state={state}
          draft={draft}
          side={side}
          busy={saving.busy}
          onSign={() => void saving.run(() => onSign(side))}
        />
      )}
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safe} /> : null}
    </section>
  );
}

type HereProps = {
  state: RoomParts['state'];
  draft: AgreedDraft;
  side: Side;
  busy: boolean;
  onSign: () => void;
};

/** The button, or why there is none. */
function SignHere({ state, draft, side, busy, onSign }: HereProps) {
  const t = definitionWords().sign;
  const { memberId } = state.member;
  const { marketing, sales } = draft.signatures;
  const other = side === 'marketing' ? sales : marketing;
  if (other?.memberId === memberId) return <p className={styles.muted}>{t.otherSide}</p>;
  if (!state.answer.maySign.includes(side))
    return <p className={styles.muted}>{t.notYours[side]}</p>;
  if (state.edits.unsaved) return <p className={styles.muted}>{t.editsFirst}</p>;
  return (
    <Button size="small" kind={side} busy={busy} data-action={`sign-${side}`} onClick={onSign}>
      {busy ? t.signing : t.act[side]}
    </Button>
  );
}
