import type { ReactNode } from 'react';
import { popupWords } from '../../lib/words/popup.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { AllowHere } from './AllowHere.tsx';
import styles from './Popup.module.css';
import type { PopupProps, TabView } from './props.ts';
import { TeachHere } from './TeachHere.tsx';
import { UseHere } from './UseHere.tsx';

type Props = Pick<
  PopupProps,
  'onUseHere' | 'onAllowHere' | 'onTeachHere' | 'onOpenSidebar' | 'onOpenBeside' | 'crms' | 'closed'
> & { tab: TabView };

/** Whether the sidebar works in the tab in front, and what to do when it does not. */
export function ThisTab(props: Props) {
  const { tab, crms, closed, onUseHere, onAllowHere, onTeachHere } = props;
  const t = popupWords();
  switch (tab.is) {
    case 'loading':
      return (
        <Part title={t.thisTab}>
          <p role="status">{t.looking}</p>
        </Part>
      );
    case 'record':
      return <RecordHere {...props} tab={tab} />;
    case 'crm':
      return (
        <Part title={t.noRecord(tab.crmName)}>
          <p className={styles.muted}>{t.noRecordHow}</p>
          {closed.teach ? null : <TeachHere onTeachHere={onTeachHere}>{t.isRecord}</TeachHere>}
        </Part>
      );
    case 'other':
      return closed.sites ? (
        <Part title={t.notRead}>
          <p className={styles.muted}>
            <Fill text={t.notReadClosed} site={<bdi>{tab.site}</bdi>} />
          </p>
        </Part>
      ) : (
        <Part title={t.notRead}>
          <p className={styles.muted}>
            <Fill text={t.notReadHow} site={<bdi>{tab.site}</bdi>} />
          </p>
          <UseHere key={tab.site} crms={crms} guess={tab.guess} onUseHere={onUseHere} />
          {closed.teach ? null : <TeachHere onTeachHere={onTeachHere}>{t.notInList}</TeachHere>}
        </Part>
      );
    case 'noPermission':
      return (
        <Part title={t.noPermission}>
          <p className={styles.muted}>
            <Fill text={t.noPermissionHow} site={<bdi>{tab.site}</bdi>} />
          </p>
          <AllowHere key={tab.site} onAllowHere={onAllowHere} />
        </Part>
      );
    case 'impossible':
      return (
        <Part title={t.impossible}>
          <p className={styles.muted}>{t.because[tab.why]}</p>
          {tab.why === 'headers' && props.onOpenBeside ? (
            <div className={styles.act}>
              <Button kind="marketing" data-action="open-beside" onClick={props.onOpenBeside}>
                {t.openBeside}
              </Button>
            </div>
          ) : null}
        </Part>
      );
  }
}

type RecordProps = Props & { tab: Extract<TabView, { is: 'record' }> };

function RecordHere({ tab, closed, onTeachHere, onOpenSidebar, onOpenBeside }: RecordProps) {
  const t = popupWords();
  const nobody = tab.known ? t.noName : t.unknownHere;
  return (
    <Part title={tab.lead ? <bdi>{tab.lead}</bdi> : nobody}>
      <p className={styles.muted}>
        {tab.known ? t.aRecord(tab.crmName) : t.aRecordUnknown(tab.crmName)}
      </p>
      <div className={styles.act}>
        {tab.beside && onOpenBeside ? (
          <Button kind="marketing" data-action="open-beside" onClick={onOpenBeside}>
            {t.openBeside}
          </Button>
        ) : tab.open ? (
          <p>{t.isOpen}</p>
        ) : (
          <Button kind="marketing" data-action="open-sidebar" onClick={onOpenSidebar}>
            {t.openSidebar}
          </Button>
        )}
      </div>
      {closed.teach ? null : <TeachHere onTeachHere={onTeachHere}>{t.readWrongly}</TeachHere>}
    </Part>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={popupWords().thisTab}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
