/** The edge that resizes the panel, by pointer and by arrow keys. */
import { PANEL_WIDTH, type PanelState } from './extension.ts';

const STEP = 20;

export interface Handle {
  element: HTMLElement;
  /** Tells assistive technology the present width. */
  describe(state: PanelState): void;
}

/**
 * @param label what it is called
 * @param onWidth gets the wished width in px, not yet limited */
export function createHandle(
  label: string,
  onWidth: (width: number) => void,
  state: () => PanelState,
  signal: AbortSignal,
): Handle {
  const element = document.createElement('div');
  element.className = 'handle';
  element.tabIndex = 0;
  element.setAttribute('role', 'separator');
  element.setAttribute('aria-orientation', 'vertical');
  element.setAttribute('aria-label', label);
  element.setAttribute('aria-valuemin', String(PANEL_WIDTH.least));
  element.setAttribute('aria-valuemax', String(PANEL_WIDTH.most));

  const widthAt = (x: number) => (state().side === 'right' ? window.innerWidth - x : x);
  element.addEventListener(
    'pointerdown',
    (event) => event.isTrusted && element.setPointerCapture(event.pointerId),
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (event.isTrusted && element.hasPointerCapture(event.pointerId))
        onWidth(widthAt(event.clientX));
    },
    { signal },
  );
  element.addEventListener(
    'keydown',
    (event) => {
      const wider = state().side === 'right' ? 'ArrowLeft' : 'ArrowRight';
      const narrower = state().side === 'right' ? 'ArrowRight' : 'ArrowLeft';
      if (!event.isTrusted || (event.key !== wider && event.key !== narrower)) return;
      event.preventDefault();
      onWidth(state().width + (event.key === wider ? STEP : -STEP));
    },
    { signal },
  );
  return {
    element,
    describe: ({ width }) => element.setAttribute('aria-valuenow', String(width)),
  };
}
