/** The elements and texts that speak of the record, in page order: everything in the scope but feeds and their kin. */

export interface OwnParts {
  elements: Element[];
  texts: Text[];
}

/**
 * One walk that leaves out foreign parts whole, so that a feed of thousands of elements is one step. What looks for
 * something in a page looks through this.
 */
export function ownParts(scope: Element, belongs: (element: Element) => boolean): OwnParts {
  const parts: OwnParts = { elements: [], texts: [] };
  const walker = scope.ownerDocument.createTreeWalker(
    scope,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node.nodeType === Node.TEXT_NODE || belongs(node as Element)
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) parts.texts.push(node as Text);
    else parts.elements.push(node as Element);
  }
  return parts;
}
