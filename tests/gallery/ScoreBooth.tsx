import { useEffect, useState } from 'react';
import type { DeskState } from '../../components/review/props.ts';
import type { LearnedState, ScoreRoomState } from '../../components/score/props.ts';
import { ScoreRoom } from '../../components/score/ScoreRoom.tsx';
import { DRAFT } from './learned.ts';
import { NOW, PLACE } from './moment.ts';
import { ReviewBooth } from './ReviewBooth.tsx';
import { noted, saved } from './stub.ts';

type Props = { state: ScoreRoomState; desk: DeskState };

/** The room "Score" with a store behind it that keeps one draft. */
export function ScoreBooth({ state: given, desk }: Props) {
  const [state, setState] = useState(given);
  const [room, setRoom] = useState<'queue' | 'score'>('score');

  useEffect(() => {
    const moved = () => setRoom(location.hash === '#queue' ? 'queue' : 'score');
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);

  const change = (with_: (room: LearnedState) => Partial<LearnedState>) =>
    setState((now) => (now.is === 'learned' ? { ...now, ...with_(now) } : now));

  return (
    <ReviewBooth state={desk} room={room}>
      <ScoreRoom
        state={state}
        now={NOW}
        place={PLACE}
        onRefresh={noted('onRefresh')}
        onPutInDraft={saved('onPutInDraft', () =>
          change(({ learned }) => ({
            learned: { ...learned, draft: DRAFT },
          })),
        )}
        onNotNow={(suggestion) => {
          noted('onNotNow')(suggestion.ruleId);
          change(({ suggestions, aside }) => ({
            suggestions: suggestions.filter((each) => each !== suggestion),
            aside: aside + 1,
          }));
        }}
        onBringBack={() => {
          noted('onBringBack')();
          change(({ learned }) => ({ suggestions: learned.suggestions, aside: 0 }));
        }}
      />
    </ReviewBooth>
  );
}
