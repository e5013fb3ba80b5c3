import type { ReactNode } from 'react';
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
  const { record, crmName } = state;
  const facts = state.is === 'unknown' ? state.facts : {};
  const offered = [
    ['Record', `${crmName} ${record.kind} ${record.id}`],
    ['Name', facts.name],
    ['Email', facts.email],
    ['Company', facts.company],
    ['Title', facts.title],
    ['Phone', facts.phone],
    ['Owner', facts.owner],
  ].filter((each): each is [string, string] => Boolean(each[1]));
  const unread = state.is === 'pageUnreadable';
  return (
    <Plain
      title={unread ? 'This page gave no name and no email' : 'No lead known here'}
      toolbar={toolbar}
    >
      <p>
        {unread
          ? 'Truce sees which record this is, but the page shows nothing to recognise the person by, and the record alone is not known.'
          : 'Marketing has nothing about this person under this record or this email.'}
      </p>
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
            Read the page again
          </Button>
        </div>
      ) : null}
      <RegisterForm facts={facts} disarmed={disarmed} onRegister={callbacks.onRegister} />
      <SavingState outbox={outbox} onOpenOutbox={callbacks.onOpenOutbox} />
    </Plain>
  );
}
