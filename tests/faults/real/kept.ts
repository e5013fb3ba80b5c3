/** Rounds that were played, a line for each in a file, so that a run that was stopped can go on. */
import { appendFileSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { planRound } from './round.ts';
import type { Played } from './run.ts';
import type { Lane } from './scene.ts';

const ids = z.array(z.string());
const line = z.object({
  number: z.int(),
  fault: z.string(),
  result: z.nullable(
    z.object({
      saved: z.int(),
      balanceMs: z.number(),
      lost: ids,
      doubled: ids,
      misordered: ids,
    }),
  ),
  why: z.nullable(z.string()),
});

/** Written before anything else happens. */
export function keep(file: string, { plan, result, why }: Played): void {
  const one: z.infer<typeof line> = { number: plan.number, fault: plan.fault.name, result, why };
  appendFileSync(file, `${JSON.stringify(line.parse(one))}\n`);
}

/** @returns the rounds in this file that came to an end; the others are to be played again. @throws when they are of another run */
export async function keptIn(
  file: string,
  { seed, lanes }: { seed: number; lanes: readonly Lane[] },
): Promise<Played[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter((text) => text !== '');
  return lines.flatMap((text): Played[] => {
    const { number, fault, result, why } = line.parse(JSON.parse(text));
    const lane = lanes[number % lanes.length];
    const plan = lane && planRound(number, seed, lane, lanes.length);
    if (!lane || !plan || plan.fault.name !== fault) {
      throw new Error(`${file} is of another run: give the same seed and lanes, or another file.`);
    }
    return result ? [{ lane, plan, result: { ...result, plan }, why }] : [];
  });
}
