/** The few extension APIs the scout uses, without the polyfill's weight: promises work under `chrome` in both browsers. */
import type { CrmId } from '../contract/record.ts';
import type { Side } from './wire.ts';

/** Whether this script still belongs to a running extension; false for good after an update or removal. */
export function isAlive(): boolean {
  try {
    return Boolean(chrome.runtime?.id);
  } catch {
    return false;
  }
}

/** Messages from the scout to the background. The background answers `true` or nothing. */
export type ScoutMessage =
  | { to: 'background'; name: 'frame.offer'; body: { nonce: string } }
  | { to: 'background'; name: 'frame.blocked'; body: { why: 'frame-refused' } };

/** Tells the background; a background that is gone is not the page's problem, so nothing is thrown. */
export async function tell(message: ScoutMessage): Promise<boolean> {
  if (!isAlive()) return false;
  try {
    const answer: { ok?: boolean } | undefined = await chrome.runtime.sendMessage(message);
    return answer?.ok === true;
  } catch {
    return false;
  }
}

/** How the panel was left on this CRM. */
export interface PanelState {
  open: boolean;
  side: Side;
  width: number;
}

export const PANEL_WIDTH = { least: 320, usual: 380, most: 560 } as const;

/** @returns which CRM the person said lives at this origin, and how the panel was left there */
export async function recall(origin: string): Promise<{ crm: CrmId | null; panel: PanelState }> {
  const key = `panel:${origin}`;
  const kept = await chrome.storage.local.get(['sites', key]);
  const sites = Array.isArray(kept.sites) ? kept.sites : [];
  const site = sites.find((entry) => entry?.origin === origin);
  const left = (kept[key] ?? {}) as Partial<PanelState>;
  return {
    crm: site?.crm ?? null,
    panel: {
      open: left.open ?? true,
      side: left.side === 'left' ? 'left' : 'right',
      width: within(Number(left.width) || PANEL_WIDTH.usual),
    },
  };
}

/** @returns a width the sidebar is made for */
export function within(width: number): number {
  return Math.round(Math.min(PANEL_WIDTH.most, Math.max(PANEL_WIDTH.least, width)));
}

/** Remembers how the panel was left; lost without harm if the extension is gone. */
export function remember(origin: string, panel: PanelState): void {
  if (isAlive())
    void chrome.storage.local.set({ [`panel:${origin}`]: panel }).catch(() => undefined);
}
