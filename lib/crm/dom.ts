/** Small readers that adapters share. All take an element and give plain, trimmed, single-line text. */

/** Elements that are laid out. Cached copies of other records stay in the DOM of several CRMs, but have no boxes. */
export function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** @returns the first visible element below `root` for the first selector that has one */
export function visible(root: ParentNode, ...selectors: string[]): Element | null {
  for (const selector of selectors) {
    for (const element of root.querySelectorAll(selector)) if (isVisible(element)) return element;
  }
  return null;
}

/** @returns the text of an element or the value of an input, one line, at most 200 characters; undefined if empty */
export function textOf(element: Element | null | undefined): string | undefined {
  if (!element) return undefined;
  // Buttons have a value too, and it is empty.
  const isField = element.matches('input, textarea, select');
  const raw = isField && 'value' in element ? String(element.value) : element.textContent;
  return raw?.replace(/\s+/g, ' ').trim().slice(0, 200) || undefined;
}

const ADDRESS = /^[^\s@<>"'(),;:\\[\]]+@[^\s@<>"'(),;:\\[\]]+\.[^\s@.]{2,}$/;

/** @returns the text if it is exactly one e-mail address, else undefined */
export function addressIn(text: string | undefined): string | undefined {
  const candidate = text?.trim();
  return candidate && candidate.length <= 254 && ADDRESS.test(candidate) ? candidate : undefined;
}

/** @returns the address of a mailto link; the href wins over the text, which CRMs truncate */
export function mailtoOf(link: Element | null): string | undefined {
  const href = link?.getAttribute('href') ?? '';
  if (!href.toLowerCase().startsWith('mailto:')) return undefined;
  const encoded = href.slice('mailto:'.length).split(/[?,]/)[0] ?? '';
  try {
    return addressIn(decodeURIComponent(encoded));
  } catch {
    return undefined;
  }
}

/** @returns the facts without the empty ones, so that two readings compare equal when they say the same */
export function present<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as T;
}
