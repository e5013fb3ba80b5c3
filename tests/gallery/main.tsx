import { createRoot } from 'react-dom/client';
import { PRESSED, SCREENS } from './screens.tsx';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
document.documentElement.dir = asked.get('dir') ?? 'ltr';

const name = asked.get('screen') ?? '';
const pressed = PRESSED[name];
const screen = SCREENS[pressed?.from ?? name];
document.title = screen ? `Truce: ${name}` : 'Truce, every screen';

const root = document.getElementById('root');
if (root) createRoot(root).render(screen ? screen() : <Index />);

/** Tests and pictures ask which screens there are. */
Object.assign(window, { screens: [...Object.keys(SCREENS), ...Object.keys(PRESSED)] });

const settled = () => new Promise((next) => setTimeout(next, 30));
const fieldOf = (field: string) => document.querySelector<HTMLInputElement>(`[name="${field}"]`);

await typed(pressed?.type);
if (pressed?.file) {
  await settled();
  const carried = new DataTransfer();
  carried.items.add(new File(['{}'], 'harbour.json', { type: 'application/json' }));
  const field = fieldOf(pressed.file);
  if (field) field.files = carried.files;
  field?.dispatchEvent(new Event('change', { bubbles: true }));
}
await press(pressed?.press);
await typed(pressed?.after?.type);
await press(pressed?.after?.press);
await settled();
document.body.dataset.ready = '';

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

/** Every screen in both themes, as links. */
function Index() {
  return (
    <main style={{ padding: '24px', fontFamily: 'system-ui' }}>
      <h1>Every screen</h1>
      <ul>
        {[...Object.keys(SCREENS), ...Object.keys(PRESSED)].map((each) => (
          <li key={each}>
            <a href={`?screen=${each}&theme=light`}>{each}</a>{' '}
            <a href={`?screen=${each}&theme=dark`}>dark</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
