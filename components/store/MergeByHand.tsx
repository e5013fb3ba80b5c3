import { useState } from 'react';
import type { ByEmailAnswer } from '../../lib/contract/identity.ts';
import { done, type Problem } from '../../lib/contract/problem.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import lines from './Lines.module.css';
import styles from './Merges.module.css';
import type { MergesProps } from './props.ts';
import type { Says } from './Said.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Pick<MergesProps, 'onFind' | 'onMerge'> & { says: Says };
type Lead = NonNullable<ByEmailAnswer['lead']>;
type Pair = { kept: Lead; other: Lead };

/** Two addresses, both looked up first; joined only when it was seen whose they are. */
export function MergeByHand({ onFind, onMerge, says }: Props) {
  const t = storeWords().merges;
  const [typed, setTyped] = useState({ kept: '', other: '' });
  const [wrong, setWrong] = useState<Partial<Record<'kept' | 'other', 'unknown' | 'same'>>>({});
  const [pair, setPair] = useState<Pair | null>(null);
  const saving = useSaving();

  const change = (which: 'kept' | 'other', value: string) => {
    setTyped({ ...typed, [which]: value });
    setWrong({ ...wrong, [which]: undefined });
    setPair(null);
  };

  async function look() {
    await saving.run(async () => {
      const [kept, other] = await Promise.all([onFind(typed.kept), onFind(typed.other)]);
      const broken = [kept, other].find((answer) => !answer.ok && !isTyping(answer.problem));
      if (broken) return broken;
      const found = {
        kept: kept.ok ? kept.value.lead : null,
        other: other.ok ? other.value.lead : null,
      };
      const same = found.kept !== null && found.kept.leadId === found.other?.leadId;
      setWrong({
        ...(found.kept ? {} : { kept: 'unknown' }),
        ...(found.other ? (same ? { other: 'same' } : {}) : { other: 'unknown' }),
      });
      setPair(found.kept && found.other && !same ? { kept: found.kept, other: found.other } : null);
      return done(null);
    });
  }

  async function join({ kept, other }: Pair) {
    const ok = await says.act(() => onMerge(kept.leadId, other.leadId), {
      text: t.joined(kept.name ?? typed.kept, typed.other),
    });
    if (!ok) return;
    setTyped({ kept: '', other: '' });
    setPair(null);
  }

  return (
    <section className={lines.box} aria-label={t.byHand}>
      <form
        className={styles.form}
        noValidate
        data-form="merge"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <div className={styles.two}>
          <Field
            label={t.one}
            name="kept"
            type="email"
            autoComplete="off"
            ref={focusOnce}
            value={typed.kept}
            error={wrong.kept ? t[wrong.kept] : null}
            onChange={(event) => change('kept', event.target.value)}
          />
          <Field
            label={t.another}
            name="other"
            type="email"
            autoComplete="off"
            value={typed.other}
            error={wrong.other ? t[wrong.other] : null}
            onChange={(event) => change('other', event.target.value)}
          />
        </div>
        {pair ? (
          <div className={styles.pair} role="status" data-pair="">
            <p>
              <Fill
                text={t.become}
                one={<Who lead={pair.kept} address={typed.kept} />}
                other={<Who lead={pair.other} address={typed.other} />}
              />
            </p>
            <div className={lines.acts}>
              <Button
                kind="marketing"
                busy={says.busy}
                data-action="merge"
                onClick={() => void join(pair)}
              >
                {t.theyAre}
              </Button>
              <Button
                kind="quiet"
                data-action="no-merge"
                onClick={(event) => {
                  const { form } = event.currentTarget;
                  setPair(null);
                  thenFocus(form, '[name="other"]');
                }}
              >
                {t.theyAreNot}
              </Button>
            </div>
          </div>
        ) : (
          <div>
            <Button
              type="submit"
              busy={saving.busy}
              off={!typed.kept.trim() || !typed.other.trim()}
              data-action="look-up"
            >
              {t.lookUp}
            </Button>
          </div>
        )}
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      </form>
    </section>
  );
}

/** What was typed is no address: said at the field, like an address that nobody has. */
const isTyping = ({ code }: Problem): boolean => code === 'bad-request' || code === 'not-found';

const Who = ({ lead, address }: { lead: Lead; address: string }) => (
  <strong>
    <bdi>{lead.name ?? address}</bdi>
    {lead.company ? (
      <>
        {' '}
        (<bdi>{lead.company}</bdi>)
      </>
    ) : null}
  </strong>
);

/** What somebody just opened takes the focus where the first answer is. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
