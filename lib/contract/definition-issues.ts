/** What is wrong with a text or an object that wants to be a lead definition: where, and what kind of wrong. */
import { type LeadDefinition, leadDefinition } from './definition.ts';

export type DefinitionIssue = {
  /** Keys and places from the outside in: `['engagement', 3, 'points']`. */
  path: (string | number)[];
  is:
    | 'not-json'
    | 'missing'
    | 'wrong-kind'
    | 'too-small'
    | 'too-big'
    | 'empty'
    | 'too-long'
    | 'not-an-id'
    | 'not-whole'
    | 'unknown-choice'
    | 'unknown-key'
    | 'steps'
    | 'same-id'
    | 'newer'
    | 'no-file-of-ours'
    | 'other';
  /** The smallest, largest or longest that would do. */
  limit?: number;
};

export type ReadDefinition =
  | { ok: true; definition: LeadDefinition }
  | { ok: false; issues: DefinitionIssue[] };

type Raw = {
  code: string;
  path: PropertyKey[];
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean;
  input?: unknown;
  expected?: string;
  format?: string;
};

/** @returns the definition that this JSON says, or everything that keeps it from being one */
export function readDefinition(text: string): ReadDefinition {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { ok: false, issues: [{ path: [], is: 'not-json' }] };
  }
  return checkedDefinition(given);
}

/** @returns the same for what is no text any more */
export function checkedDefinition(given: unknown): ReadDefinition {
  const parsed = leadDefinition.safeParse(given, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.map(issueOf) };
  const issues = [
    ...lost(given, parsed.data, []).map((path): DefinitionIssue => ({ path, is: 'unknown-key' })),
    ...twice(parsed.data),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, definition: parsed.data };
}

function issueOf(raw: Raw): DefinitionIssue {
  const path = raw.path.map((each) => (typeof each === 'number' ? each : String(each)));
  const limit = Number(raw.minimum ?? raw.maximum);
  const small = raw.code === 'too_small';
  if (small || raw.code === 'too_big') {
    const ofText = raw.origin === 'string' || raw.origin === 'array';
    const is = ofText ? (small ? 'empty' : 'too-long') : small ? 'too-small' : 'too-big';
    return { path, is, limit };
  }
  return { path, is: kindOf(raw) };
}

function kindOf(raw: Raw): DefinitionIssue['is'] {
  switch (raw.code) {
    case 'invalid_type':
      if (raw.input === undefined) return 'missing';
      return raw.expected === 'int' ? 'not-whole' : 'wrong-kind';
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_key':
      return raw.input === undefined && raw.code === 'invalid_value' ? 'missing' : 'unknown-choice';
    case 'invalid_format':
      return raw.format === 'safeint' ? 'not-whole' : 'not-an-id';
    case 'custom':
      return 'steps';
    default:
      return 'other';
  }
}

/** Keys that the grammar does not know would be dropped without a word. */
function lost(given: unknown, kept: unknown, path: (string | number)[]): (string | number)[][] {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((each, place) => lost(each, kept[place], [...path, place]));
  }
  if (!isObject(given) || !isObject(kept)) return [];
  return Object.keys(given).flatMap((key) => {
    if (given[key] === undefined) return [];
    return key in kept ? lost(given[key], kept[key], [...path, key]) : [[...path, key]];
  });
}

/** Counters and evidence go by the ids of rules, reasons by theirs within one list. */
function twice({ engagement, fit, reasons }: LeadDefinition): DefinitionIssue[] {
  const seen = new Set<string>();
  const again = (list: readonly { id: string }[], path: string[]): DefinitionIssue[] =>
    list.flatMap(({ id }, place) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ path: [...path, place, 'id'], is: 'same-id' }];
    });
  const ofRules = [...again(engagement, ['engagement']), ...again(fit, ['fit'])];
  const ofReasons = (['rejected', 'disqualified', 'recycled'] as const).flatMap((kind) => {
    seen.clear();
    return again(reasons[kind], ['reasons', kind]);
  });
  return [...ofRules, ...ofReasons];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
