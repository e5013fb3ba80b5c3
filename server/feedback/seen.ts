/** What reports and the queue read of a snapshot without opening it. */
import type { Snapshot } from '../../lib/contract/feedback.ts';
import { toJson } from '../db/json.ts';

export function seenThen({ points, chance, definitionVersion, contributions }: Snapshot) {
  const lines = contributions.filter((line) => line.side !== 'limit' && line.points !== 0);
  return {
    points_then: held(points),
    chance_then: held(chance),
    version_then: held(definitionVersion),
    // Each once, whatever was sent: they are counted.
    rules_then: toJson([...new Set(lines.map(({ ruleId }) => ruleId))]),
  };
}

/** What no score can be is kept in the snapshot alone, or it would be sent for ever. */
function held(figure: number | null): number | null {
  return figure === null || Math.abs(figure) >= 2 ** 31 ? null : figure;
}
