import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { SampleMark } from '../../components/sidebar/SampleMark.tsx';
import { cardCache } from '../../lib/engagement/cards.ts';
import { oneLead } from '../../lib/lead/one-lead.ts';
import type { Source } from '../../lib/lead/source.ts';
import { askForCard as ask } from '../../lib/messaging/ask-for-card.ts';
import { speak, spoken } from '../../lib/words/speak.ts';
import { App } from '../sidebar/App.tsx';
import { openParts } from '../sidebar/parts.ts';
import { PanelApp } from './App.tsx';
import { followFront } from './front.ts';
import { openSample } from './sample.ts';

/** No page has to be heard, and no page holds the sidebar. */
const alone: Source = (hear) => {
  hear({ kind: 'panel', side: null, shown: true });
  return () => undefined;
};

await speak(navigator.language);
document.documentElement.lang = spoken();

const root = document.getElementById('root');
if (root) createRoot(root).render(screen(new URLSearchParams(location.search)));

/** `?lead=` is one lead in a tab of its own, `?sample` the made-up one; else what is in the tab in front. */
function screen(asked: URLSearchParams): ReactNode {
  const leadId = asked.get('lead');
  if (leadId !== null) {
    const session = oneLead({ ask, cards: cardCache() }, leadId);
    return <App parts={openParts({ source: alone, ask, session })} />;
  }
  if (asked.has('sample')) {
    return (
      <SampleMark>
        <App parts={openParts(openSample())} />
      </SampleMark>
    );
  }
  const { front, source } = followFront();
  return <PanelApp front={front} parts={openParts({ source, ask })} />;
}
