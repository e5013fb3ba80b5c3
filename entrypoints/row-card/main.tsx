import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { speak, spoken } from '../../lib/words/speak.ts';
import { App } from './App.tsx';
import { openParts } from './parts.ts';

// The lister offers its port as soon as this page has loaded: somebody must be listening before anything is awaited.
const language = speak(navigator.language);
const parts = openParts(language);
await language;
document.documentElement.lang = spoken();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App parts={parts} />);
