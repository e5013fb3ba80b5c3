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
  // By hand: a tree walker that asks a function of ours about every node is four times as slow.
  const visit = (element: Element) => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) parts.texts.push(node as Text);
      else if (node.nodeType === Node.ELEMENT_NODE && belongs(node as Element)) {
        parts.elements.push(node as Element);
        visit(node as Element);
      }
    }
  };
  visit(scope);
  return parts;
}
