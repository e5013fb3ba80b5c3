import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { speak, spoken } from '../../lib/words/speak.ts';
import { teachWords } from '../../lib/words/teach.ts';
import { App } from './App.tsx';
import { openSession } from './session.ts';

// The teacher offers its port as soon as this page has loaded: somebody must be listening before anything is awaited.
const session = openSession();
await speak(navigator.language);
document.documentElement.lang = spoken();
document.title = teachWords().tab;

const root = document.getElementById('root');
if (root) createRoot(root).render(<App session={session} />);
