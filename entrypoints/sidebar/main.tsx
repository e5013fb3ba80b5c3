import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { frameSight } from '../../lib/lead/frame-sight.ts';
import { scoutAtDoor } from '../../lib/lead/source.ts';
import { askForCard as ask } from '../../lib/messaging/ask-for-card.ts';
import { speak, spoken } from '../../lib/words/speak.ts';
import { App } from './App.tsx';
import { openParts } from './parts.ts';

// The scout offers its port as soon as this page has loaded: somebody must be listening before anything is awaited.
const parts = openParts({ source: scoutAtDoor(ask), ask, sight: frameSight });
await speak(navigator.language);
document.documentElement.lang = spoken();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App parts={parts} />);
