/** What the store has against what the rep was shown. */
import type { VerdictKind } from '../../../lib/contract/words.ts';

/** One word of the rep on one lead, in the order in which they were said. */
export interface Said {
  leadId: string;
  verdict: VerdictKind;
  /** What tells it apart on this lead: its note, or the verdict itself where it was said without one. */
  key: string;
  /**
   * saved: shown as saved · taken back: shown as taken back · refused: shown as not saved · unknown: the browser died before
   * it showed anything, or as it was taken back
   */
  fate: 'saved' | 'taken back' | 'refused' | 'unknown';
}

/** One verdict in the store. */
export interface Stored {
  key: string;
}

export interface Judgement {
  lost: string[];
  doubled: string[];
  misordered: string[];
}

/**
 * @param said about one lead
 * @param stored about the same lead, oldest first
 */
export function judge(said: readonly Said[], stored: readonly Stored[]): Judgement {
  const keys = stored.map(({ key }) => key);
  const order = said.map(({ key }) => key);
  const lost = said.filter(({ fate, key }) => fate === 'saved' && !keys.includes(key));
  const never = said.filter(({ fate }) => fate === 'taken back' || fate === 'refused');
  const invented = keys.filter((key) => !order.includes(key));
  const again = keys.filter((key, place) => keys.indexOf(key) !== place);
  const back = never.filter(({ key }) => keys.includes(key));
  const places = keys.map((key) => order.indexOf(key)).filter((place) => place >= 0);
  const late = places.filter((place, at) => at > 0 && place < (places[at - 1] ?? 0));
  return {
    lost: lost.map(({ key }) => key),
    doubled: [...again, ...invented, ...back.map(({ key }) => `${key} (not said)`)],
    misordered: late.map((place) => order[place] ?? ''),
  };
}
