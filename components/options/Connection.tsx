import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import text from '../ui/text.module.css';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { count, roles } from '../ui/words.ts';
import { Card } from './Card.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import styles from './Connection.module.css';
import { OwnDevices } from './OwnDevices.tsx';
import type { ConnectionView, OptionsCallbacks } from './props.ts';

type Props = Pick<
  OptionsCallbacks,
  | 'onConnect'
  | 'onAskProvider'
  | 'onSignOn'
  | 'onDisconnect'
  | 'onLetGo'
  | 'onSaveOutbox'
  | 'onOpenReview'
> & { connection: ConnectionView; unsent: number; now: number; place: Place };

/** To which store, as whom. */
export function Connection({ connection, unsent, now, place, ...callbacks }: Props) {
  if (connection.is === 'loading') {
    return (
      <Card anchor="connection" title="Connection">
        <p role="status">Looking whether this browser is connected.</p>
      </Card>
    );
  }
  if (connection.is === 'none') {
    return (
      <Card
        anchor="connection"
        title="Connect to your team’s store"
        lead="Whoever runs Truce in your team gives you an invitation link, or the address and a way to sign in."
      >
        {connection.refused ? (
          <Notice tone="strong">
            <p className={text.strong}>The store no longer knows this browser</p>
            <p>
              Somebody let it go, or it was not used for a long time. What you said stays saved
              here, and is sent when you connect again as yourself.
            </p>
          </Notice>
        ) : null}
        <ConnectForm
          store={connection.store}
          onConnect={callbacks.onConnect}
          onAskProvider={callbacks.onAskProvider}
          onSignOn={callbacks.onSignOn}
        />
      </Card>
    );
  }
  return (
    <Connected connection={connection} unsent={unsent} now={now} place={place} {...callbacks} />
  );
}

type ConnectedProps = Omit<Props, 'connection' | 'onConnect' | 'onAskProvider' | 'onSignOn'> & {
  connection: Extract<ConnectionView, { is: 'connected' }>;
};

function Connected({
  connection,
  unsent,
  now,
  place,
  onDisconnect,
  onLetGo,
  onSaveOutbox,
  onOpenReview,
}: ConnectedProps) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { member, store, devices } = connection;
  const facts = [
    ['Workspace', member.workspace.name],
    ['You', member.email ? `${member.name}, ${member.email}` : member.name],
    ['Role', roles()[member.role]],
    ['Store', store],
  ];
  const disconnect = () => void saving.run(onDisconnect);
  return (
    <Card anchor="connection" title="Connected">
      <dl className={styles.facts} data-state="connected">
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      <OwnDevices devices={devices} now={now} place={place} onLetGo={onLetGo} />
      <div className={styles.buttons}>
        {member.role === 'rep' ? null : (
          <Button data-action="review" onClick={onOpenReview}>
            Open the review desk
          </Button>
        )}
        <Button
          kind="quiet"
          busy={saving.busy}
          data-action="disconnect"
          onClick={() => (unsent > 0 ? setAsking(true) : disconnect())}
        >
          Disconnect
        </Button>
      </div>
      {asking ? (
        <Confirm
          title={`${count(unsent, 'thing')} you said ${unsent === 1 ? 'is' : 'are'} not sent yet`}
          act="Disconnect anyway"
          keep="Stay connected"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            disconnect();
          }}
        >
          <p>
            They stay saved in this browser, and are sent only if you connect to this store as{' '}
            {member.name} again. To be sure, save them as a file first.
          </p>
          <p className={styles.file}>
            <Button size="small" onClick={onSaveOutbox}>
              Save as file
            </Button>
          </p>
        </Confirm>
      ) : null}
    </Card>
  );
}
