/** From an element that somebody pointed at to places that find it again, here and on other records' pages. */
import type { FactName, Place } from '../contract/recipe.ts';
import { addressOf, select, textOf } from '../crm/dom.ts';
import { besideLabel } from '../crm/label-values.ts';
import { cleaned, phoneOf, valuesAt } from '../crm/places.ts';
import { lookingIn } from '../crm/read.ts';

/** So many places are kept for one fact: the best, and two others for pages that lack it. */
const KEPT = 3;
/** How far around what was pointed at something with a name is looked for. */
const REACH = 5;

/** The element and its value, or why it cannot be this fact. */
export type Pointed =
  | { ok: true; places: Place[]; value: string }
  | { ok: false; why: 'no-address' | 'no-text' | 'too-much' | 'no-number' | 'not-alone' };

/** @returns places for this fact, most lasting first; each gives, on this very page, this value and no other */
export function placesOf(pointedAt: Element, fact: FactName): Pointed {
  const target = valueElement(pointedAt, fact);
  if (!target) return { ok: false, why: reasonFor(pointedAt, fact) };
  const { element, value } = target;
  const body = element.ownerDocument.body;
  const givesOnlyThis = (place: Place) => {
    const values = valuesOn(body, fact, place);
    return values.size === 1 && values.has(value);
  };
  const places = candidates(element, value).filter(givesOnlyThis).slice(0, KEPT);
  return places.length > 0 ? { ok: true, places, value } : { ok: false, why: 'not-alone' };
}

/** @returns the different values that a place gives on a page, read as a recipe would read them */
export function valuesOn(body: Element, fact: FactName, place: Place): Set<string> {
  return valuesAt(body, fact, place, lookingIn(body, {}, ''));
}

/** Pointing hits the innermost element; an address may stand on the link around it, beside an icon in it. */
function valueElement(
  pointedAt: Element,
  fact: FactName,
): { element: Element; value: string } | null {
  let element: Element | null = pointedAt;
  for (let step = 0; element && step < 3; step += 1) {
    const value = valueIn(element, fact);
    if (value) return { element, value };
    const around: Element | null = element.parentElement;
    const isWrapper: boolean =
      around !== null && saysNoMore(around, element, valueIn(around, fact));
    element = isWrapper ? around : null;
  }
  return null;
}

/** What is around something with other words in it is another thing: the row around a label, the card around a row. */
function saysNoMore(around: Element, inner: Element, value: string | undefined): boolean {
  const [all, own] = [textOf(around) ?? '', textOf(inner) ?? ''];
  return all === own || all === value;
}

const LONGEST = 120;

function valueIn(element: Element, fact: FactName): string | undefined {
  if (fact === 'email') return addressOf(element);
  const text = fact === 'phone' ? phoneOf(element) : textOf(element);
  return text && text.length <= LONGEST ? cleaned(text, fact, []) : undefined;
}

function reasonFor(element: Element, fact: FactName) {
  const text = textOf(element);
  if (!text) return 'no-text';
  if (fact === 'email') return 'no-address';
  return text.length > LONGEST ? 'too-much' : 'no-number';
}

function candidates(element: Element, value: string): Place[] {
  return [
    ...named(element, value),
    ...labelled(element),
    ...classed(element),
    ...structural(element),
  ];
}

/** Attributes that developers give names in; the value must be a word and must not be the person's own. */
function named(element: Element, value: string): string[] {
  const found: string[] = [];
  let around: Element | null = element;
  for (let step = 0; around && around !== element.ownerDocument.body && step < REACH; step += 1) {
    for (const own of nameSelectors(around, value)) {
      found.push(step === 0 ? own : `${own} ${pathBetween(around, element)}`);
      if (step > 0 && textOf(around) === textOf(element)) found.push(own);
    }
    around = around.parentElement;
  }
  return found;
}

const NAMING = /^(data-[\w-]+|itemprop|name|field|role|aria-label|id|part)$/;
const TELLING =
  /^(data-(field|name|test|testid|test-id|qa|cy|key|attribute|property|column)|itemprop|name|field)/;
const WORDY = /^[A-Za-z][A-Za-z_.: -]{1,60}$/;

function nameSelectors(element: Element, value: string): string[] {
  return [...element.attributes]
    .filter(({ name, value: text }) => NAMING.test(name) && WORDY.test(text) && text !== value)
    .sort((a, b) => Number(TELLING.test(b.name)) - Number(TELLING.test(a.name)))
    .map(({ name, value: text }) => `[${name}="${CSS.escape(text)}"]`);
}

/** The words beside it, where the engine's own way from the label leads back to this element. */
function labelled(element: Element): Place[] {
  return labelsAround(element)
    .filter((words) => {
      const beside = besideLabel(element.ownerDocument.body, words, () => true);
      return beside.length === 1 && (beside[0] === element || beside[0]?.contains(element));
    })
    .map((label) => ({ label }));
}

function labelsAround(element: Element): string[] {
  const words: string[] = [];
  let around: Element | null = element;
  for (let step = 0; around && step < REACH; step += 1) {
    for (const near of [around.previousElementSibling, labelFor(around)]) {
      const text = textOf(near)?.replace(/[:：*\s]+$/, '');
      if (text && text.length <= 40) words.push(text);
    }
    around = around.parentElement;
  }
  return words;
}

function labelFor(element: Element): Element | null {
  return element.id
    ? element.ownerDocument.querySelector(`label[for="${CSS.escape(element.id)}"]`)
    : null;
}

/** Classes a person wrote; what a build made up has digits or capitals in odd places. */
const WRITTEN = /^[a-z]{3,}(?:(?:[-_]{1,2})[a-z]{2,})*$/;

function classed(element: Element): string[] {
  const own = writtenClasses(element).map((name) => `.${name}`);
  const around = element.parentElement ? writtenClasses(element.parentElement) : [];
  const tag = element.localName;
  return [
    ...own,
    ...around.map((name) => `.${name} > ${tag}`),
    ...(/^h[1-3]$/.test(tag) ? [tag] : []),
  ];
}

const writtenClasses = (element: Element) =>
  [...element.classList].filter((name) => WRITTEN.test(name) && /[aeiou]/.test(name));

/** The way down from something with a name, else from the body, by position. The last resort. */
function structural(element: Element): string[] {
  let around = element.parentElement;
  while (around && around !== element.ownerDocument.body) {
    const [name] = nameSelectors(around, '');
    if (name && select(element.ownerDocument, name).length === 1) {
      return [`${name} > ${pathBetween(around, element)}`];
    }
    around = around.parentElement;
  }
  return [`body > ${pathBetween(element.ownerDocument.body, element)}`];
}

/** @returns the way from one element down to another, by tag and position */
export function pathBetween(from: Element, to: Element): string {
  const steps: string[] = [];
  for (
    let element: Element | null = to;
    element && element !== from;
    element = element.parentElement
  ) {
    const { localName } = element;
    const alike = [...(element.parentElement?.children ?? [])].filter(
      (child) => child.localName === localName,
    );
    steps.unshift(
      alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(element) + 1})` : localName,
    );
  }
  return steps.join(' > ');
}
