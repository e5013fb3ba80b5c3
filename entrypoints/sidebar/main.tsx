import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { frameSight } from '../../lib/lead/frame-sight.ts';
import type { LeadView } from '../../lib/lead/session.ts';
import { scoutAtDoor } from '../../lib/lead/source.ts';
import { askForCard as ask } from '../../lib/messaging/ask-for-card.ts';
import type { Cell } from '../../lib/platform/cell.ts';
import { speak, spoken } from '../../lib/words/speak.ts';
import { App } from './App.tsx';
import { openParts } from './parts.ts';

/** A card that is on the disk comes within this. */
const SOON_MS = 60;

// The scout offers its port as soon as this page has loaded: somebody must be listening before anything is awaited.
const parts = openParts({ source: scoutAtDoor(ask), ask, sight: frameSight });
await Promise.all([speak(navigator.language), somethingToShow(parts.session.view)]);
document.documentElement.lang = spoken();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App parts={parts} />);

/** Until there is more than grey lines, which the page shows already; but not for long, as they say nothing. */
function somethingToShow(view: Cell<LeadView>): Promise<void> {
  return new Promise((done) => {
    const stop = view.subscribe(() => view.get().is !== 'skeleton' && end());
    const timer = setTimeout(end, SOON_MS);
    function end() {
      stop();
      clearTimeout(timer);
      done();
    }
  });
}
