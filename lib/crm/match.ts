/** From an address to what stands in it, by an outline. All that a page needs of templates; what they mean is worked out before. */
import { spelled } from './id-forms.ts';
import type { Outline, ParamPattern } from './template.ts';

/** What an outline found in an address. `folder` is what stands before a template that may follow any folder. */
export interface Match {
  id: string | null;
  org: string | null;
  folder: string;
}

export type Matcher = (parts: AddressParts) => Match | null;

/** An address taken apart once, for all the outlines of a recipe. Parameter names are lower case. */
export interface AddressParts {
  path: string;
  /** Read only where an outline asks for parameters: most do not. */
  query: () => URLSearchParams;
  hash: string;
}

/** @returns the address taken apart; parameter names lower-cased, as the CRMs themselves do not care */
export function partsOf(url: URL): AddressParts {
  let query: URLSearchParams | undefined;
  return {
    path: url.pathname,
    query: () => (query ??= lowerCased(url.search)),
    hash: url.hash.slice(1),
  };
}

function lowerCased(text: string): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(text)) params.append(key.toLowerCase(), value);
  return params;
}

/** @returns a function that tells whether an address is of this form, and what stands in it */
export function matcherOf({ form, path, query, hash }: Outline): Matcher {
  const onPath = path && new RegExp(path);
  const onQuery = made(query);
  const inHash = hash && inFragment(hash);

  return (parts) => {
    const found: Found = { ids: [], org: null };
    let before = parts.path;
    if (onPath) {
      const match = onPath.exec(parts.path);
      if (!match) return null;
      before = match.groups?.folder ?? '';
      collect(match, found);
    }
    if (!matchParams(onQuery, parts.query, found)) return null;
    if (inHash && !inHash(parts.hash, found)) return null;
    const ids = found.ids.map((id) => spelled(form, id));
    if (ids.includes(null)) return null;
    const id = ids.length > 0 ? ids.join('/') : null;
    return { id, org: found.org, folder: folderOf(before) };
  };
}

interface Found {
  ids: string[];
  org: string | null;
}

/** A fragment is a path of its own, with parameters of its own, or (`#?`) parameters only. */
function inFragment({ path, query }: NonNullable<Outline['hash']>) {
  const onPath = path && new RegExp(path);
  const onQuery = made(query);
  return (hash: string, found: Found): boolean => {
    if (!onPath) return matchParams(onQuery, () => lowerCased(hash), found);
    const end = hash.search(/[?;]/);
    const match = onPath.exec(end < 0 ? hash : hash.slice(0, end));
    if (!match) return false;
    collect(match, found);
    return matchParams(onQuery, () => lowerCased(end < 0 ? '' : hash.slice(end + 1)), found);
  };
}

const made = (query: readonly ParamPattern[]) =>
  query.map(([name, pattern]) => [name, new RegExp(pattern)] as const);

function matchParams(
  patterns: ReturnType<typeof made>,
  query: () => URLSearchParams,
  found: Found,
): boolean {
  if (patterns.length === 0) return true;
  const values = query();
  return patterns.every(([name, pattern]) => {
    const match = pattern.exec(values.get(name) ?? '');
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

/** `/espo/index.php` and `/espo/` are the folder `/espo`. */
function folderOf(path: string): string {
  return path.replace(/[^/]*\.[^/]*$/, '').replace(/\/+$/, '');
}
