/** Label → value: for pages that mark nothing but say everything ("E-mail: …"). One walk finds all labels. */
import type { FactName } from '../contract/recipe.ts';
import { fieldValue, isVisible } from './dom.ts';
import { factOfLabel, LONGEST_LABEL, plainLabel } from './labels.ts';
import { type OwnParts, ownParts } from './own-parts.ts';

/** What stands beside labels without being their value. */
const NO_VALUE =
  'svg, i, img, br, wbr, hr, button, script, style, template, [hidden], [type="hidden"], [aria-hidden="true"]';

/** So many of one label are looked at; more only make sure that there is more than one value. */
const MOST = 8;

/** How far a label's wrappers are followed upwards while they hold nothing but the label. */
const WRAPPERS = 4;

/**
 * @returns for each fact the elements that stand where its label's value would, in page order
 */
export function valuesByLabel(
  own: OwnParts,
  wanted: ReadonlySet<FactName>,
  belongs: (element: Element) => boolean,
): Map<FactName, Element[]> {
  const values = new Map<FactName, Element[]>();
  for (const { text, label } of labelsIn(own)) {
    const fact = factOfLabel(text);
    // A label that comes again and again is a list's, and nobody's own.
    if (!fact || !wanted.has(fact) || (values.get(fact)?.length ?? 0) >= MOST) continue;
    const value = valueOfLabel(label, belongs);
    if (value) values.set(fact, [...(values.get(fact) ?? []), value]);
  }
  return values;
}

/** @returns the elements that stand beside a label with exactly these words */
export function besideLabel(
  scope: Element,
  words: string,
  belongs: (element: Element) => boolean,
): Element[] {
  const wanted = plainLabel(words);
  return labelsIn(ownParts(scope, belongs))
    .filter(({ text }) => plainLabel(text) === wanted)
    .map(({ label }) => valueOfLabel(label, belongs))
    .filter((value) => value !== null);
}

function labelsIn({ texts }: OwnParts): { text: string; label: Element }[] {
  return texts.flatMap(({ data, parentElement }) =>
    parentElement && data.length > 1 && data.length <= LONGEST_LABEL + 40
      ? [{ text: data, label: parentElement }]
      : [],
  );
}

/** @returns the element that holds the label's value, if both are in view and belong to the record */
function valueOfLabel(label: Element, belongs: (element: Element) => boolean): Element | null {
  if (!isVisible(label)) return null;
  const value = valueBeside(label);
  return value && belongs(value) && isVisible(value) ? value : null;
}

function valueBeside(label: Element): Element | null {
  return controlOf(label) ?? describedBy(label) ?? besideOf(label);
}

/** `<label for>` and labels around their field. */
function controlOf(label: Element): Element | null {
  const owner = label.closest('label');
  const control = owner && 'control' in owner ? (owner.control as Element | null) : null;
  return control && fieldValue(control) !== null ? control : null;
}

function describedBy(label: Element): Element | null {
  // Looked for in the whole document, so only where the label itself, or what wraps it, has a name.
  const id = label.id || label.parentElement?.id;
  if (!id) return null;
  return label.ownerDocument.querySelector(`[aria-labelledby~="${CSS.escape(id)}"]`);
}

/** The next cell, the `dd` of a `dt`, the next block: whatever follows the label or what wraps only the label. */
function besideOf(label: Element): Element | null {
  const words = label.textContent?.trim();
  let wrapper: Element | null = label;
  for (let step = 0; wrapper && step < WRAPPERS; step += 1) {
    const next = wrapper.nextElementSibling;
    // An empty box beside a label is its value: what follows further on belongs to the next label.
    // Nor is the star of a field that must be filled.
    const said = next?.textContent?.trim();
    if (next && said !== '*' && (said || !next.matches(NO_VALUE))) return next;
    const outer: Element | null = wrapper.parentElement;
    wrapper = outer?.textContent?.trim() === words ? outer : null;
  }
  return null;
}
