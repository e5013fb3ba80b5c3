/** Wires the room of the regular meeting: which days it is about stands in the address, so that it can be sent to somebody. */
import { useEffect } from 'react';
import { CheckInRoom } from '../../../components/check-in/CheckInRoom.tsx';
import { checkInRoom } from '../../../lib/desk/check-in.ts';
import { hashOf, type Period, periodFrom } from '../../../lib/desk/check-in-period.ts';
import { useCell } from '../../../lib/platform/use-cell.ts';
import { ask, page } from '../desk.ts';
import { useHash } from '../use-hash.ts';
import { useLooks } from '../use-looks.ts';

const meeting = checkInRoom({
  ask,
  connection: page.connection,
  now: Date.now,
  newId: () => crypto.randomUUID(),
});

export function CheckInPart({ now }: { now: number }) {
  const state = useCell(meeting.view);
  const hash = useHash();
  useEffect(() => meeting.open(periodFrom(hash)), [hash]);
  useLooks(meeting.refresh);
  return (
    <CheckInRoom
      state={state}
      now={now}
      onShow={show}
      onRefresh={meeting.refresh}
      onPrint={() => window.print()}
      onDecide={meeting.decide}
      onDone={meeting.setDone}
      onTakeBack={meeting.takeBack}
    />
  );
}

function show(period: Period): void {
  location.hash = hashOf(period);
}
