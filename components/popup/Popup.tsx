import '../ui/tokens.css';
import '../ui/base.css';
import { Button } from '../ui/Button.tsx';
import { SavingState } from '../ui/SavingState.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import { roles } from '../ui/words.ts';
import styles from './Popup.module.css';
import type { PopupProps } from './props.ts';
import { ThisTab } from './ThisTab.tsx';

/** Where am I, does it work here, is everything sent; and the doors to the rest. */
export function Popup(props: PopupProps) {
  const { connection, tab, outbox, onOpenOptions, onOpenReview } = props;
  const member = connection.is === 'connected' ? connection.member : null;
  return (
    <main className={styles.popup}>
      <header className={styles.head}>
        <h1>
          <TruceMark kind="word" />
        </h1>
        {member ? (
          <p className={styles.who}>
            <bdi>{member.name}</bdi>, {roles()[member.role]}
          </p>
        ) : null}
      </header>
      {connection.is === 'none' ? (
        <section className={styles.part} aria-label="Connection">
          <p className={styles.title}>Not connected to a store yet</p>
          <p className={styles.muted}>It takes the store’s address and a one-time code.</p>
          <div className={styles.act}>
            <Button kind="marketing" data-action="connect" onClick={onOpenOptions}>
              Connect
            </Button>
          </div>
        </section>
      ) : null}
      {connection.is === 'loading' ? null : (
        <ThisTab
          tab={tab}
          crms={props.crms}
          onUseHere={props.onUseHere}
          onAllowHere={props.onAllowHere}
          onTeachHere={props.onTeachHere}
          onOpenSidebar={props.onOpenSidebar}
        />
      )}
      <footer className={styles.foot}>
        <div className={styles.state}>
          <SavingState outbox={outbox} onOpenOutbox={onOpenOptions} />
          <span className={styles.store}>{storeWords(connection)}</span>
        </div>
        <div className={styles.doors}>
          {member && member.role !== 'rep' ? (
            <Button size="small" wide data-action="review" onClick={onOpenReview}>
              Review desk
            </Button>
          ) : null}
          <Button size="small" wide data-action="options" onClick={onOpenOptions}>
            Options
          </Button>
        </div>
      </footer>
    </main>
  );
}

function storeWords(connection: PopupProps['connection']): string {
  if (connection.is === 'loading') return '';
  if (connection.is === 'none') return 'store: not connected';
  return connection.problem ? 'store: does not answer' : 'store: connected';
}
