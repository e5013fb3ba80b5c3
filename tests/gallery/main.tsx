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

for (const selector of pressed?.press ?? []) {
  await new Promise((next) => setTimeout(next, 30));
  document.querySelector<HTMLElement>(selector)?.click();
}
document.body.dataset.ready = '';

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

/** Tests and pictures ask which screens there are. */
Object.assign(window, { screens: [...Object.keys(SCREENS), ...Object.keys(PRESSED)] });
