import { useState } from 'react';
import type { ByEmailAnswer } from '../../lib/contract/identity.ts';
import { done, type Problem } from '../../lib/contract/problem.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
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
  const [typed, setTyped] = useState({ kept: '', other: '' });
  const [wrong, setWrong] = useState<Partial<Record<'kept' | 'other', string>>>({});
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
        ...(found.kept ? {} : { kept: UNKNOWN }),
        ...(found.other ? (same ? { other: SAME } : {}) : { other: UNKNOWN }),
      });
      setPair(found.kept && found.other && !same ? { kept: found.kept, other: found.other } : null);
      return done(null);
    });
  }

  async function join({ kept, other }: Pair) {
    const ok = await says.act(() => onMerge(kept.leadId, other.leadId), {
      text: `${kept.name ?? typed.kept} and ${typed.other} are one person now. Below it can be taken apart.`,
    });
    if (!ok) return;
    setTyped({ kept: '', other: '' });
    setPair(null);
  }

  return (
    <section className={lines.box} aria-label="Join two by hand">
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
            label="One address"
            name="kept"
            type="email"
            autoComplete="off"
            ref={focusOnce}
            value={typed.kept}
            error={wrong.kept ?? null}
            onChange={(event) => change('kept', event.target.value)}
          />
          <Field
            label="Another address of the same person"
            name="other"
            type="email"
            autoComplete="off"
            value={typed.other}
            error={wrong.other ?? null}
            onChange={(event) => change('other', event.target.value)}
          />
        </div>
        {pair ? (
          <div className={styles.pair} role="status" data-pair="">
            <p>
              <Who lead={pair.kept} address={typed.kept} /> and{' '}
              <Who lead={pair.other} address={typed.other} /> become one, with everything both did
              and all that sales said.
            </p>
            <div className={lines.acts}>
              <Button
                kind="marketing"
                busy={says.busy}
                data-action="merge"
                onClick={() => void join(pair)}
              >
                They are one person
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
                They are not
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
              Look both up
            </Button>
          </div>
        )}
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      </form>
    </section>
  );
}

const UNKNOWN = 'Nobody is known by this address.';
const SAME = 'These two are one person already.';

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
