/**
 * Which modules of our pages share a file. What a CRM's page has to wait for comes in few files: the browser asks for each of
 * them by itself, and in a page that is just loading that is what takes longest. So whatever sidebars share, with each other or with
 * another page, is one file, and whoever needs some of it loads it whole. The background is a file by itself (WXT builds it so):
 * it is started anew for every message that wakes it up, and gets nothing that only screens need.
 */

/** The frame in a CRM's page, which is waited for, and the same sidebar beside it. */
const SIDEBARS = ['sidebar', 'sidebar-elsewhere', 'panel'];

interface Graph {
  getModuleInfo(id: string): { importers: string[]; isEntry: boolean } | null;
}

/**
 * @returns what names the file of a module, for rolldown's `codeSplitting.groups`; null: as it comes. A module that another one of
 * the same file imports is in that file or in one that everybody with this file loads, so files never need each other in turns.
 */
export function fileNames(): (id: string, graph: Graph) => string | null {
  const known = new Map<string, ReadonlySet<string>>();
  return (id, graph) => {
    const pages = pagesOf(id, graph, known);
    const sidebars = SIDEBARS.filter((name) => pages.has(name)).length;
    if (sidebars === 0) return null;
    return sidebars === SIDEBARS.length || pages.size > sidebars ? 'screens' : null;
  };
}

/** @returns the names of the pages that load this module when they start */
function pagesOf(id: string, graph: Graph, known: Map<string, ReadonlySet<string>>) {
  const before = known.get(id);
  if (before) return before;
  const pages = new Set<string>();
  const seen = new Set<string>();
  const rest = [id];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const info = graph.getModuleInfo(next);
    if (info?.isEntry) pages.add(pageNamed(next));
    rest.push(...(info?.importers ?? []));
  }
  known.set(id, pages);
  return pages;
}

/** `…/entrypoints/popup/index.html` → the name of its folder. */
function pageNamed(entry: string): string {
  return entry.match(/\/entrypoints\/([^/]+)\//)?.[1] ?? entry;
}
