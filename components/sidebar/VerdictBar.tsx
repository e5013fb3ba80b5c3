import { useLayoutEffect, useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { SavingState } from '../ui/SavingState.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { Given } from './Given.tsx';
import type { LeadState, SidebarProps, VerdictSaid } from './props.ts';
import { Sla } from './Sla.tsx';
import { choices, lastVerdict, mayBeSaid, stageNow, stepAt } from './said.ts';
import { UndoBar } from './UndoBar.tsx';
import { useVerdictKeys } from './use-verdict-keys.ts';
import styles from './VerdictBar.module.css';
import { VerdictButtons } from './VerdictButtons.tsx';
import { VerdictForm } from './VerdictForm.tsx';
import { Warnings } from './Warnings.tsx';

type Props = Omit<SidebarProps, 'state' | 'place'> & {
  state: LeadState;
  said: FeedbackEntry[];
  place: Place;
};

/** These need a reason or a date, so they open a form; the others are said with one press. */
const NEEDS_FORM: readonly VerdictKind[] = ['rejected', 'disqualified', 'recycled'];

/** Where sales answers: always in view, honest about saving, one step at a time. */
export function VerdictBar(props: Props) {
  const { state, said, outbox, undo, disarmed, now, place, onVerdict } = props;
  const [open, setOpen] = useState<VerdictKind | null>(null);
  const [changing, setChanging] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const focusNext = useRef<string | null>(null);
  const saving = useSaving();

  const last = lastVerdict(said);
  const step = stepAt(stageNow(state));
  const { handoff } = state.card;
  const answered = last !== null && (handoff === null || last.madeAt >= handoff.at);
  const undoable = undo && undo.until > now ? undo : null;
  // What was said last is what can be undone. A verdict settles first; a flag holds up nothing.
  const settling = undoable !== null && state.unsent[0]?.kind === 'verdict';
  const asking = !settling && (changing || mayBeSaid(step, last));
  const offered = choices(changing ? 'done' : step, last);

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
    if (NEEDS_FORM.includes(verdict)) setOpen(verdict);
    else void give({ verdict, reason: null, note: '', until: null });
  }

  function cancel() {
    focusNext.current = `[data-verdict="${open}"]`;
    saving.clear();
    setOpen(null);
  }

  useVerdictKeys(asking && !open ? offered : [], choose);

  return (
    <section ref={bar} tabIndex={-1} className={styles.bar} aria-label="Verdict" data-step={step}>
      {open ? null : <Warnings warnings={state.card.warnings} />}
      {undoable ? (
        <UndoBar
          undo={undoable}
          now={now}
          onUndo={props.onUndo}
          onGone={() => bar.current?.focus({ preventScroll: true })}
        />
      ) : null}
      {last && step !== 'first' && !open && !settling ? (
        <Given
          entry={last}
          unsent={state.unsent.some((entry) => entry.id === last.id) && outbox.waiting > 0}
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
      {open ? null : (
        <div className={styles.state}>
          <Sla handoff={handoff} answered={answered} now={now} place={place} />
          <SavingState outbox={outbox} onOpenOutbox={props.onOpenOutbox} />
        </div>
      )}
      {saving.problem && !open ? (
        <ProblemNotice problem={saving.problem} safe="Not saved: nothing was recorded." />
      ) : null}
      {asking && !open ? (
        <VerdictButtons
          offered={offered}
          disarmed={disarmed}
          busy={saving.busy}
          onChoose={choose}
        />
      ) : null}
      {asking && open ? (
        <VerdictForm
          key={open}
          verdict={open}
          reasons={reasonsOf(state, open)}
          saving={saving}
          disarmed={disarmed}
          now={now}
          place={place}
          onSend={give}
          onCancel={cancel}
        />
      ) : null}
    </section>
  );
}

function reasonsOf({ card }: LeadState, verdict: VerdictKind) {
  const { rejected, disqualified, recycled } = card.definition.reasons;
  if (verdict === 'rejected') return rejected;
  return verdict === 'disqualified' ? disqualified : recycled;
}
