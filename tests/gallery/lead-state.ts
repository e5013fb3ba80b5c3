/** A made-up lead as the sidebar's state. */
import type { LeadState, TimelineView } from '../../components/sidebar/props.ts';
import type { LeadCard } from '../../lib/contract/lead.ts';

export const lead = (card: LeadCard, over: Partial<LeadState> = {}): LeadState => ({
  is: 'lead',
  card,
  timeline: timelineOf({ events: card.moments }),
  unsent: [],
  stale: null,
  ...over,
});

export const timelineOf = (over: Partial<TimelineView>): TimelineView => ({
  tab: 'moments',
  kinds: [],
  events: [],
  colleagues: [],
  more: false,
  loading: false,
  problem: null,
  ...over,
});
