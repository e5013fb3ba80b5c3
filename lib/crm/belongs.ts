/** Whether an element speaks of the record, or is part of a feed, a hover card, the page's own frame. */

import { select } from './dom.ts';

const FOREIGN_TAGS = /^(nav|footer)$/;
const FOREIGN_ROLES = /^(navigation|feed|log|tooltip|alert)$/;
/** Words that builders of pages name such parts with; Dolibarr's `classfortooltip` has a tooltip, and is none. */
const FOREIGN_CLASSES =
  /feed|timeline|activit|signature|comment|tooltip(?<!classfortooltip)|popover/i;

/** So many elements are asked one by one before the browser is asked for all. */
const FEW = 300;

/** Over a page without a pane of its own, a dialog shows something else. */
const DIALOGS = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], .modal';

/**
 * @param scope the record's container; what is around it does not matter
 * @param ignore selectors of the recipe for more such parts
 * @returns the test. It asks about parents first and remembers, so that a feed of thousands costs one question.
 */
export function belongsTo(
  scope: Element,
  ignore: readonly string[],
): (element: Element) => boolean {
  const inBody = scope === scope.ownerDocument.body;
  const selectors = [...ignore, ...(inBody ? [DIALOGS] : [])];
  let asked = 0;
  let ignored: Set<Element> | undefined;
  // A selector may look around (`:has`): dear to ask of each of very many, and dear to look for in all the page.
  const isIgnored = (element: Element) => {
    asked += 1;
    if (asked <= FEW) return selectors.some((selector) => matches(element, selector));
    ignored ??= new Set(selectors.flatMap((selector) => select(scope, selector)));
    return ignored.has(element);
  };
  const known = new Map<Element, boolean>([[scope, true]]);

  const belongs = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    // Above the scope, or in another tree: nothing of the page's frame is between.
    const answer = (parent === null || belongs(parent)) && !isForeign(element, isIgnored, scope);
    known.set(element, answer);
    return answer;
  };
  return belongs;
}

function isForeign(
  element: Element,
  isIgnored: (element: Element) => boolean,
  scope: Element,
): boolean {
  if (element.contains(scope)) return false;
  const role = element.getAttribute('role');
  const classes = element.getAttribute('class');
  return (
    FOREIGN_TAGS.test(element.localName) ||
    (role !== null && FOREIGN_ROLES.test(role)) ||
    (classes !== null && FOREIGN_CLASSES.test(classes)) ||
    element.hasAttribute('data-truce') ||
    isIgnored(element)
  );
}

/** A recipe may come from a file: a selector the browser refuses matches nothing. */
function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
