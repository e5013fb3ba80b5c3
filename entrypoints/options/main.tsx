import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { optionsWords } from '../../lib/words/options.ts';
import { speak, spoken } from '../../lib/words/speak.ts';
import { App } from './App.tsx';

await speak(navigator.language);
document.documentElement.lang = spoken();
document.title = optionsWords().page.tab;

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
