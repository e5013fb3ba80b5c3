/** Taking in a recipe from a file: all of it or nothing, and a sentence that says what is wrong and where. */
import type * as z from 'zod/mini';
import { done, failed, type Result } from '../contract/problem.ts';
import { type Recipe, recipe as recipeSchema } from '../contract/recipe.ts';
import { RECIPES } from '../crm/registry.ts';

/** The largest built-in recipe has a tenth of this. */
const LONGEST = 200_000;

type Path = readonly PropertyKey[];

/**
 * @param text what stands in the file
 * @param isSelector whether the browser understands a selector
 * @returns the recipe. It counts as taught, whatever it says of its own sureness, and names no hosts: nobody else can say
 * on which sites a person's browser acts
 */
export function takeIn(text: string, isSelector: (selector: string) => boolean): Result<Recipe> {
  if (text.length > LONGEST) {
    return failed('too-large', 'This file is too long for a recipe', 'Choose a recipe’s own file.');
  }
  const data = dataIn(text);
  if (!data.ok) return data;
  const parsed = recipeSchema.safeParse(data.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return wrong(
      data.value,
      issue?.path ?? [],
      issue ? complaint(issue, data.value) : 'this is not valid',
    );
  }
  const built = RECIPES.find(({ id }) => id === parsed.data.id);
  if (built) {
    return failed(
      'conflict',
      'This is a CRM that comes with Truce',
      `“${built.id}” is ${built.name}, which comes with Truce. A file cannot replace it. Give the recipe another “id” in the file, ` +
        `for example “my-${built.id}”, and take it in again.`,
    );
  }
  const unknown = unknownKey(data.value, parsed.data, []);
  if (unknown) return wrong(data.value, unknown, 'Truce does not know this');
  return (
    unreadable(parsed.data, isSelector) ?? done({ ...parsed.data, sureness: 'taught', hosts: [] })
  );
}

function dataIn(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    return failed('bad-request', 'This file is not JSON', `The browser says: ${where}.`);
  }
}

function wrong(data: unknown, path: Path, what: string): Result<never> {
  const where = path.length > 0 ? placeWords(data, path) : 'the whole file';
  return failed('bad-request', 'This is no recipe that Truce can use', `${where}: ${what}.`);
}

/** @returns `page › facts › email`; of several places, which: `page › facts › email › no. 2` */
function placeWords(data: unknown, path: Path): string {
  const steps = path.flatMap((step, at) => {
    if (typeof step !== 'number') return String(step);
    const list = valueAt(data, path.slice(0, at));
    return Array.isArray(list) && list.length === 1 ? [] : `no. ${step + 1}`;
  });
  return steps.join(' › ');
}

function complaint(issue: z.core.$ZodIssue, data: unknown): string {
  const given = valueAt(data, issue.path);
  if (given === undefined) return 'this is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `this should be ${TYPES[issue.expected] ?? `a ${issue.expected}`}`;
    case 'invalid_value':
      return `this should be one of ${issue.values.map((value) => `“${String(value)}”`).join(', ')}`;
    case 'too_big':
      return `this is too long, at most ${issue.maximum}`;
    case 'too_small':
      return Number(issue.minimum) > 1 ? `this needs ${issue.minimum}` : 'this is empty';
    case 'invalid_union':
      return 'this is of none of the forms that it may have';
    case 'invalid_format':
      return issue.format === 'date'
        ? 'this should be a day like “2026-11-23”'
        : `“${shortened(given)}” has not the form that it should have`;
    default:
      return 'this is not valid';
  }
}

const TYPES: Record<string, string> = {
  object: 'an object, in { }',
  array: 'a list, in [ ]',
  string: 'a text, in " "',
  boolean: 'true or false',
};

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined,
    data,
  );
}

/** @returns where a key is that Truce does not know; it would be dropped in silence: a typing error, or a recipe of a later Truce. */
function unknownKey(data: unknown, kept: unknown, path: Path): Path | null {
  if (typeof data !== 'object' || data === null || typeof kept !== 'object' || kept === null) {
    return null;
  }
  for (const key of Object.keys(data)) {
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    if (!Object.hasOwn(kept, key)) return here;
    const deeper = unknownKey(Reflect.get(data, key), Reflect.get(kept, key), here);
    if (deeper) return deeper;
  }
  return null;
}

/** @returns what makes a whole recipe useless all the same: a refused selector, or no address it would be used on */
function unreadable(
  recipe: Recipe,
  isSelector: (selector: string) => boolean,
): Result<never> | null {
  if (!Object.values(recipe.records).some((templates) => templates.length > 0)) {
    return wrong(recipe, ['records'], 'no address is given, so no page would count as a record');
  }
  for (const [path, selector] of selectorsIn(recipe, [])) {
    // The engine puts the record's id there, escaped; any word stands for it here.
    if (isSelector(selector.replaceAll('{id}', 'x1'))) continue;
    return wrong(
      recipe,
      path,
      `this is no selector the browser understands: ${shortened(selector)}`,
    );
  }
  return null;
}

/** Keys that hold selectors, or lists of places; so do all the facts. */
const HOLDERS = ['pane', 'self', 'loading', 'row', 'id', 'frames', 'ignore', 'at'];

function selectorsIn(value: unknown, path: Path): [Path, string][] {
  if (typeof value === 'string') return holdsSelector(path) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    return selectorsIn(each, [...path, step]);
  });
}

function holdsSelector(path: Path): boolean {
  const keys = path.filter((step) => typeof step === 'string');
  const last = keys.at(-1) ?? '';
  if (last === 'id' && keys.length === 1) return false;
  return keys.at(-2) === 'facts' || HOLDERS.includes(last);
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
