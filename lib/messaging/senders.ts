/**
 * Who sends a message, by the browser's word alone: the id of the extension, the address and the origin of the document,
 * the frame it is in. What the message says of itself counts for nothing here.
 */

/** Our frames inside a CRM page; each has its own page of ours, and its own nonce. */
export type SeatKind = 'sidebar' | 'rows' | 'teach';
/** Our pages that stand alone: in a tab, in the popup, in the browser's own panel. */
export type OwnPageKind = 'options' | 'popup' | 'panel' | 'review' | 'store';
/**
 * scout: a content script of ours in a CRM page, which speaks from that page's process · unconfirmed: a frame of ours
 * that has not shown the nonce of our scout yet · the others: see above
 */
export type SenderKind = 'scout' | 'unconfirmed' | SeatKind | OwnPageKind;

/** Who sent a message. */
export interface Sender {
  kind: SenderKind;
  /** Which of our frames it is, confirmed or not. */
  seat: SeatKind | null;
  tabId: number | null;
  frameId: number | null;
  /** The very document, where the browser tells documents apart: a frame that went elsewhere is another one. */
  documentId: string | null;
}

/** One of our frames, and where it is. */
export interface FramePlace {
  seat: SeatKind;
  tabId: number;
  frameId: number;
  documentId: string | null;
}

/** Part of `runtime.MessageSender` that tells who it is. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  /** Chromium only. */
  origin?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
}

/** Our pages by their path. What is not here may send nothing, however it came to be open. */
const SEATS: Record<string, SeatKind> = {
  '/sidebar.html': 'sidebar',
  '/sidebar-elsewhere.html': 'sidebar',
  '/row-card.html': 'rows',
  '/row-card-elsewhere.html': 'rows',
  '/teach.html': 'teach',
};
const OWN_PAGES: Record<string, OwnPageKind> = {
  '/options.html': 'options',
  '/popup.html': 'popup',
  '/panel.html': 'panel',
  '/review.html': 'review',
  '/store.html': 'store',
};

/**
 * @param own address of the extension, `chrome-extension://…/`
 * @param ownId id of the extension
 * @returns who it is, a frame always as unconfirmed; null when it is nobody who may say anything
 */
export function senderAt(raw: RawSender, own: string, ownId: string): Sender | null {
  if (raw.id !== ownId || !raw.url || !URL.canParse(raw.url)) return null;
  const url = new URL(raw.url);
  const place = {
    seat: null,
    tabId: raw.tab?.id ?? null,
    frameId: raw.frameId ?? null,
    documentId: raw.documentId ?? null,
  };
  if (`${url.protocol}//${url.host}/` === own) {
    // A sandboxed document has our address and an origin of its own.
    if (raw.origin !== undefined && `${raw.origin}/` !== own) return null;
    return ownPage(url.pathname, place);
  }
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && place.tabId !== null && place.frameId === 0 ? { kind: 'scout', ...place } : null;
}

function ownPage(path: string, place: Omit<Sender, 'kind'>): Sender | null {
  const seat = Object.hasOwn(SEATS, path) ? SEATS[path] : undefined;
  const isTop = place.frameId === null || place.frameId === 0;
  if (seat) return place.tabId === null || isTop ? null : { ...place, kind: 'unconfirmed', seat };
  // A page that frames one of these is not ours to serve.
  const kind = Object.hasOwn(OWN_PAGES, path) ? OWN_PAGES[path] : undefined;
  return kind && isTop ? { ...place, kind } : null;
}

/** @returns the sender, its frame confirmed if `isConfirmed` knows it by the nonce it has shown */
export async function confirmedSender(
  sender: Sender | null,
  isConfirmed: (frame: FramePlace) => Promise<boolean>,
): Promise<Sender | null> {
  const frame = sender && frameOf(sender);
  return frame && (await isConfirmed(frame)) ? { ...sender, kind: frame.seat } : sender;
}

/** @returns the frame that sent it; null when it was no frame of ours */
export function frameOf({ seat, tabId, frameId, documentId }: Sender): FramePlace | null {
  if (seat === null || tabId === null || frameId === null) return null;
  return { seat, tabId, frameId, documentId };
}
