/** What a verdict says about waking, checked: a sleep that nothing would ever end is a lead lost. */
import type { Flag, Verdict } from '../../lib/contract/feedback.ts';
import type { Store } from '../http/context.ts';
import { currentDefinition, definitionOf } from '../leads/definition.ts';
import { type Outcome, timesOf } from './outcome.ts';

/** @returns why this cannot be kept, with what to do; null when it can */
export async function objectionTo(
  store: Store,
  wsId: string,
  item: Verdict | Flag,
): Promise<Outcome | null> {
  if (item.kind === 'flag') return null;
  const { until, wakeOn } = item;
  if (item.verdict !== 'recycled') {
    return until === null && wakeOn.length === 0
      ? null
      : refused('Only a recycled lead can wake again. Leave the day and the signals out.');
  }
  if (until === null && wakeOn.length === 0) {
    return refused('Nothing would ever wake this lead. Choose a day, or what it has to do.');
  }
  // By the time it was said: an outbox may have been offline until after that day.
  if (until !== null && until < timesOf(item, store).order_at.toISOString().slice(0, 10)) {
    return refused(`${until} was over when this was said. Choose a later day.`);
  }
  const unknown = await unknownRule(store, wsId, item);
  return unknown === null
    ? null
    : refused(
        `The lead definition has no rule “${unknown}”. Load the lead again and choose another signal.`,
      );
}

/** The one the rep saw counts as well as today's: it may have been published in between. */
async function unknownRule({ db }: Store, wsId: string, item: Verdict): Promise<string | null> {
  const asked = item.wakeOn.flatMap((signal) => (signal.is === 'rule' ? [signal.ruleId] : []));
  if (asked.length === 0) return null;
  const definitions = [
    await currentDefinition(db, wsId),
    await definitionOf(db, wsId, item.snapshot.definitionVersion),
  ];
  const known = new Set(
    definitions.flatMap((one) => (one ? [...one.engagement, ...one.fit].map(({ id }) => id) : [])),
  );
  return asked.find((id) => !known.has(id)) ?? null;
}

function refused(message: string): Outcome {
  return { outcome: 'refused', message };
}
