import { optionsWords } from '../../lib/words/options.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { TruceMark } from '../ui/TruceMark.tsx';
import { Connection } from './Connection.tsx';
import { CrmPart } from './CrmPart.tsx';
import { inUse } from './crm-words.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { Keys } from './Keys.tsx';
import { Looks } from './Looks.tsx';
import { ManagedCard } from './ManagedCard.tsx';
import styles from './OptionsPage.module.css';
import { Outbox } from './Outbox.tsx';
import type { OptionsPageProps } from './props.ts';
import { Stored } from './Stored.tsx';
import { Team } from './Team.tsx';

const HERE = {};

/** One page to connect, to say where Truce works, and to see what this browser keeps and still has to send. */
export function OptionsPage(props: OptionsPageProps) {
  const { connection, stored, outbox, version, now, place = HERE } = props;
  const t = optionsWords().page;
  const fresh = connection.is === 'none' && !connection.refused;
  // Until one is connected and has a CRM, the page is the first one: it says what is still to do.
  const first =
    connection.is === 'connected' ? props.crms.length > 0 && !props.crms.some(inUse) : fresh;
  const role = connection.is === 'connected' ? connection.member.role : null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <TruceMark kind="word" />
        <span className={styles.version}>{t.version(version)}</span>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{first ? t.welcome : t.options}</h1>
        {first ? (
          <FirstSteps
            connected={role !== null}
            ready={props.crms.some(inUse)}
            sample={props.sample}
            browser={props.browser}
          />
        ) : null}
        {props.managed ? <ManagedCard managed={props.managed} /> : null}
        <Connection
          isKept={props.keptConnected ?? false}
          connection={connection}
          unsent={outbox.filter((each) => !each.foreign).length}
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
        <Looks
          looks={props.looks}
          onHome={props.onHome}
          onLists={props.onLists}
          onNotices={props.onNotices}
        />
        <Keys keys={props.keys} canOpenKeys={props.canOpenKeys} onOpenKeys={props.onOpenKeys} />
        {fresh && outbox.length === 0 && !props.outboxUnread ? null : (
          <Outbox
            items={outbox}
            isUnread={props.outboxUnread ?? false}
            now={now}
            place={place}
            onRetryItem={props.onRetryItem}
            onRetryAll={props.onRetryAll}
            onSaveOutbox={props.onSaveOutbox}
            onDropItem={props.onDropItem}
          />
        )}
        {fresh && stored.leads === 0 ? null : (
          <Stored
            stored={stored}
            unsent={outbox.length}
            now={now}
            place={place}
            onForgetLeads={props.onForgetLeads}
            onForgetAll={props.onForgetAll}
            onSaveOutbox={props.onSaveOutbox}
          />
        )}
      </main>
    </div>
  );
}
