import type { ScoreRoomState } from '../../components/score/props.ts';
import { OFFLINE } from './fixtures.ts';
import { DRAFT, LEARNED, room } from './learned.ts';
import { EARLY, FEW, NONE } from './learned-little.ts';
import { REP } from './members.ts';
import { before } from './moment.ts';
import { queue } from './review-screens.tsx';
import { ScoreBooth } from './ScoreBooth.tsx';
import type { Screens } from './screens.tsx';

const booth = (state: ScoreRoomState) => () => (
  <ScoreBooth state={state} desk={queue('member' in state ? { member: state.member } : {})} />
);

const DRAFTED = { ...LEARNED, draft: DRAFT };
export const scoreScreens: Screens = {
  'score-full': booth(room(LEARNED)),
  'score-draft': booth(room(DRAFTED)),
  'score-few': booth(room(FEW)),
  'score-early': booth(room(EARLY)),
  'score-none': booth(room(NONE)),
  'score-settled': booth(
    room({
      ...LEARNED,
      suggestions: [],
      suspicions: [],
      line: LEARNED.line && { ...LEARNED.line, points: 20 },
      bands: LEARNED.bands.slice(0, 6),
      drift: { months: LEARNED.drift.months.slice(0, 6), inputs: LEARNED.drift.inputs.slice(2) },
      agreement: {
        pairs: 41,
        same: 34,
        unusual: [{ name: 'Tomas Reyes', n: 64, accepted: 12, promised: 0.51 }],
      },
    }),
  ),
  'score-aside': booth(
    room(LEARNED, { suggestions: LEARNED.suggestions.slice(1), aside: 1, refreshing: true }),
  ),
  'score-stale': booth(room(LEARNED, { problem: OFFLINE })),
  'score-rescoring': booth(
    room({
      ...LEARNED,
      rescoring: {
        version: 8,
        startedAt: before(40_000),
        total: 60_000,
        done: 12_400,
        finishedAt: null,
      },
    }),
  ),
  'score-rescored': booth(
    room({
      ...NONE,
      rescoring: {
        version: 8,
        startedAt: before(140_000),
        total: 60_000,
        done: 60_000,
        finishedAt: before(20_000),
      },
    }),
  ),
  'score-loading': booth({ is: 'loading' }),
  'score-problem': booth({ is: 'problem', problem: OFFLINE, retrying: false }),
  'score-not-marketer': () => (
    <ScoreBooth state={{ is: 'loading' }} desk={{ is: 'notMarketer', member: REP }} />
  ),
};
