import { createRoot, type Root } from 'react-dom/client';
import { speak, speakThrough } from '../../lib/words/speak.ts';
import { act } from './act.ts';
import { pseudo } from './pseudo.ts';
import { PRESSED, SCREENS } from './screens.tsx';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
document.documentElement.dir = asked.get('dir') ?? 'ltr';

const name = asked.get('screen') ?? '';
const pressed = PRESSED[name];
const screen = SCREENS[pressed?.from ?? name];
document.title = screen ? `Truce: ${name}` : 'Truce, every screen';

let painted: Root | null = null;

/** Tests and pictures ask which screens there are, and for this one in another language. */
Object.assign(window, { screens: [...Object.keys(SCREENS), ...Object.keys(PRESSED)], paint });
await paint(asked.get('lang') ?? 'en-GB');

/** As each page does it: the language is known before anything is painted. `xx` is the one nobody speaks. */
async function paint(lang: string): Promise<void> {
  delete document.body.dataset.ready;
  painted?.unmount();
  document.documentElement.lang = lang;
  speakThrough(lang === 'xx' ? pseudo : (words) => words);
  await speak(lang === 'xx' ? 'en-GB' : lang);
  const root = document.getElementById('root');
  if (!root) return;
  painted = createRoot(root);
  painted.render(screen ? screen() : <Index />);
  await act(pressed);
  document.body.dataset.ready = '';
}

/** Every screen in the ways it is looked at, as links. */
function Index() {
  const ways = ['theme=light', 'theme=dark', 'lang=de', 'lang=xx', 'dir=rtl'];
  return (
    <main style={{ padding: '24px', fontFamily: 'system-ui' }}>
      <h1>Every screen</h1>
      <ul>
        {[...Object.keys(SCREENS), ...Object.keys(PRESSED)].map((each) => (
          <li key={each}>
            {each}
            {ways.map((way) => (
              <a key={way} href={`?screen=${each}&${way}`} style={{ marginInlineStart: '12px' }}>
                {way.split('=')[1]}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </main>
  );
}
