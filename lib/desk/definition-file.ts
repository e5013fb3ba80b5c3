/** A lead definition as one file: what goes out, and what may come in. */
import * as z from 'zod/mini';
import type { LeadDefinition } from '../contract/definition.ts';
import { checkedDefinition, type ReadDefinition } from '../contract/definition-issues.ts';

/** Grows when a file says something that an older Truce would read wrongly. */
const FORMAT = 1;

const head = z.object({ truce: z.literal('lead-definition'), format: z.int().check(z.gte(1)) });
const file = z.extend(head, { definition: z.unknown() });

/** @returns the file's text; what is in it is the definition and nothing of the team's leads */
export function toFile(definition: LeadDefinition, exportedAt: string): string {
  const content = { truce: 'lead-definition', format: FORMAT, exportedAt, definition };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** @returns `lead-definition-v8.json` */
export const fileNameOf = ({ version }: LeadDefinition): string =>
  `lead-definition-v${version}.json`;

/** @returns the definition in it, or why it cannot be taken; a bare definition without the frame is taken, too */
export function fromFile(text: string): ReadDefinition {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refused('not-json');
  }
  const known = head.safeParse(given);
  if (known.success && known.data.format > FORMAT) return refused('newer');
  if (!known.success) {
    return looksBare(given) ? checkedDefinition(given) : refused('no-file-of-ours');
  }
  const framed = file.parse(given);
  return checkedDefinition(framed.definition);
}

const refused = (is: 'not-json' | 'newer' | 'no-file-of-ours'): ReadDefinition => ({
  ok: false,
  issues: [{ path: [], is }],
});

const bare = z.looseObject({ engagement: z.unknown(), mqlAt: z.unknown() });
const looksBare = (given: unknown): boolean => bare.safeParse(given).success;
