/**
 * What a model must not see. A field that sales wrote, or that changed after the verdict, knows the answer: on one public
 * set of leads the reps' tags alone reach an AUC of .92. Such a model looks brilliant and is worth nothing on new leads.
 */

/** Where an input comes from, as far as that is known. */
export interface InputSource {
  name: string;
  writtenBy?: 'lead' | 'tracking' | 'marketing' | 'sales';
  /** When it was last written, and when sales decided; both in ms since 1970. */
  changedAt?: number;
  verdictAt?: number;
}

/** Inputs that are refused by name, each with the reason to be shown. */
export type LeakList = Readonly<Record<string, string>>;

export interface Leak {
  name: string;
  why: string;
}

/** Thrown instead of training on something that knows the outcome. */
export class LeakError extends Error {
  readonly leaks: readonly Leak[];

  constructor(leaks: readonly Leak[]) {
    super(`Refused as input: ${leaks.map(({ name, why }) => `"${name}" (${why})`).join(', ')}.`);
    this.name = 'LeakError';
    this.leaks = leaks;
  }
}

/** @returns why each leaking input is refused, in the order given; none when all may be used */
export function leaksOf(inputs: readonly InputSource[], listed: LeakList = {}): Leak[] {
  return inputs.flatMap((input) => {
    const why = reasonAgainst(input, listed);
    return why === null ? [] : [{ name: input.name, why }];
  });
}

/** Throws a LeakError that names every input that leaks, and why. */
export function refuseLeaks(inputs: readonly InputSource[], listed: LeakList = {}): void {
  const leaks = leaksOf(inputs, listed);
  if (leaks.length > 0) throw new LeakError(leaks);
}

/** @returns whether this one input is refused */
export function leaks(input: InputSource): boolean {
  return reasonAgainst(input, NOTHING_LISTED) !== null;
}

const NOTHING_LISTED: LeakList = {};

function reasonAgainst(input: InputSource, listed: LeakList): string | null {
  // Own properties only: an input may be called "constructor".
  if (Object.hasOwn(listed, input.name)) return listed[input.name] ?? 'listed';
  if (input.writtenBy === 'sales') return 'written by sales';
  const { changedAt, verdictAt } = input;
  if (changedAt !== undefined && verdictAt !== undefined && changedAt >= verdictAt) {
    return 'changed with or after the verdict';
  }
  return null;
}
