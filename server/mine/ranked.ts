/** In which order leads are shown. Pure. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { LeadInBrief } from '../../lib/contract/look-up.ts';
import { isFresh } from '../../lib/score/heat.ts';
import type { ScoreAsOf } from '../../lib/score/score.ts';
import type { Complete } from '../leads/complete.ts';
import type { ShownLead } from '../leads/counting.ts';
import { briefOf } from '../leads/scores.ts';

/** A lead with what its lists are ordered by. */
export interface Known {
  lead: ShownLead;
  brief: Omit<LeadInBrief, 'said'>;
  fresh: boolean;
}

/** @returns by the id that was asked for; one lead under two ids is one and the same object */
export function knownOf(
  leads: ReadonlyMap<string, Complete>,
  definition: LeadDefinition,
  asOf: ScoreAsOf,
): Map<string, Known> {
  const byLead = new Map<string, Known>();
  const known = new Map<string, Known>();
  for (const [asked, one] of leads) {
    const { lead, counters } = one;
    const own = byLead.get(lead.lead_id) ?? {
      lead,
      brief: briefOf(one, definition, asOf),
      fresh: isFresh(counters, asOf.now),
    };
    byLead.set(lead.lead_id, own);
    known.set(asked, own);
  }
  return known;
}

type Order = (a: string, b: string) => number;

/** By the chance while one is known, else by points; fresh interest first among equals. Leads without a chance come last. */
export function ranked(known: ReadonlyMap<string, Known>, by: 'chance' | 'points'): Order {
  const worth = ({ brief }: Known) => (by === 'chance' ? (brief.chance ?? -1) : brief.points);
  return ordered(
    known,
    (a, b) =>
      worth(b) - worth(a) || Number(b.fresh) - Number(a.fresh) || b.brief.points - a.brief.points,
  );
}

export function urgent(known: ReadonlyMap<string, Known>): Order {
  const since = ({ lead }: Known) => lead.handoff_at?.getTime() ?? 0;
  return ordered(known, (a, b) => since(a) - since(b));
}

/** Ties by id, so that a list does not jump when it is asked for again. */
function ordered(known: ReadonlyMap<string, Known>, by: (a: Known, b: Known) => number): Order {
  return (a, b) => {
    const [one, other] = [known.get(a), known.get(b)];
    if (!one || !other) return 0;
    return by(one, other) || (one.lead.lead_id < other.lead.lead_id ? -1 : 1);
  };
}
