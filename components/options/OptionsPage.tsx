import '../ui/tokens.css';
import '../ui/base.css';
import { TruceMark } from '../ui/TruceMark.tsx';
import { Connection } from './Connection.tsx';
import { CrmPart } from './CrmPart.tsx';
import { inUse } from './crm-words.ts';
import { FirstSteps } from './FirstSteps.tsx';
import styles from './OptionsPage.module.css';
import { Outbox } from './Outbox.tsx';
import type { OptionsPageProps } from './props.ts';
import { Stored } from './Stored.tsx';
import { Team } from './Team.tsx';

const HERE = {};

/** One page to connect, to say where Truce works, and to see what this browser keeps and still has to send. */
export function OptionsPage(props: OptionsPageProps) {
  const { connection, stored, outbox, version, now, place = HERE } = props;
  const fresh = connection.is === 'none' && !connection.refused;
  const role = connection.is === 'connected' ? connection.member.role : null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <TruceMark kind="word" />
        <span className={styles.version}>version {version}</span>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{fresh ? 'Welcome to Truce' : 'Options'}</h1>
        {fresh ? <FirstSteps ready={props.crms.some(inUse)} /> : null}
        <Connection
          connection={connection}
          unsent={outbox.length}
          now={now}
          place={place}
          onConnect={props.onConnect}
          onAskProvider={props.onAskProvider}
          onSignOn={props.onSignOn}
          onLetGo={props.onLetGo}
          onDisconnect={props.onDisconnect}
          onSaveOutbox={props.onSaveOutbox}
          onOpenReview={props.onOpenReview}
        />
        {role === 'admin' || role === 'marketer' ? (
          <Team role={role} alone={props.alone} onOpenStore={props.onOpenStore} />
        ) : null}
        <CrmPart {...props} admin={role === 'admin'} place={place} />
        {fresh && outbox.length === 0 ? null : (
          <Outbox
            items={outbox}
            now={now}
            place={place}
            onRetryItem={props.onRetryItem}
            onRetryAll={props.onRetryAll}
            onSaveOutbox={props.onSaveOutbox}
            onDropItem={props.onDropItem}
          />
        )}
        {fresh && stored.leads === 0 ? null : (
          <Stored stored={stored} now={now} place={place} onForgetLeads={props.onForgetLeads} />
        )}
      </main>
    </div>
  );
}
