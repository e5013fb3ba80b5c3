import { FEWEST } from '../../lib/contract/reports.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { AcceptancePanel } from './AcceptancePanel.tsx';
import { AgreementPanel } from './AgreementPanel.tsx';
import { BehindDialog } from './BehindDialog.tsx';
import { CalibrationPanel } from './CalibrationPanel.tsx';
import { Controls } from './Controls.tsx';
import { DelaysPanel } from './DelaysPanel.tsx';
import { DriftPanel } from './DriftPanel.tsx';
import { FunnelPanel } from './FunnelPanel.tsx';
import type { ReportsRoomProps } from './props.ts';
import { ReasonsPanel } from './ReasonsPanel.tsx';
import { RecycledPanel } from './RecycledPanel.tsx';
import styles from './ReportsRoom.module.css';
import { RulesPanel } from './RulesPanel.tsx';
import { SourcedPanel } from './SourcedPanel.tsx';

const HERE = {};

/** What became of leads: each panel asks one question, answers it in a sentence, and shows what speaks for the answer. */
export function ReportsRoom(props: ReportsRoomProps) {
  const t = reportWords();
  const { panels, behind } = props;
  const room = { ...props, place: props.place ?? HERE };
  return (
    <main className={styles.room}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t.title}</h1>
        <p className={styles.how}>
          {t.rates(FEWEST)} {t.intervals}
        </p>
      </div>
      <Controls room={room} />
      <div className={styles.grid}>
        <FunnelPanel loaded={panels.funnel} room={room} />
        <CalibrationPanel loaded={panels.calibration} room={room} />
        <AcceptancePanel loaded={panels.acceptance} room={room} />
        <DelaysPanel loaded={panels.delays} room={room} />
        <ReasonsPanel loaded={panels.reasons} room={room} />
        <RulesPanel loaded={panels.rules} room={room} />
        <SourcedPanel loaded={panels.sourced} room={room} />
        <RecycledPanel loaded={panels.recycled} room={room} />
        <AgreementPanel loaded={panels.agreement} room={room} />
        <DriftPanel loaded={panels.drift} room={room} />
      </div>
      {behind ? (
        <BehindDialog
          behind={behind}
          now={room.now}
          place={room.place}
          onMore={props.onMoreBehind}
          onClose={props.onCloseBehind}
          onOpenLead={props.onOpenLead}
          onAll={props.onAllBehind}
          onSaveTable={props.onSaveTable}
        />
      ) : null}
    </main>
  );
}
