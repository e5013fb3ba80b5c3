import type { CheckInState } from '../../components/check-in/props.ts';
import { CheckInBooth } from './CheckInBooth.tsx';
import { OFFLINE } from './fixtures.ts';
import { FIRST, FULL, meeting, ODD, SMALL } from './meeting.ts';
import { REP } from './members.ts';
import { queue } from './review-screens.tsx';
import type { Pressed, Screens } from './screens.tsx';

const PERIOD = { weeks: 4 } as const;

const booth = (state: CheckInState) => () => <CheckInBooth state={state} desk={queue()} />;

export const checkInScreens: Screens = {
  'check-in-full': booth(meeting(FULL)),
  'check-in-few': booth(meeting(SMALL)),
  'check-in-first': booth(meeting(FIRST)),
  'check-in-odd': booth(meeting(ODD)),
  'check-in-stale': booth(meeting(FULL, { problem: OFFLINE })),
  'check-in-loading': booth({ is: 'loading', period: PERIOD }),
  'check-in-problem': booth({
    is: 'problem',
    period: PERIOD,
    problem: OFFLINE,
    retrying: false,
  }),
  'check-in-rep': () => (
    <CheckInBooth
      state={meeting(FULL, { member: REP })}
      desk={{ is: 'notMarketer', member: REP }}
    />
  ),
};

export const CHECK_IN_PRESSED: Record<string, Pressed> = {
  'check-in-own': { from: 'check-in-full', press: ['[data-action="own-days"]'] },
  'check-in-nothing-said': { from: 'check-in-full', press: ['[data-action="record"]'] },
};
