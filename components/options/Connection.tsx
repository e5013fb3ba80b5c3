import { useState } from 'react';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import text from '../ui/text.module.css';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { roles } from '../ui/words.ts';
import { Card } from './Card.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import styles from './Connection.module.css';
import { OwnDevices } from './OwnDevices.tsx';
import { Parting } from './Parting.tsx';
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
> & {
  connection: ConnectionView;
  /** The organisation keeps it connected. */
  isKept: boolean;
  unsent: number;
  now: number;
  place: Place;
};

/** To which store, as whom. */
export function Connection({ connection, isKept, unsent, now, place, ...callbacks }: Props) {
  const t = optionsWords().connection;
  if (connection.is === 'loading') {
    return (
      <Card anchor="connection" title={t.title}>
        <p role="status">{t.looking}</p>
      </Card>
    );
  }
  if (connection.is === 'none') {
    return (
      <Card anchor="connection" title={t.connectTitle} lead={t.connectLead}>
        {connection.refused ? (
          <Notice tone="strong">
            <p className={text.strong}>{t.refused}</p>
            <p>{t.refusedHelp}</p>
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
    <Connected
      connection={connection}
      isKept={isKept}
      unsent={unsent}
      now={now}
      place={place}
      {...callbacks}
    />
  );
}

type ConnectedProps = Omit<Props, 'connection' | 'onConnect' | 'onAskProvider' | 'onSignOn'> & {
  connection: Extract<ConnectionView, { is: 'connected' }>;
};

function Connected({
  connection,
  isKept,
  unsent,
  now,
  place,
  onDisconnect,
  onLetGo,
  onSaveOutbox,
  onOpenReview,
}: ConnectedProps) {
  const t = optionsWords().connection;
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { member, store, devices } = connection;
  const facts = [
    [t.workspace, member.workspace.name],
    [t.you, member.email ? `${member.name}, ${member.email}` : member.name],
    [t.role, roles()[member.role]],
    [t.store, store],
  ];
  const disconnect = () => void saving.run(() => onDisconnect('keep'));
  return (
    <Card anchor="connection" title={t.connected}>
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
        <Button data-action="review" onClick={onOpenReview}>
          {member.role === 'rep' ? t.definition : t.review}
        </Button>
        {isKept ? null : (
          <Button
            kind="quiet"
            busy={saving.busy}
            data-action="disconnect"
            onClick={() => (unsent > 0 ? setAsking(true) : disconnect())}
          >
            {t.disconnect}
          </Button>
        )}
      </div>
      {asking ? (
        <Parting
          unsent={unsent}
          name={member.name}
          onDisconnect={onDisconnect}
          onSaveOutbox={onSaveOutbox}
          onStay={() => setAsking(false)}
        />
      ) : null}
    </Card>
  );
}
