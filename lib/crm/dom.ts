/** Small readers that the engine shares. All take an element and give plain, trimmed, single-line text. */

/**
 * Elements that are laid out. Cached copies of other records stay in the DOM of several CRMs, but have no boxes, or
 * are made invisible. An element with `display: contents` has no box itself, so its children decide.
 */
export function isVisible(element: Element): boolean {
  if (element.getClientRects().length > 0) {
    return element.checkVisibility({ visibilityProperty: true });
  }
  const view = element.ownerDocument.defaultView;
  if (view?.getComputedStyle(element).display !== 'contents') return false;
  return [...element.children].some(isVisible);
}

/** @returns all visible elements below `root`; none for a selector the browser does not understand */
export function allVisible(root: ParentNode, selector: string): Element[] {
  return select(root, selector).filter(isVisible);
}

/** @returns the first visible element below `root` for the first selector that has one */
export function visible(root: ParentNode, ...selectors: string[]): Element | null {
  for (const selector of selectors) {
    for (const element of select(root, selector)) if (isVisible(element)) return element;
  }
  return null;
}

/** Selectors may come from a file that somebody wrote: one the browser refuses finds nothing. */
export function select(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** Words that only a screen reader is told ("Open … Preview") are no part of a value. */
const ASSISTIVE = '.slds-assistive-text, .sr-only, .visually-hidden, script, style';

/** @returns the text of an element or the value of an input, one line, at most 200 characters; undefined if empty */
export function textOf(element: Element | null | undefined): string | undefined {
  if (!element) return undefined;
  const value = fieldValue(element);
  const raw = value ?? (element.querySelector(ASSISTIVE) ? spoken(element) : element.textContent);
  return oneLine(raw);
}

/** @returns what stands in the text, on one line and cut to what a fact may be long */
export function oneLine(raw: string | null | undefined): string | undefined {
  return raw?.replace(/\s+/g, ' ').trim().slice(0, 200).trim() || undefined;
}

/** What a person typed: a property, not an attribute. Secrets are nobody's name, so those fields are not read. */
export function fieldValue(element: Element): string | null {
  // Buttons have a value too, and it is empty.
  if (!element.matches('input, textarea, select') || !('value' in element)) return null;
  return element.matches('[type=password], [autocomplete^=cc-]') ? '' : String(element.value);
}

function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hint of copy.querySelectorAll(ASSISTIVE)) hint.remove();
  return copy.textContent ?? '';
}

const ADDRESS = /^[^\s@<>"'(),;:\\[\]]+@[^\s@<>"'(),;:\\[\]]+\.[^\s@.<>"'(),;:\\[\]]{2,}$/;

/** @returns the text if it is exactly one e-mail address, else undefined */
export function addressIn(text: string | null | undefined): string | undefined {
  const candidate = text?.trim();
  return candidate && candidate.length <= 254 && ADDRESS.test(candidate) ? candidate : undefined;
}

/** @returns the addresses among the words of a text, in order */
export function addressesAmong(text: string): string[] {
  if (!text.includes('@')) return [];
  return text
    .split(/[\s,;<>()[\]"'|]+/)
    .map((word) => addressIn(word.replace(/^mailto:/i, '').replace(/[.:]+$/, '')))
    .filter((address) => address !== undefined);
}

/** @returns the address of a mailto link; the href wins over the text, which CRMs truncate */
export function mailtoOf(link: Element | null): string | undefined {
  const href = link?.getAttribute('href') ?? '';
  if (!/^mailto:/i.test(href)) return undefined;
  const encoded = href.slice('mailto:'.length).split(/[?,]/)[0] ?? '';
  try {
    return addressIn(decodeURIComponent(encoded));
  } catch {
    return undefined;
  }
}

/** Attributes in which CRMs keep an address whole when its text is cut or absent. */
const HOLDING = ['data-email-address', 'data-rawvalue', 'data-value', 'data-email', 'title'];

/**
 * @returns the person's main address in a field's box: what is in its input, its attributes, its mailto link or
 * its text. The first counts, because CRMs put the main address first.
 */
export function addressOf(box: Element): string | undefined {
  const own = addressesAmong(fieldValue(box) ?? separateWords(box))[0];
  // A link's text may be cut ("cameron@br…"), its href is not.
  const held = [
    box,
    ...box.querySelectorAll('a, input, [data-email-address], [data-rawvalue], [title]'),
  ]
    .map((part) => mailtoOf(part) ?? attributeAddress(part) ?? addressIn(fieldValue(part)))
    .find((address) => address !== undefined);
  return held ?? own;
}

/** The words of an element with a space between its parts: a label and an address side by side are two words. */
export function separateWords(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.matches('script, style')) words.push(node.nodeValue ?? '');
  }
  return words.join(' ');
}

function attributeAddress(element: Element): string | undefined {
  for (const name of HOLDING) {
    const address = addressIn(element.getAttribute(name));
    if (address) return address;
  }
  return undefined;
}

/** @returns the facts without the empty ones, so that two readings compare equal when they say the same */
export function present<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as T;
}
