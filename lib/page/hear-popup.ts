/** What the popup, the keys and the browser's own panel ask of the page's part. */
import { isAlive } from './extension.ts';
import type { Panel, PanelReport } from './panel.ts';

/** Answered with a `PanelReport`; where no record was opened yet nobody answers. */
export interface ToScout {
  to: 'scout';
  /** `focus` opens the panel, and the keyboard is in it then; `toggle` does that or closes it. */
  name: 'panel.state' | 'panel.focus' | 'panel.toggle';
}

export function hearPopup(panel: Panel, signal: AbortSignal): void {
  const hear = (message: ToScout, _: unknown, answer: (report: PanelReport) => void) => {
    if (signal.aborted || message?.to !== 'scout') return;
    if (message.name === 'panel.focus') panel.focus();
    if (message.name === 'panel.toggle') panel.toggle();
    answer(panel.state());
  };
  chrome.runtime.onMessage.addListener(hear);
  signal.addEventListener(
    'abort',
    () => isAlive() && chrome.runtime.onMessage.removeListener(hear),
  );
}
