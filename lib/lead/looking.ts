/** Notes that somebody looks at a lead: once its card has been on screen for a moment, and when it leaves the screen. */
import type { Looks } from '../engagement/looked.ts';
import type { Cell } from '../platform/cell.ts';
import type { LeadSession } from './session.ts';

export interface LookingOptions {
  session: Pick<LeadSession, 'view'>;
  looks: Pick<Looks, 'note'>;
  /** Whether the panel is open; a collapsed frame counts as visible for the browser. */
  shown: Cell<boolean>;
  document: Document;
}

/** Whoever only passes by has not looked. */
const GLANCE_MS = 1000;

/** Watches what is on screen for as long as the frame lives. */
export function noteLooks({ session, looks, shown, document }: LookingOptions): void {
  /** On screen now. */
  let onScreen: string | null = null;
  /** On screen for long enough. */
  let looking: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // A disk that takes no note costs a "since yesterday", nothing else.
  const note = (leadId: string) => void looks.note(leadId).catch(() => undefined);

  const adjust = () => {
    const view = session.view.get();
    const seen = shown.get() && document.visibilityState === 'visible';
    const next = seen && view.is === 'lead' ? view.card.leadId : null;
    if (next === onScreen) return;
    clearTimeout(timer);
    if (looking) note(looking);
    looking = null;
    onScreen = next;
    if (!next) return;
    timer = setTimeout(() => {
      looking = next;
      note(next);
    }, GLANCE_MS);
  };

  session.view.subscribe(adjust);
  shown.subscribe(adjust);
  document.addEventListener('visibilitychange', adjust);
  adjust();
}
