/** Whether the people who judge leads judge alike: a score can keep no promise that two reps read differently. */
import { designOf } from './design.ts';
import { chanceOf, logitOf } from './logit.ts';
import { fitMap } from './map-fit.ts';

/** One verdict, with what the score had promised. */
export interface Judgement {
  rep: string;
  lead: string;
  /** 1 accepted, 0 not. */
  accepted: number;
  /** Chance that the score promised, 0 to 1. */
  promised: number;
  /** Why; null when the rep gave no reason. */
  reason: string | null;
}

/** How one rep judges against the others. */
export interface RepStanding {
  rep: string;
  n: number;
  accepted: number;
  /** Share that the others would have accepted of these leads. */
  expected: number;
  /** Logits above (or below) the others, shrunk towards none; and its posterior standard deviation. */
  difference: number;
  sd: number;
  /** More than two standard deviations: worth a talk, not a proof. Of twenty reps one is so by chance. */
  unusual: boolean;
}

/** How far reps differ, as a rule: half a logit, some 12 in 100 at even odds. Few verdicts cannot say more than that. */
const AS_A_RULE = 0.5;
/** How far the score may be off for everyone. */
const SCORE_OFF = 1.5;
const UNUSUAL = 2;

/**
 * Each rep's leads have chances by the score; the others' verdicts say how far those are off for everyone. What is left is
 * the rep's own: the most likely offset with a normal prior around the others', and its width (Laplace).
 *
 * @returns the most unusual first; none when there is only one rep, who differs from nobody
 */
export function standingsOf(judgements: readonly Judgement[]): RepStanding[] {
  const reps = Map.groupBy(judgements, ({ rep }) => rep);
  if (reps.size < 2) return [];
  return [...reps]
    .map(([rep, own]) => {
      const others = offsetOf(
        judgements.filter((one) => one.rep !== rep),
        { mean: 0, sd: SCORE_OFF },
      );
      const theirs = offsetOf(own, { mean: others.mean, sd: AS_A_RULE });
      const difference = theirs.mean - others.mean;
      // How far the others are off is not certain either.
      const sd = Math.hypot(theirs.sd, others.sd);
      const expected = own.map(({ promised }) => chanceOf(logitOf(promised) + others.mean));
      return {
        rep,
        n: own.length,
        accepted: sum(own.map(({ accepted }) => accepted)),
        expected: sum(expected) / own.length,
        difference,
        sd,
        unusual: Math.abs(difference) > UNUSUAL * sd,
      };
    })
    .sort((a, b) => Math.abs(b.difference / b.sd) - Math.abs(a.difference / a.sd));
}

interface Normal {
  mean: number;
  sd: number;
}

/** What is to be added to the promised logits, by these verdicts and what was believed before. */
function offsetOf(judgements: readonly Judgement[], before: Normal): Normal {
  const { weights, hessian } = fitMap(
    {
      design: designOf(
        judgements.map(() => []),
        0,
      ),
      labels: judgements.map(({ accepted }) => accepted),
      offsets: judgements.map(({ promised }) => logitOf(promised)),
    },
    { mean: Float64Array.of(before.mean), sd: Float64Array.of(before.sd) },
  );
  // The decomposed Hessian of one weight is the root of its precision.
  return { mean: weights[0] ?? before.mean, sd: 1 / (hessian[0] ?? 1) };
}

/** Two verdicts by different people on one lead. */
export interface Agreement {
  pairs: number;
  /** How many said the same. */
  same: number;
  /** How many would have, had all judged by lot at the same rates. */
  byChance: number;
}

/** @returns how often two people said accepted, or both not, of one lead; the latest verdict of each counts */
export function verdictAgreement(judgements: readonly Judgement[]): Agreement {
  return agreementOn(judgements, ({ accepted }) => String(accepted));
}

/** @returns how often two people who both gave a reason for the same lead gave the same one */
export function reasonAgreement(judgements: readonly Judgement[]): Agreement {
  return agreementOn(
    judgements.filter(({ reason }) => reason !== null),
    ({ reason }) => reason ?? '',
  );
}

function agreementOn(
  judgements: readonly Judgement[],
  saidBy: (judgement: Judgement) => string,
): Agreement {
  const pairs = [...Map.groupBy(judgements, ({ lead }) => lead).values()].flatMap((own) => {
    const latest = [...new Map(own.map((one) => [one.rep, saidBy(one)])).values()];
    return latest.flatMap((said, at) => latest.slice(at + 1).map((other) => [said, other]));
  });
  const said = Map.groupBy(pairs.flat(), (word) => word);
  const shares = [...said.values()].map(({ length }) => length / (2 * pairs.length));
  return {
    pairs: pairs.length,
    same: pairs.filter(([one, other]) => one === other).length,
    byChance: pairs.length * sum(shares.map((share) => share * share)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
