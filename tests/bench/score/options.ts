/** What the benchmark is asked to do. */
import { parseArgs } from 'node:util';

export const PARTS = ['x-education', 'bank', 'complete-journey', 'cdnow', 'speed'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  data: string | null;
  train: string | null;
  test: string | null;
  only: Part[];
  leads: number;
  verdicts: number;
  json: string | null;
}

export const HELP = `npm run bench:score -- --data FOLDER
  How good, how honest and how fast the score is, on real data that is not part of the project.

  --data FOLDER      x-education/leads.csv, bank-marketing/bank-additional.csv, complete-journey/*.csv,
                     cdnow/CDNOW_master.txt; each is split by time, the newest part is tested on
  --train, --test    one data set in two files (for complete-journey: two folders) in any of these formats, told
                     apart by what is in them; everything is chosen on the first, the second is looked at once
  --only PART        ${PARTS.join(', ')}; may be given more than once
  --leads N          how many leads are scored for speed (1000000)
  --verdicts N       how many verdicts a preview is made over (100000)
  --json FILE        writes the figures there, too
`;

/** @returns the options, or what is wrong with them in one sentence */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        train: { type: 'string' },
        test: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
        leads: { type: 'string', default: '1000000' },
        verdicts: { type: 'string', default: '100000' },
        json: { type: 'string' },
      },
    });
    const strange = values.only.filter((part) => !PARTS.includes(part as Part));
    if (strange.length > 0) return `There is no part “${strange[0]}”. Use ${PARTS.join(', ')}.`;
    const only = values.only as Part[];
    const isSpeedOnly = only.length === 1 && only[0] === 'speed';
    const { data = null, train = null, test = null, json = null } = values;
    if ((train === null) !== (test === null)) return 'Give --train and --test together.';
    if (data === null && train === null && !isSpeedOnly) {
      return 'Say where the data is: --data FOLDER, or --train FILE --test FILE.';
    }
    const [leads, verdicts] = [Number(values.leads), Number(values.verdicts)];
    if (!(leads >= 1000) || !(verdicts >= 100))
      return 'A thousand leads and a hundred verdicts, at least.';
    return { data, train, test, only, leads, verdicts, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
