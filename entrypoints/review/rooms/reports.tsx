/** Wires the room of reports: what is looked at stands in the address, so that it can be sent to somebody. */
import { useEffect } from 'react';
import type { ReportChoice } from '../../../components/reports/props.ts';
import { ReportsRoom } from '../../../components/reports/ReportsRoom.tsx';
import { choiceFrom, hashOf } from '../../../lib/desk/report-choice.ts';
import { reportsRoom } from '../../../lib/desk/reports-room.ts';
import { useCell } from '../../../lib/platform/use-cell.ts';
import { ask, page } from '../desk.ts';
import { savePicture, saveTable } from '../files.ts';
import { useHash } from '../use-hash.ts';
import { useLooks } from '../use-looks.ts';
import { openLead } from './open-lead.ts';

const reports = reportsRoom({ ask, connection: page.connection, now: Date.now });
const { panels } = reports;

export function ReportsPart({ now }: { now: number }) {
  const hash = useHash();
  const asked = useCell(reports.asked);
  const connection = useCell(page.connection);
  useEffect(() => reports.open(choiceFrom(hash)), [hash]);
  useLooks(reports.again);
  const { days } = asked;
  return (
    <ReportsRoom
      {...asked}
      panels={usePanels()}
      behind={useCell(reports.behind.view)}
      mayDecide={connection?.member.role === 'admin'}
      now={now}
      onChoose={choose}
      onRetry={reports.retry}
      onLook={reports.look}
      onAllowRepFigures={reports.allowRepFigures}
      onMoreBehind={reports.behind.more}
      onCloseBehind={reports.behind.close}
      onOpenLead={openLead}
      onAllBehind={reports.behind.all}
      onSaveTable={(name, rows) => saveTable(name, daysOf(name) ?? days, rows)}
      onSavePicture={(name, picture) => savePicture(name, daysOf(name) ?? days, picture)}
    />
  );
}

function choose(choice: ReportChoice): void {
  location.hash = hashOf(choice);
}

/** @returns the days of what a panel shows: those on the page may be others already while it is asked again */
function daysOf(name: string) {
  const panel = Object.entries(panels).find(([each]) => each === name)?.[1];
  return panel?.view.get().query ?? null;
}

function usePanels() {
  return {
    funnel: useCell(panels.funnel.view),
    calibration: useCell(panels.calibration.view),
    acceptance: useCell(panels.acceptance.view),
    reasons: useCell(panels.reasons.view),
    delays: useCell(panels.delays.view),
    rules: useCell(panels.rules.view),
    sourced: useCell(panels.sourced.view),
    recycled: useCell(panels.recycled.view),
    agreement: useCell(panels.agreement.view),
    drift: useCell(panels.drift.view),
  };
}
