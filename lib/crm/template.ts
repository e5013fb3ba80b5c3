/** Address templates (`/contacts/{org}/record/0-1/{id}/**`) made into patterns, once per recipe. */
import type { IdForm } from '../contract/recipe.ts';
import { canonicalId, ID_PATTERN } from './id-forms.ts';

/** What a template found in an address. `folder` is what stands before a template that may follow any folder. */
export interface Match {
  id: string | null;
  org: string | null;
  folder: string;
}

export type Matcher = (parts: AddressParts) => Match | null;

/** An address taken apart once, for all the templates of a recipe. Parameter names are lower case. */
export interface AddressParts {
  path: string;
  query: URLSearchParams;
  hash: string;
}

/** @returns the address taken apart; parameter names lower-cased, as the CRMs themselves do not care */
export function partsOf(url: URL): AddressParts {
  return {
    path: url.pathname,
    query: lowerCased(url.search),
    hash: url.hash.slice(1),
  };
}

function lowerCased(text: string): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(text)) params.append(key.toLowerCase(), value);
  return params;
}

/** A value in a template: what stands around `{id}` or `{org}`, and which of the two it is. */
const HOLE = /\{(id|org|\*)(?::([^}]*))?\}|\*\*/g;

/** @returns a function that tells whether an address is of this template's form */
export function compile(template: string, form: IdForm): Matcher {
  const [page = '', fragment] = split(template, '#');
  const [path = '', query] = split(page, '?');
  const onPath = path ? pathPattern(path, form) : null;
  const onQuery = query === undefined ? [] : paramPatterns(query, form);
  const inFragment = fragment === undefined ? null : compileFragment(fragment, form);

  return (parts) => {
    const found: Found = { ids: [], org: null };
    let folder = onPath ? '' : folderOf(parts.path);
    if (onPath) {
      const match = onPath.exec(parts.path);
      if (!match) return null;
      folder = folderOf(match.groups?.folder ?? '');
      collect(match, found);
    }
    if (!matchParams(onQuery, parts.query, found)) return null;
    if (inFragment && !inFragment(parts.hash, found)) return null;
    return finish(found, folder, form);
  };
}

interface Found {
  ids: string[];
  org: string | null;
}

function finish({ ids, org }: Found, folder: string, form: IdForm): Match | null {
  const canonical = ids.map((id) => canonicalId(form, id));
  if (canonical.includes(null)) return null;
  return { id: canonical.length > 0 ? canonical.join('/') : null, org, folder };
}

/** A fragment is a path of its own, with parameters of its own, or (`#?`) parameters only. */
function compileFragment(fragment: string, form: IdForm) {
  const [path = '', query] = split(fragment, '?');
  const onPath = path ? new RegExp(`^${patternOf(path, form)}/?$`) : null;
  const onQuery = query === undefined ? [] : paramPatterns(query, form);
  return (hash: string, found: Found): boolean => {
    if (!onPath) return matchParams(onQuery, lowerCased(hash), found);
    const end = hash.search(/[?;]/);
    const match = onPath.exec(end < 0 ? hash : hash.slice(0, end));
    if (!match) return false;
    collect(match, found);
    return matchParams(onQuery, lowerCased(end < 0 ? '' : hash.slice(end + 1)), found);
  };
}

function pathPattern(path: string, form: IdForm): RegExp {
  const rooted = path.startsWith('/');
  return new RegExp(`^${rooted ? '' : '(?<folder>/(?:.*/)?)'}${patternOf(path, form)}/?$`);
}

type ParamPattern = [name: string, pattern: RegExp];

function paramPatterns(query: string, form: IdForm): ParamPattern[] {
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', value = ''] = split(pair, '=');
      return [name.toLowerCase(), new RegExp(`^${patternOf(value, form)}$`)];
    });
}

function matchParams(patterns: ParamPattern[], query: URLSearchParams, found: Found): boolean {
  return patterns.every(([name, pattern]) => {
    const match = pattern.exec(query.get(name) ?? '');
    if (match) collect(match, found);
    return match !== null;
  });
}

function collect(match: RegExpExecArray, found: Found): void {
  for (const [name, value] of Object.entries(match.groups ?? {})) {
    if (value === undefined) continue;
    if (name.startsWith('id')) found.ids.push(value);
    else if (name === 'org') found.org = value.toLowerCase();
  }
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

/** `/espo/index.php` and `/espo/` are the folder `/espo`. */
function folderOf(path: string): string {
  return path.replace(/[^/]*\.[^/]*$/, '').replace(/\/+$/, '');
}
