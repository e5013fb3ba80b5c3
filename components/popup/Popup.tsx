import '../ui/tokens.css';
import '../ui/base.css';
import { useLayoutEffect, useRef } from 'react';
import { popupWords } from '../../lib/words/popup.ts';
import { Button } from '../ui/Button.tsx';
import { SavingState } from '../ui/SavingState.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import { roles } from '../ui/words.ts';
import { Day } from './Day.tsx';
import { Paused, PauseSwitch } from './Pause.tsx';
import styles from './Popup.module.css';
import type { PopupProps } from './props.ts';
import { ThisTab } from './ThisTab.tsx';
import { Unsent } from './Unsent.tsx';
import { useLineKeys } from './use-line-keys.ts';

const HERE = {};

/** Who first, what needs me, where am I, is everything sent; and the doors to the rest. */
export function Popup(props: PopupProps) {
  const { connection, outbox, paused, place = HERE, onOpenOptions, onOpenReview } = props;
  const t = popupWords();
  useLineKeys();
  useFocusKept(paused);
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
      {paused ? <Paused onPause={props.onPause} /> : null}
      {connection.is === 'none' ? (
        <section className={styles.part} aria-label={t.connection}>
          <p className={styles.title}>{t.notConnected}</p>
          <p className={styles.muted}>{t.notConnectedHow}</p>
          <div className={styles.act}>
            <Button kind="marketing" data-action="connect" onClick={onOpenOptions}>
              {t.connect}
            </Button>
          </div>
        </section>
      ) : (
        <Day {...props} place={place} />
      )}
      {connection.is === 'loading' || paused ? null : <ThisTab {...props} />}
      <Unsent {...props} place={place} />
      <footer className={styles.foot}>
        <div className={styles.state}>
          <SavingState outbox={outbox} onOpenOutbox={onOpenOptions} />
          <span className={styles.store}>{storeWords(connection)}</span>
        </div>
        {paused ? null : <PauseSwitch onPause={props.onPause} />}
        <div className={styles.doors}>
          {member ? (
            <Button size="small" wide data-action="review" onClick={onOpenReview}>
              {member.role === 'rep' ? t.definition : t.review}
            </Button>
          ) : null}
          <Button size="small" wide data-action="options" onClick={onOpenOptions}>
            {t.options}
          </Button>
        </div>
      </footer>
    </main>
  );
}

/** The switch for pausing makes way for the button that ends the pause, and back: the focus goes along. */
function useFocusKept(paused: boolean): void {
  const before = useRef(paused);
  useLayoutEffect(() => {
    if (before.current === paused) return;
    before.current = paused;
    if (document.activeElement !== document.body) return;
    const place = paused ? 'resume' : 'switch';
    document.querySelector<HTMLElement>(`[data-action="${place}"]`)?.focus();
  }, [paused]);
}

function storeWords(connection: PopupProps['connection']): string {
  const t = popupWords();
  if (connection.is === 'loading') return '';
  if (connection.is === 'none') return t.storeNone;
  return connection.problem ? t.storeSilent : t.storeThere;
}
