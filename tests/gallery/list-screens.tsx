/** The card of a row in every state. */
import { RowCard, type RowCardProps } from '../../components/list/RowCard.tsx';
import type { LeadInBrief } from '../../lib/contract/look-up.ts';
import { CARD, OFFLINE, said } from './fixtures.ts';
import { lead } from './lead-state.ts';
import { HOUR, NOW, PLACE } from './moment.ts';
import { ALL_SENT } from './SidebarBooth.tsx';
import type { Screens } from './screens.tsx';
import { noted, saved } from './stub.ts';

const BRIEF: LeadInBrief = {
  found: true,
  leadId: CARD.leadId,
  rev: CARD.rev,
  name: CARD.who.name,
  stage: 'mql',
  optedOut: false,
  points: 15,
  fitPoints: 4,
  engagementPoints: 11,
  grade: 'B2',
  enough: true,
  chance: 72,
  heat: 'hot',
  why: [
    { label: 'Pricing page', points: 8 },
    { label: 'Attended a webinar', points: 5 },
    { label: 'Free-mail address', points: -3 },
  ],
  dueAt: null,
  said: null,
};

const LONG = 'Maximiliane-Theodora von und zu Hohenlohe-Waldenburg-Schillingsfürst';

/** As wide as the frame is that the page gives it. */
const card = (over: Partial<RowCardProps> = {}, brief: Partial<LeadInBrief> = {}) => (
  <div style={{ maxInlineSize: 320 }}>
    <RowCard
      disarmed={null}
      brief={{ ...BRIEF, ...brief }}
      state={lead(CARD)}
      problem={null}
      outbox={ALL_SENT}
      undo={null}
      now={NOW}
      place={PLACE}
      onHeight={() => undefined}
      onVerdict={saved('onVerdict')}
      onUndo={noted('onUndo')}
      onOpenOutbox={noted('onOpenOutbox')}
      {...over}
    />
  </div>
);

export const listScreens: Screens = {
  'list-card': () => card(),
  'list-card-loading': () => card({ state: null }),
  'list-card-offline': () =>
    card(
      { state: null, problem: OFFLINE },
      {
        said: {
          verdict: 'recycled',
          by: 'Jane Doe',
          mine: false,
          at: new Date(NOW - 50 * HOUR).toISOString(),
        },
      },
    ),
  'list-card-little': () =>
    card({}, { enough: false, grade: null, chance: null, heat: 'cold', why: [], optedOut: true }),
  'list-card-long': () =>
    card(
      {
        state: lead({
          ...CARD,
          who: { ...CARD.who, name: LONG, company: `${LONG} Beteiligungsgesellschaft` },
        }),
      },
      {
        name: LONG,
        chance: null,
        why: [{ label: 'A rule that somebody named with a whole sentence about it', points: 8 }],
      },
    ),
  'list-card-undo': () =>
    card({
      state: lead(
        { ...CARD, stage: 'sal' },
        { unsent: [said({ verdict: 'accepted', mine: true })] },
      ),
      outbox: { ...ALL_SENT, waiting: 1 },
      undo: { label: 'Accepted', until: NOW + 8000 },
    }),
};
