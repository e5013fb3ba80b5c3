import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { speak, spoken } from '../../lib/words/speak.ts';
import { App } from './App.tsx';

// In the browser's language from the first painting on.
await speak(navigator.language);
document.documentElement.lang = spoken();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
