/**
 * How good, how honest and how fast the score is: `npm run bench:score -- --data FOLDER`. Real data, which is given and never
 * part of the project; a model's every choice (bins, widths, half-lives, lines) is made on training data, the newest part of
 * each set is looked at once. Goals come from what is published and from independent baselines; what is missed says so.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { seeded } from '../../lib/score/learn/random.ts';
import { bank } from './score/bank.ts';
import { cdnow } from './score/cdnow.ts';
import { completeJourney } from './score/complete-journey.ts';
import type { Given } from './score/files.ts';
import { formatOf, PLACES } from './score/formats.ts';
import { HELP, type Options, PARTS, type Part, readOptions } from './score/options.ts';
import { measureSpeed } from './score/speed.ts';
import { linesOf, type Outcome, verdictOn } from './score/table.ts';
import { xEducation } from './score/x-education.ts';

const SEED = 1;

const RUN: Record<Exclude<Part, 'speed'>, (given: Given) => Promise<Outcome[]>> = {
  'x-education': (given) => xEducation(given, seeded(SEED)),
  bank: (given) => bank(given, seeded(SEED)),
  'complete-journey': (given) => completeJourney(given, seeded(SEED)),
  cdnow: (given) => cdnow(given, seeded(SEED)),
};

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return 2;
  }
  console.log(
    `Node ${process.version}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}, seed ${SEED}. Brackets: 95 % over bootstrap samples.`,
  );
  const outcomes: Outcome[] = [];
  for (const [part, given] of await givenParts(options)) {
    const done = await RUN[part](given);
    console.log(linesOf(done).join('\n'));
    outcomes.push(...done);
  }
  const speed = wanted('speed', options) ? speedOf(options) : null;
  const verdicts = outcomes.flatMap(({ figures }) => figures.map(verdictOn));
  const count = (what: string) => verdicts.filter((verdict) => verdict === what).length;
  console.log(`\nGoals: ${count('met')} met, ${count('missed')} missed`);
  if (options.json) await writeFile(options.json, JSON.stringify({ outcomes, speed }, null, 1));
  return 0;
}

function wanted(part: Part, { only, train }: Options): boolean {
  return only.length > 0 ? only.includes(part) : part !== 'speed' || train === null;
}

/** The data sets to run, each with its files; throws a sentence when one is not there. */
async function givenParts(options: Options): Promise<[Exclude<Part, 'speed'>, Given][]> {
  const { data, train, test } = options;
  if (train !== null && test !== null) {
    const [format, other] = [await formatOf(train), await formatOf(test)];
    if (format !== other) throw new Error(`${train} is ${format}, ${test} is ${other}.`);
    return [[format, { train, test }]];
  }
  const parts: [Exclude<Part, 'speed'>, Given][] = [];
  for (const part of PARTS) {
    if (part === 'speed' || !wanted(part, options) || data === null) continue;
    const path = join(data, PLACES[part]);
    const format = await formatOf(path);
    if (format !== part) throw new Error(`${path} should be ${part} and looks like ${format}.`);
    parts.push([part, { train: path, test: null }]);
  }
  return parts;
}

function speedOf({ leads, verdicts }: Options) {
  const speed = measureSpeed(leads, verdicts);
  const shown = (value: number) => Math.round(value).toLocaleString('en');
  console.log(`
Speed: ${shown(leads)} leads of ${speed.rules} rules from their counters, five rounds in turn, medians
  scored                  ${shown(speed.scored)} leads per second (${(leads / speed.scored).toFixed(2)} s for all)
  floor                   ${shown(speed.floor)} leads per second: one multiply-add per feature over the same arrays
  floor to scored         ${(speed.floor / speed.scored).toFixed(1)} times
  memory left behind      ${speed.growth.toFixed(1)} MB after all rounds
  preview of a definition ${shown(speed.previewCold)} ms over ${shown(verdicts)} verdicts as they are read, ${shown(speed.previewWarm)} ms once they are counted`);
  return speed;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
