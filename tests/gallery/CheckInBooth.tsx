import { useState } from 'react';
import { CheckInRoom } from '../../components/check-in/CheckInRoom.tsx';
import type { CheckInState, Decided } from '../../components/check-in/props.ts';
import type { DeskState } from '../../components/review/props.ts';
import type { Decision } from '../../lib/contract/check-in.ts';
import { id, NOW, PLACE } from './moment.ts';
import { ReviewBooth } from './ReviewBooth.tsx';
import { noted, saved } from './stub.ts';

type Props = { state: CheckInState; desk: DeskState };

/** The room of the meeting with a store behind it that keeps decisions. */
export function CheckInBooth({ state: given, desk }: Props) {
  const [state, setState] = useState(given);
  const decisions = (of: (all: Decision[]) => Decision[]) =>
    setState((now) =>
      now.is === 'meeting'
        ? { ...now, checkIn: { ...now.checkIn, decisions: of(now.checkIn.decisions) } }
        : now,
    );
  const at = new Date(NOW).toISOString();
  return (
    <ReviewBooth state={desk} room="check-in">
      <CheckInRoom
        state={state}
        now={NOW}
        place={PLACE}
        onShow={(period) => {
          noted('onShow')(period);
          setState((now) =>
            now.is === 'meeting' && 'from' in period
              ? { ...now, period, checkIn: { ...now.checkIn, ...period } }
              : { ...now, period },
          );
        }}
        onRefresh={noted('onRefresh')}
        onPrint={noted('onPrint')}
        onDecide={(decided: Decided) =>
          saved('onDecide', () =>
            decisions((all) => [
              ...all,
              {
                ...decided,
                decisionId: id(990 + all.length),
                at,
                by: 'Ines Moreau',
                doneAt: null,
              },
            ]),
          )(decided)
        }
        onDone={(decisionId, done) =>
          saved('onDone', () =>
            decisions((all) =>
              all.map((each) =>
                each.decisionId === decisionId ? { ...each, doneAt: done ? at : null } : each,
              ),
            ),
          )([decisionId, done])
        }
        onTakeBack={(decisionId) =>
          saved('onTakeBack', () =>
            decisions((all) => all.filter((each) => each.decisionId !== decisionId)),
          )(decisionId)
        }
      />
    </ReviewBooth>
  );
}
