import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { AllowHere } from './AllowHere.tsx';
import styles from './Popup.module.css';
import type { PopupProps, TabView } from './props.ts';
import { TeachHere } from './TeachHere.tsx';
import { UseHere } from './UseHere.tsx';

type Props = Pick<
  PopupProps,
  'onUseHere' | 'onAllowHere' | 'onTeachHere' | 'onOpenSidebar' | 'crms'
> & { tab: TabView };

/** Whether the sidebar works in the tab in front, and what to do when it does not. */
export function ThisTab(props: Props) {
  const { tab, crms, onUseHere, onAllowHere, onTeachHere, onOpenSidebar } = props;
  switch (tab.is) {
    case 'loading':
      return (
        <Part title="This tab">
          <p role="status">Looking at this tab.</p>
        </Part>
      );
    case 'record':
      return (
        <Part
          title={
            tab.lead ? (
              <bdi>{tab.lead}</bdi>
            ) : tab.known ? (
              'A lead without a name'
            ) : (
              'No lead known here'
            )
          }
        >
          <p className={styles.muted}>
            A record in {tab.crmName}
            {tab.known ? '' : '. You can register this person in the sidebar'}.
          </p>
          <div className={styles.act}>
            {tab.open ? (
              <p>The sidebar is open.</p>
            ) : (
              <Button kind="marketing" data-action="open-sidebar" onClick={onOpenSidebar}>
                Open the sidebar
              </Button>
            )}
          </div>
          <TeachHere onTeachHere={onTeachHere}>
            Is something read wrongly? Teach Truce this CRM anew
          </TeachHere>
        </Part>
      );
    case 'crm':
      return (
        <Part title={`${tab.crmName}, but no person’s record`}>
          <p className={styles.muted}>Open a lead or a contact and the sidebar comes by itself.</p>
          <TeachHere onTeachHere={onTeachHere}>
            Is this somebody’s record? Teach Truce this CRM anew
          </TeachHere>
        </Part>
      );
    case 'other':
      return (
        <Part title="Truce does not read this site">
          <p className={styles.muted}>
            If <bdi>{tab.site}</bdi> is your CRM, say which one it is. Your browser then asks for
            your permission.
          </p>
          <UseHere key={tab.site} crms={crms} guess={tab.guess} onUseHere={onUseHere} />
          <TeachHere onTeachHere={onTeachHere}>
            My CRM is not in the list: teach Truce this CRM
          </TeachHere>
        </Part>
      );
    case 'noPermission':
      return (
        <Part title="The browser’s permission is missing">
          <p className={styles.muted}>
            Truce may not read <bdi>{tab.site}</bdi> any more, so it cannot show a lead here.
          </p>
          <AllowHere key={tab.site} onAllowHere={onAllowHere} />
        </Part>
      );
    case 'impossible':
      return (
        <Part title="No sidebar in this tab">
          <p className={styles.muted}>The sidebar cannot be shown here because {tab.why}.</p>
        </Part>
      );
  }
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label="This tab">
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
