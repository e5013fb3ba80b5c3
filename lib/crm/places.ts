/** Places: selectors with the attribute to take and the words around the value. */
import type { FactName, Place } from '../contract/recipe.ts';
import { addressesAmong, addressIn, addressOf, isVisible, oneLine, select, textOf } from './dom.ts';
import { besideLabel } from './label-values.ts';

/** Dashes and dots that CRMs show for "nothing". */
const NOTHING = /^[-–—.\s]*$/;

/** What a place led to. `found`: its element is there, so an absent value means that the CRM has none. */
export interface AtPlace {
  found: boolean;
  value: string | undefined;
  /** Where the value stands. */
  at?: Element;
}

export interface Looking {
  /** The record's own id, for selectors that contain `{id}`. */
  id: string;
  /** The name that was read, for selectors that contain `{name}`. */
  name?: string;
  /** Whether an element belongs to the record rather than to a feed, a hover card or the page's frame. */
  belongs(element: Element): boolean;
  /** Texts that stand for "nothing". */
  empty: readonly string[];
}

/** @returns the first value that the places give for this fact, below `root` or at `root` itself (`:scope`) */
export function readPlaces(
  root: ParentNode,
  fact: FactName,
  places: readonly Place[],
  looking: Looking,
): AtPlace {
  let found = false;
  for (const place of places) {
    for (const element of elementsAt(root, place, looking)) {
      found = true;
      const value = cleaned(valueAt(element, place, fact), fact, looking.empty);
      const rest = restOf(root, place, looking);
      if (value ?? rest)
        return { found, value: [value, rest].filter(Boolean).join(' '), at: element };
    }
  }
  return { found, value: undefined };
}

/** The second half of a value that the CRM keeps in two fields. */
function restOf(root: ParentNode, place: Place, looking: Looking): string | undefined {
  if (typeof place === 'string' || 'label' in place || !place.and) return undefined;
  const [element] = elementsAt(root, place.and, looking);
  return cleaned(textOf(element), 'name', looking.empty);
}

/** @returns the different values that one place gives for this fact; more than one means that it points nowhere */
export function valuesAt(
  root: ParentNode,
  fact: FactName,
  place: Place,
  looking: Looking,
): Set<string> {
  const values = [...elementsAt(root, place, looking)].map((element) =>
    cleaned(valueAt(element, place, fact), fact, looking.empty),
  );
  return new Set(values.filter((value) => value !== undefined));
}

/** @returns the raw text of every visible element at these places; for ids and links */
export function textsAt(root: ParentNode, places: readonly Place[], looking: Looking): string[] {
  return places.flatMap((place) =>
    [...elementsAt(root, place, looking)]
      .map((element) => rawAt(element, place))
      .filter((text) => text !== undefined),
  );
}

/** One after the other: whether an element is laid out makes the browser think, and mostly the first one has the value. */
function* elementsAt(root: ParentNode, place: Place, looking: Looking): Generator<Element> {
  if (typeof place === 'object' && 'label' in place) {
    const beside = isElement(root) ? besideLabel(root, place.label, looking.belongs) : [];
    // What was typed counts, not the box around it.
    for (const box of beside) yield box.querySelector('input, select, textarea') ?? box;
    return;
  }
  const template = typeof place === 'string' ? place : place.at;
  if (template.includes('{name}') && !looking.name) return;
  const at = template
    .replaceAll('{id}', CSS.escape(looking.id))
    .replaceAll('{name}', CSS.escape(looking.name ?? ''));
  if (at === ':scope' && isElement(root)) {
    yield root;
    return;
  }
  const hidden = typeof place === 'object' && place.hidden;
  for (const element of select(root, at)) {
    if (looking.belongs(element) && (hidden || isVisible(element))) yield element;
  }
}

/** Not `instanceof`: an element in a frame is of another world's class. */
function isElement(node: ParentNode): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function valueAt(element: Element, place: Place, fact: FactName): string | undefined {
  // An address stands in several ways; everything else is what the person reads.
  const whole =
    typeof place === 'string' ||
    'label' in place ||
    !(place.take || place.after || place.before || place.own);
  if (fact === 'email' && whole) return addressOf(element);
  if (fact === 'phone' && whole) return phoneOf(element);
  return rawAt(element, place);
}

function rawAt(element: Element, place: Place): string | undefined {
  if (typeof place === 'string' || 'label' in place) return textOf(element);
  // What is typed into a secret field may stand in its markup too.
  if (place.take && element.matches('input[type=password]')) return undefined;
  const text = place.take ? oneLine(element.getAttribute(place.take)) : wordsOf(element, place.own);
  return text === undefined ? undefined : between(text, place.after, place.before);
}

function wordsOf(element: Element, own = false): string | undefined {
  if (!own) return textOf(element);
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return oneLine(texts.map((node) => node.nodeValue).join(' '));
}

/** The last separator counts: "Head of Sales at Sea at Braun Group". Without the separator there is no value. */
function between(text: string, after?: string, before?: string): string | undefined {
  let value = text;
  if (before !== undefined) {
    const end = value.lastIndexOf(before);
    if (end < 0) return undefined;
    value = value.slice(0, end);
  }
  if (after !== undefined) {
    const start = value.lastIndexOf(after);
    if (start < 0) return undefined;
    value = value.slice(start + after.length);
  }
  return oneLine(value);
}

/** @returns the number as people read it; a link's text wins over its href, which is made for machines */
export function phoneOf(element: Element): string | undefined {
  const text = textOf(element);
  if (text && /\d/.test(text)) return text;
  const href = element.getAttribute('href') ?? '';
  return /^(tel|callto):/i.test(href) ? oneLine(href.slice(href.indexOf(':') + 1)) : undefined;
}

/** @returns the value if it is one for this fact: an address is an address, a phone has digits, a dash is nothing */
export function cleaned(
  value: string | undefined,
  fact: FactName,
  empty: readonly string[],
): string | undefined {
  if (!value || NOTHING.test(value) || empty.includes(value)) return undefined;
  if (fact === 'email') return addressIn(value) ?? addressesAmong(value)[0];
  if (fact === 'phone')
    return value.replace(/\D/g, '').length >= 3 ? value.slice(0, 60) : undefined;
  return value;
}
