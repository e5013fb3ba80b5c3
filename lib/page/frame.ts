/** The iframe and its private port: one offer per load, confirmed by a nonce that only the background also knows. */
import type { Iframe } from './place.ts';
import type { PortOffer } from './wire.ts';

/** A frame that has not said hello by then was blocked, by COEP for one. A late hello takes that back. */
const HELLO_WITHIN_MS = 5000;

/** What both sides send over the port is told apart by its kind. */
interface Message {
  kind: string;
}

export interface Frame<Sent extends Message> {
  element: HTMLIFrameElement;
  send(message: Sent): void;
  /** Loads the page of the frame again, with a new port. */
  renew(): void;
  /** The same for one that has no port yet: what it was told when it was made is not so any more. */
  unsay(): void;
}

export interface FrameOptions<Heard extends Message> {
  iframe: Iframe;
  onMessage(message: Heard): void;
  /** Nothing answered: the browser did not let the frame run on this page. */
  onBlocked(): void;
  signal: AbortSignal;
}

/**
 * Every load of the frame gets a fresh channel and nonce; the first one's nonce was made with it. The nonce goes to the background
 * first, so that the frame cannot ask before it is known.
 */
export function createFrame<Sent extends Message, Heard extends Message>({
  iframe,
  onMessage,
  onBlocked,
  signal,
}: FrameOptions<Heard>): Frame<Sent> {
  const { element } = iframe;
  // Not as it was first: where only what follows the # is another, nothing loads.
  const again = `${iframe.src}?again`;
  const last = new Map<string, Sent>();
  let port: MessagePort | null = null;
  let helloed = false;
  /** Whether it may still have the nonce it was made with. */
  let fresh = true;

  const offer = async () => {
    // A page that moves our host makes its frame another window, empty at first: that one says its own load.
    const loaded = element.contentWindow;
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }: MessageEvent<Heard>) => {
      if (data.kind === 'hello') helloed = true;
      onMessage(data);
    };
    // They lie in the port until the frame has taken it. Said only after its hello they would wait for this page once more, which
    // often draws a whole list meanwhile.
    for (const message of last.values()) port.postMessage(message);
    // Another window than it was made with finds this one to be taken, and loads once more (lib/lead/door.ts).
    const first = fresh;
    fresh = false;
    const nonce = first ? iframe.nonce : crypto.randomUUID();
    const known = first || (await iframe.offer(nonce));
    // The frame may have loaded once more in between, and is perhaps another window: that load has its own port, and in this one
    // nothing may pile up.
    const isLast = port === channel.port1;
    if (!known || signal.aborted || !isLast || element.contentWindow !== loaded) {
      channel.port1.close();
      return;
    }
    const message: PortOffer = { truce: 'port', nonce };
    // Not the origin of `src`: with `use_dynamic_url` that is an alias, and the frame has the extension's own.
    loaded?.postMessage(message, chrome.runtime.getURL('/'), [channel.port2]);
  };

  const loaded = () => {
    helloed = false;
    void offer();
    setTimeout(
      () => !helloed && !signal.aborted && element.isConnected && onBlocked(),
      HELLO_WITHIN_MS,
    );
  };
  const renew = () => {
    // Whatever has its first nonce, it may be taken.
    fresh = false;
    element.src = again;
  };
  if (iframe.loaded) loaded();
  element.addEventListener('load', loaded);
  signal.addEventListener('abort', () => port?.close());

  return {
    element,
    send(message) {
      // A frame that loads again must hear the last word of each kind.
      last.set(message.kind, message);
      port?.postMessage(message);
    },
    renew,
    unsay() {
      if (!helloed && element.src !== again) renew();
    },
  };
}
