/** Label → value: for pages that mark nothing but say everything ("E-mail: …"). One walk finds all labels. */
import type { FactName } from '../contract/recipe.ts';
import { fieldValue, isVisible } from './dom.ts';
import { factOfLabel, LONGEST_LABEL } from './labels.ts';

/** How far a label's wrappers are followed upwards while they hold nothing but the label. */
const WRAPPERS = 4;

/**
 * @returns for each fact the elements that stand where its label's value would, in page order
 */
export function valuesByLabel(
  scope: Element,
  wanted: ReadonlySet<FactName>,
  belongs: (element: Element) => boolean,
): Map<FactName, Element[]> {
  const values = new Map<FactName, Element[]>();
  const walker = scope.ownerDocument.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length < 2 || text.length > LONGEST_LABEL + 40) continue;
    const fact = factOfLabel(text);
    const label = node.parentElement;
    if (!fact || !wanted.has(fact) || !label || !isVisible(label) || !belongs(label)) continue;
    const value = valueBeside(label);
    if (!value || !isVisible(value) || !belongs(value)) continue;
    values.set(fact, [...(values.get(fact) ?? []), value]);
  }
  return values;
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
  const id = label.closest('[id]')?.id;
  if (!id) return null;
  return label.ownerDocument.querySelector(`[aria-labelledby~="${CSS.escape(id)}"]`);
}

/** The next cell, the `dd` of a `dt`, the next block: whatever follows the label or what wraps only the label. */
function besideOf(label: Element): Element | null {
  const words = label.textContent?.trim();
  let wrapper: Element | null = label;
  for (let step = 0; wrapper && step < WRAPPERS; step += 1) {
    const next = wrapper.nextElementSibling;
    if (next?.textContent?.trim() || next?.querySelector('input, textarea, select')) {
      return next;
    }
    const outer: Element | null = wrapper.parentElement;
    wrapper = outer?.textContent?.trim() === words ? outer : null;
  }
  return null;
}
