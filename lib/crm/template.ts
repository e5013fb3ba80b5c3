/** Address templates (`/contacts/{org}/record/0-1/{id}/**`) made into patterns: once, before any page needs them. */
import type { IdForm } from '../contract/recipe.ts';
import { ID_PATTERN } from './id-patterns.ts';

/** The name of a parameter, in lower case, and the pattern that its value is of. */
export type ParamPattern = readonly [name: string, pattern: string];

/**
 * A template as patterns, as plain as it has to be to lie in storage for the scripts in pages (`match.ts`). Groups of the patterns:
 * `id1`, `id2` … are ids of the one form, `org` the organisation, `folder` what stands before.
 */
export interface Outline {
  form: IdForm;
  /** Null where the path may be any. */
  path: string | null;
  query: ParamPattern[];
  /** Null where the fragment may be any; its path is null where it is parameters only. */
  hash: { path: string | null; query: ParamPattern[] } | null;
}

/** A value in a template: what stands around `{id}` or `{org}`, and which of the two it is. */
const HOLE = /\{(id|org|\*)(?::([^}]*))?\}|\*\*/g;

/** @param form of the ids in it */
export function outlineOf(template: string, form: IdForm): Outline {
  const [page = '', fragment] = split(template, '#');
  const [path = '', query] = split(page, '?');
  return {
    form,
    path: path ? pathPattern(path, form) : null,
    query: query === undefined ? [] : paramPatterns(query, form),
    hash: fragment === undefined ? null : fragmentOutline(fragment, form),
  };
}

function fragmentOutline(fragment: string, form: IdForm): NonNullable<Outline['hash']> {
  const [path = '', query] = split(fragment, '?');
  return {
    path: path ? `^${patternOf(path, form)}/?$` : null,
    query: query === undefined ? [] : paramPatterns(query, form),
  };
}

function pathPattern(path: string, form: IdForm): string {
  const rooted = path.startsWith('/');
  return `^${rooted ? '' : '(?<folder>/(?:.*/)?)'}${patternOf(path, form)}/?$`;
}

function paramPatterns(query: string, form: IdForm): ParamPattern[] {
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', value = ''] = split(pair, '=');
      return [name.toLowerCase(), `^${patternOf(value, form)}$`];
    });
}

/** `/**` at the end may be nothing at all; in the middle it stands for whole folders. */
function patternOf(template: string, form: IdForm): string {
  let pattern = '';
  let from = 0;
  let ids = 0;
  for (const hole of template.matchAll(HOLE)) {
    pattern += literal(template.slice(from, hole.index));
    from = hole.index + hole[0].length;
    const beginning = hole[2] ?? '';
    if (hole[0] === '**') {
      const atEnd = from === template.length && pattern.endsWith('/');
      const inside = pattern.endsWith('/') && template[from] === '/';
      if (atEnd) pattern = `${pattern.slice(0, -1)}(?:/.*)?`;
      else pattern += inside ? '(?:.*/)?' : '.*';
      if (inside) from += 1;
    } else if (hole[1] === 'id') {
      ids += 1;
      const ahead = beginning ? `(?=${literal(beginning)})` : '';
      pattern += `(?<id${ids}>${ahead}${ID_PATTERN[form]})`;
    } else {
      pattern += hole[1] === 'org' ? '(?<org>[\\w.~-]{1,100})' : '[^/?#]+';
    }
  }
  return pattern + literal(template.slice(from));
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function split(text: string, at: string): [string, string | undefined] {
  const place = text.indexOf(at);
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + 1)];
}
