/** What the scorecards are compared with: points out of the box, and a regression without steps. */
import { designOf, type Entry, sums } from '../../../../lib/score/learn/design.ts';
import { chanceOf } from '../../../../lib/score/learn/logit.ts';
import { fitMap } from '../../../../lib/score/learn/map-fit.ts';
import { codingOf, type Input, type Values } from '../coding.ts';
import type { Case } from '../scorecard.ts';

/**
 * Pardot's defaults (form +50, visitor session +3, page view +1; pardot.com/kb/glossary/scores.html) as far as the
 * columns allow: every landing page or add form is a form, every visit a session.
 */
export function pardotPoints(values: Values): number {
  const visits = Number(values.TotalVisits) || 0;
  const pages = visits * (Number(values['Page Views Per Visit']) || 0);
  const form = values['Lead Origin'] === 'API' ? 0 : 50;
  return form + 3 * visits + pages;
}

/** @returns the chance of each test lead by a regression on words, and on the logarithm of quantities */
export function logScaleRegression(
  inputs: readonly Input[],
  training: readonly Case[],
  test: readonly Case[],
): Float64Array {
  const words = codingOf(
    inputs.filter((input) => input.steps === undefined),
    training.map((one) => one.values),
  );
  const quantities = inputs.filter((input) => input.steps !== undefined);
  const width = words.names.length + quantities.length;
  const designFor = (cases: readonly Case[]) =>
    designOf(
      cases.map(({ values }) => [
        ...words.inputs.flatMap((input) => input.levels[input.levelOf(values)]?.entries ?? []),
        ...quantities.map((input, place): Entry => {
          const amount = Number(input.read(values));
          return [words.names.length + place, Math.log1p(Math.max(0, amount || 0))];
        }),
      ]),
      width,
    );
  const prior = { mean: new Float64Array(width + 1), sd: new Float64Array(width + 1).fill(1) };
  const labels = training.map((one) => one.accepted);
  const { weights } = fitMap({ design: designFor(training), labels }, prior);
  return sums(designFor(test), weights).map(chanceOf);
}
