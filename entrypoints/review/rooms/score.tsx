/** Wires the room that asks whether the score is honest. */
import { useEffect } from 'react';
import { ScoreRoom } from '../../../components/score/ScoreRoom.tsx';
import { notNowStore } from '../../../lib/desk/not-now.ts';
import { scoreRoom } from '../../../lib/desk/score-room.ts';
import { useCell } from '../../../lib/platform/use-cell.ts';
import { ask, page } from '../desk.ts';
import { useLooks } from '../use-looks.ts';

const score = scoreRoom({ ask, connection: page.connection, notNow: notNowStore });

export function ScorePart({ now }: { now: number }) {
  const state = useCell(score.view);
  useEffect(() => void score.open(), []);
  useLooks(() => void score.open());
  return (
    <ScoreRoom
      state={state}
      now={now}
      onRefresh={score.refresh}
      onPutInDraft={score.putInDraft}
      onNotNow={score.setAside}
      onBringBack={score.bringBack}
    />
  );
}
