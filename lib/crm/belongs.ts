/** Whether an element speaks of the record, or is part of a feed, a hover card, the page's own frame. */

const FOREIGN_TAGS = /^(nav|footer)$/;
const FOREIGN_ROLES = /^(navigation|feed|log|tooltip|alert)$/;
/** Words that builders of pages name such parts with; Dolibarr's `classfortooltip` has a tooltip, and is none. */
const FOREIGN_CLASSES =
  /feed|timeline|activit|signature|comment|tooltip(?<!classfortooltip)|popover/i;

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
  const selectors = [...ignore, ...(inBody ? [DIALOGS] : [])].filter((selector) =>
    isSelector(scope, selector),
  );
  const more = selectors.join(', ');
  const known = new Map<Element, boolean>([[scope, true]]);

  const belongs = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    // Above the scope, or in another tree: nothing of the page's frame is between.
    const answer = (parent === null || belongs(parent)) && !isForeign(element, more, scope);
    known.set(element, answer);
    return answer;
  };
  return belongs;
}

function isForeign(element: Element, more: string, scope: Element): boolean {
  if (element.contains(scope)) return false;
  const role = element.getAttribute('role');
  const classes = element.getAttribute('class');
  return (
    FOREIGN_TAGS.test(element.localName) ||
    (role !== null && FOREIGN_ROLES.test(role)) ||
    (classes !== null && FOREIGN_CLASSES.test(classes)) ||
    element.hasAttribute('data-truce') ||
    (more !== '' && element.matches(more))
  );
}

/** A recipe may come from a file: a selector the browser refuses ignores nothing. */
function isSelector(scope: Element, selector: string): boolean {
  try {
    scope.matches(selector);
    return true;
  } catch {
    return false;
  }
}
