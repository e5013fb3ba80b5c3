/** What somebody did to get to a screen: typed, gave a file, pressed. */
import type { Pressed } from './screens.tsx';

/** Does all of it in order, and waits until the page has settled. */
export async function act(pressed: Pressed | undefined): Promise<void> {
  await typed(pressed?.type);
  if (pressed?.file) await given(pressed.file);
  await press(pressed?.press);
  await typed(pressed?.after?.type);
  await press(pressed?.after?.press);
  await settled();
}

const settled = () => new Promise((next) => setTimeout(next, 30));
const fieldOf = (field: string) => document.querySelector<HTMLInputElement>(`[name="${field}"]`);

async function given(name: string) {
  await settled();
  const carried = new DataTransfer();
  carried.items.add(new File(['{}'], 'harbour.json', { type: 'application/json' }));
  const field = fieldOf(name);
  if (field) field.files = carried.files;
  field?.dispatchEvent(new Event('change', { bubbles: true }));
}

async function typed(texts: Record<string, string> = {}) {
  for (const [field, text] of Object.entries(texts)) {
    await settled();
    // React watches the field's own setter, so the prototype's is called, as typing does.
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    setter?.call(fieldOf(field), text);
    fieldOf(field)?.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

async function press(selectors: string[] = []) {
  for (const selector of selectors) {
    await settled();
    document.querySelector<HTMLElement>(selector)?.click();
  }
}
