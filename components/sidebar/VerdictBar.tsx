import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { SavingState } from '../ui/SavingState.tsx';
import text from '../ui/text.module.css';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { Back } from './Back.tsx';
import { First } from './First.tsx';
import { Given } from './Given.tsx';
import type { LeadState, SidebarProps, VerdictSaid } from './props.ts';
import { Sla } from './Sla.tsx';
import { choices, clashOf, lastVerdict, mayBeSaid, stepNow } from './said.ts';
import { Teach } from './Teach.tsx';
import { teaches } from './teaches.ts';
import { UndoBar } from './UndoBar.tsx';
import { useVerdictKeys } from './use-verdict-keys.ts';
import styles from './VerdictBar.module.css';
import { VerdictButtons } from './VerdictButtons.tsx';
import { VerdictForm } from './VerdictForm.tsx';
import { Warnings } from './Warnings.tsx';

/** All that is asked of whoever shows it, which is the sidebar, or a row of a list. */
type Props = Pick<
  SidebarProps,
  'outbox' | 'undo' | 'disarmed' | 'now' | 'onVerdict' | 'onUndo' | 'onOpenOutbox'
> & {
  state: LeadState;
  said: FeedbackEntry[];
  place: Place;
};

/** A form that is open, and what stood there as the last word when it was opened. */
type Open = { verdict: VerdictKind; on: string | null };

/** These need a reason or a date, so they open a form; the others are said with one press. */
const NEEDS_FORM: readonly VerdictKind[] = ['rejected', 'disqualified', 'recycled'];

/** Where sales answers: always in view, honest about saving, one step at a time. */
export function VerdictBar(props: Props) {
  const { state, said, outbox, undo, disarmed, now, place, onVerdict } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const [changing, setChanging] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const focusNext = useRef<string | null>(null);
  const saving = useSaving();
  const why = useId();
  const t = sayingWords();

  const { card } = state;
  const last = lastVerdict(said);
  const step = stepNow(state);
  const { handoff } = card;
  const answered = last !== null && (handoff === null || last.madeAt >= handoff.at);
  const undoable = undo && undo.until > now ? undo : null;
  // What was said last is what can be undone. A verdict settles first; a flag holds up nothing.
  const settling = undoable !== null && state.unsent[0]?.kind === 'verdict';
  const asking = !settling && (changing || mayBeSaid(step, last));
  // A form stays open whatever arrives meanwhile: nobody's words are lost because a colleague was quicker.
  const writing = open !== null && !settling;
  const offered = choices(changing ? 'done' : step, last);
  const unsent =
    last !== null && outbox.waiting > 0 && state.unsent.some(({ id }) => id === last.id);
  const clash = clashOf(said, now, writing ? open.on : undefined);

  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const target = focusNext.current && bar.current?.querySelector<HTMLElement>(focusNext.current);
    (target || bar.current)?.focus({ preventScroll: true });
    focusNext.current = null;
  });

  async function give(verdict: VerdictSaid) {
    if (disarmed) return;
    if (!(await saving.run(() => onVerdict(verdict)))) return;
    focusNext.current = '';
    setOpen(null);
    setChanging(false);
  }

  function choose(verdict: VerdictKind) {
    if (disarmed || saving.busy) return;
    saving.clear();
    if (NEEDS_FORM.includes(verdict)) setOpen({ verdict, on: last?.id ?? null });
    else void give({ verdict, reason: null, note: '', until: null });
  }

  function cancel() {
    focusNext.current = `[data-verdict="${open?.verdict}"]`;
    saving.clear();
    setOpen(null);
  }

  useVerdictKeys(asking && !writing ? offered : [], choose);

  return (
    <section ref={bar} tabIndex={-1} className={styles.bar} aria-label={t.verdict} data-step={step}>
      {/* Above what is pressed: the bar grows upwards, and no button moves away from under a pointer. */}
      <p id={why} role="status" className={disarmed ? styles.disarmed : text.hidden}>
        {disarmed}
      </p>
      {clash ? <First clash={clash} unsent={unsent} now={now} place={place} /> : null}
      {undoable ? (
        <UndoBar
          undo={undoable}
          now={now}
          off={disarmed !== null}
          onUndo={props.onUndo}
          onGone={() => bar.current?.focus({ preventScroll: true })}
        />
      ) : null}
      {writing ? (
        <VerdictForm
          key={open.verdict}
          verdict={open.verdict}
          card={card}
          saving={saving}
          disarmed={disarmed}
          now={now}
          place={place}
          onSend={give}
          onCancel={cancel}
        />
      ) : (
        <>
          {card.woken && step === 'first' ? (
            <Back woken={card.woken} points={card.score.points} now={now} place={place} />
          ) : null}
          <Warnings warnings={card.warnings} />
          {last && step !== 'first' && !settling ? (
            <Given
              entry={last}
              card={card}
              unsent={unsent}
              now={now}
              place={place}
              changing={changing}
              disarmed={disarmed}
              onChange={() => {
                focusNext.current = '[data-verdict]';
                setChanging(!changing);
              }}
            />
          ) : null}
          <div className={styles.state}>
            <Sla handoff={handoff} answered={answered} now={now} place={place} />
            <SavingState outbox={outbox} onOpenOutbox={props.onOpenOutbox} />
          </div>
          {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.nothingSaved} /> : null}
          {asking && step === 'first' ? <Teach why={teaches(card)} /> : null}
          {asking ? (
            <VerdictButtons
              offered={offered}
              offBecause={disarmed ? why : null}
              busy={saving.busy}
              onChoose={choose}
            />
          ) : null}
        </>
      )}
    </section>
  );
}
