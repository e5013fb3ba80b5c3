/**
 * What Truce is held against: the same sidebar by React, drawn in a closed shadow root by a content script. It is handed its lead,
 * so it neither asks nor reads anything.
 */
import { createRoot } from 'react-dom/client';
import { Sidebar } from '../../../components/sidebar/Sidebar.tsx';
import { sampleCard } from '../../../lib/lead/sample-card.ts';

/** Put in by the build. */
declare const __BASELINE_STYLE__: string;

const host = document.createElement('div');
host.style.cssText = 'position:fixed;inset:0 0 0 auto;width:380px;z-index:2147483647';
const root = host.attachShadow({ mode: 'closed' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(__BASELINE_STYLE__);
root.adoptedStyleSheets = [sheet];
document.documentElement.append(host);

const nothing = () => undefined;
const never = () => new Promise<never>(nothing);
const card = sampleCard(Date.now());
createRoot(root).render(
  <Sidebar
    state={{
      is: 'lead',
      card,
      stale: null,
      timeline: {
        tab: 'moments',
        kinds: [],
        events: card.moments,
        colleagues: [],
        more: false,
        loading: false,
        problem: null,
      },
      unsent: [],
    }}
    outbox={{ isUnread: false, waiting: 0, sending: false, attention: [], lastProblem: null }}
    undo={null}
    disarmed={null}
    side="right"
    now={Date.now()}
    onVerdict={never}
    onFlag={never}
    onUndo={nothing}
    onRegister={never}
    onIdentity={never}
    onRetry={nothing}
    onLoadMore={nothing}
    onTab={nothing}
    onKinds={nothing}
    onWatch={nothing}
    onClose={nothing}
    onDock={nothing}
    onConnect={nothing}
    onOpenOutbox={nothing}
  />,
);
