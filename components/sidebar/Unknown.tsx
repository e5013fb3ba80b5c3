import type { ReactNode } from 'react';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { SavingState } from '../ui/SavingState.tsx';
import { Plain } from './Plain.tsx';
import type { SidebarProps, SidebarState } from './props.ts';
import { RegisterForm } from './RegisterForm.tsx';
import styles from './Unknown.module.css';

type Props = Pick<
  SidebarProps,
  'outbox' | 'disarmed' | 'onRegister' | 'onRetry' | 'onOpenOutbox'
> & {
  state: Extract<SidebarState, { is: 'unknown' | 'pageUnreadable' }>;
  toolbar: ReactNode;
};

/** Nobody is known here: what the page offered, and a way to tell marketing about this person. */
export function Unknown({ state, toolbar, outbox, disarmed, ...callbacks }: Props) {
  const t = readingWords();
  const { record, crmName } = state;
  const facts = state.is === 'unknown' ? state.facts : {};
  const offered = [
    [t.facts.record, `${crmName} ${t.recordKinds[record.kind]} ${record.id}`],
    [t.facts.name, facts.name],
    [t.facts.email, facts.email],
    [t.facts.company, facts.company],
    [t.facts.title, facts.title],
    [t.facts.phone, facts.phone],
    [t.facts.owner, facts.owner],
  ].filter((each): each is [string, string] => Boolean(each[1]));
  const unread = state.is === 'pageUnreadable';
  return (
    <Plain title={unread ? t.unread : t.unknown} toolbar={toolbar}>
      <p>{unread ? t.unreadMeans : t.unknownMeans}</p>
      <dl className={styles.offered}>
        {offered.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {unread ? (
        <div>
          <Button data-action="retry" onClick={callbacks.onRetry}>
            {t.readAgain}
          </Button>
        </div>
      ) : null}
      <RegisterForm facts={facts} disarmed={disarmed} onRegister={callbacks.onRegister} />
      <SavingState outbox={outbox} onOpenOutbox={callbacks.onOpenOutbox} />
    </Plain>
  );
}
