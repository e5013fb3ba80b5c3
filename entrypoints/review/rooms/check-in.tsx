/** Wires the room of the regular meeting. */
import { useEffect } from 'react';
import { CheckInRoom } from '../../../components/check-in/CheckInRoom.tsx';
import { checkInRoom } from '../../../lib/desk/check-in.ts';
import { useCell } from '../../../lib/platform/use-cell.ts';
import { ask, page } from '../desk.ts';
import { useLooks } from '../use-looks.ts';

const meeting = checkInRoom({
  ask,
  connection: page.connection,
  now: Date.now,
  newId: () => crypto.randomUUID(),
});

export function CheckInPart({ now }: { now: number }) {
  const state = useCell(meeting.view);
  useEffect(() => meeting.open(), []);
  useLooks(meeting.open);
  return (
    <CheckInRoom
      state={state}
      now={now}
      onShow={meeting.show}
      onRefresh={meeting.refresh}
      onPrint={() => window.print()}
      onDecide={meeting.decide}
      onDone={meeting.setDone}
      onTakeBack={meeting.takeBack}
    />
  );
}
