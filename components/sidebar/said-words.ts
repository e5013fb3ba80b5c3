/** What was said, in words: for the undo bar, the history, the notices. Codes come in, the language spoken goes out. */
import type { FeedbackEntry, LeadCard } from '../../lib/contract/lead.ts';
import type { WakeSignal } from '../../lib/contract/wake.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { faults, flags, verdicts } from '../ui/words.ts';
import type { FlagSaid } from './props.ts';

/** @returns `Rejected: Student` */
export function verdictSaid(verdict: VerdictKind, reason: string | null): string {
  const { said } = verdicts()[verdict];
  return reason ? `${said}: ${reason}` : said;
}

/** @returns the same of any entry: `Outdated` of a flag on a line, `Score too high` of one on the whole score */
export function entrySaid({ verdict, flag, fault, reason }: FeedbackEntry): string {
  if (verdict) return verdictSaid(verdict, reason);
  if (fault) return faults()[fault];
  return flag ? flags()[flag] : '';
}

/** @returns `Flagged: Outdated` */
export function flagSaid({ flag, fault }: Pick<FlagSaid, 'flag' | 'fault'>): string {
  return `${sayingWords().flagged}: ${fault ? faults()[fault] : flags()[flag]}`;
}

/** @returns the label of a rule, as far as this card names it; null when it does not */
export function ruleLabel(ruleId: string | null, { score }: Pick<LeadCard, 'score'>) {
  const named = [...score.contributions, ...score.wouldChange];
  return named.find((each) => each.ruleId === ruleId)?.label ?? null;
}

type Sleeps = { until: string | null; signals: readonly WakeSignal[] };

/** @returns `Sleeps until 15 Jan, or until they ask to be called`; empty for what sleeps on nothing */
export function sleepSaid(
  { until, signals }: Sleeps,
  card: Pick<LeadCard, 'score'>,
  now: number,
  place: Place,
): string {
  const t = sayingWords();
  const words = signals.map((signal) =>
    signal.is === 'rule'
      ? t.wakes.rule(ruleLabel(signal.ruleId, card) ?? t.aRule)
      : t.wakes[signal.is],
  );
  if (until) return t.sleepsUntil(plainDay(until, now, place), words);
  return words.length > 0 ? t.sleepsFor(words) : '';
}
