/**
 * lib/lead: which lead a tab shows, and who may see it.
 *
 * In: the scout's nonces, the records it reports. Out: confirmed frames, and what those frames have to show.
 * This file is the background's side of the handshake: the one witness that frame and scout share.
 */
import * as z from 'zod/mini';
import { type FirstHeard, firstHeard } from '../contract/first-heard.ts';
import type { FramePlace } from '../messaging/senders.ts';
import { browser } from '../platform/browser.ts';

/** One of our frames in the page: the sidebar, the card of a list. */
const seat = z.object({
  /** Offered by the scout and not claimed yet. */
  nonce: z.nullable(z.string()),
  /** The frame that claimed the last nonce. */
  frameId: z.nullable(z.int()),
  /** What it is to hear when it claims it. */
  first: z._default(firstHeard, []),
  /** And its document: what the frame shows after that is somebody else's. Null where browsers do not say. */
  documentId: z._default(z.nullable(z.string()), null),
});

/** What is known of one tab. Kept in `storage.session`, so that it outlives the worker but not the browser. */
const testimony = z.object({
  /** The document that the scout runs in; another one has frames of its own. */
  page: z.string(),
  seats: z.record(z.string(), seat),
});
type Testimony = z.infer<typeof testimony>;

/** What the scout says of a frame that it is about to hand a port to. */
export interface Offer {
  nonce: string;
  /** A word for the document, new with each. */
  page: string;
  /** Which of our frames; each has one nonce at a time. */
  seat: string;
  first: FirstHeard[];
}

const keyOf = (tabId: number) => `witness:${tabId}`;

async function recall(tabId: number): Promise<Testimony> {
  const kept = await browser.storage.session.get(keyOf(tabId));
  const parsed = testimony.safeParse(kept[keyOf(tabId)]);
  return parsed.success ? parsed.data : { page: '', seats: {} };
}

const keep = (tabId: number, value: Testimony) =>
  browser.storage.session.set({ [keyOf(tabId)]: value });

/** Two frames of one tab come up at the same time, and neither may forget the other. */
const alone = <T>(tabId: number, act: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`truce-${keyOf(tabId)}`, act);

/** The scout of this tab will hand a port with this nonce to its frame; what that frame was before is over. */
export function offered(tabId: number, { nonce, page, seat, first }: Offer): Promise<void> {
  return alone(tabId, async () => {
    const known = await recall(tabId);
    const others = known.page === page ? known.seats : {};
    await keep(tabId, {
      page,
      seats: { ...others, [seat]: { nonce, first, frameId: null, documentId: null } },
    });
  });
}

/**
 * A frame says it was handed this nonce. Taken once, only in the tab whose scout offered it, and only from the page of ours
 * that it was offered for: a page that embeds our page, or forges the message, does not know the nonce.
 *
 * @returns what the scout wants it to hear; null where it is not taken
 */
export function claimed(frame: FramePlace, nonce: string): Promise<FirstHeard[] | null> {
  const { seat, tabId, frameId, documentId } = frame;
  return alone(tabId, async () => {
    const { page, seats } = await recall(tabId);
    const offer = seatIn(seats, seat);
    if (offer?.nonce !== nonce) return null;
    const taken = { nonce: null, first: [], frameId, documentId };
    await keep(tabId, { page, seats: { ...seats, [seat]: taken } });
    return offer.first;
  });
}

/** The tab is closed. */
export function forgetFrames(tabId: number): Promise<void> {
  return alone(tabId, () => browser.storage.session.remove(keyOf(tabId)));
}

/** @returns whether this frame, with this document in it, has claimed the nonce of its seat */
export async function isConfirmed(frame: FramePlace): Promise<boolean> {
  const { seats } = await recall(frame.tabId);
  const known = seatIn(seats, frame.seat);
  return known?.frameId === frame.frameId && known.documentId === frame.documentId;
}

/** What is known of a seat; a record from storage has whatever names it has. */
const seatIn = (seats: Testimony['seats'], name: string) =>
  Object.hasOwn(seats, name) ? seats[name] : undefined;
