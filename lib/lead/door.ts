/** The frame's side of the handshake: takes the one port that our scout sent, and ignores everything else. */

import type { FirstHeard } from '../contract/first-heard.ts';
import type { Ask } from '../messaging/ask.ts';
import type { PortOffer } from '../page/wire.ts';
import { nonceIn } from './frame-address.ts';

export interface Door<Sent> {
  send(message: Sent): void;
}

/**
 * Waits for a port whose nonce the background confirms, then stops listening to the window for good. A page that
 * embeds the sidebar can send ports too; its nonces are not known, so its frame waits for ever.
 *
 * Our scout also writes the nonce of a frame's first load into its address: then the background is asked at once, and what the
 * scout wants the frame to hear first is heard before the port is here, for which the page has to find the time.
 *
 * @param onMessage called with what the scout reports, after the confirmation only
 * @param onOpen called once with the way back to the scout
 * @param onFirst called before, once known as ours
 */
export function waitAtDoor<Heard, Sent>(
  ask: Ask,
  onMessage: (message: Heard) => void,
  onOpen: (door: Door<Sent>) => void,
  onFirst: (message: FirstHeard) => void = () => undefined,
): void {
  const life = new AbortController();
  window.addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      if (!event.isTrusted || event.source !== window.parent || !port) return;
      if (isOffer(event.data)) void open(event.data.nonce, port);
    },
    { signal: life.signal },
  );

  const claim = async (nonce: string) => {
    const claimed = await ask('frame.claim', { nonce });
    if (!claimed.ok || life.signal.aborted) return false;
    for (const message of claimed.value) onFirst(message);
    return true;
  };
  const own = nonceIn(location.hash);
  const early = own === '' ? null : claim(own);

  const open = async (nonce: string, port: MessagePort) => {
    const known = await (nonce === own ? early : claim(nonce));
    // Only our scout knows it. A page that moved our frame while it came up has made it another window, and the first one took it.
    if (!known && nonce === own) location.replace(`${location.pathname}?again`);
    if (!known || life.signal.aborted) return;
    life.abort();
    port.onmessage = ({ data }: MessageEvent<Heard>) => onMessage(data);
    onOpen({ send: (message) => port.postMessage(message) });
    port.postMessage({ kind: 'hello' });
  };
}

function isOffer(data: unknown): data is PortOffer {
  if (typeof data !== 'object' || data === null || !('truce' in data) || !('nonce' in data))
    return false;
  return data.truce === 'port' && typeof data.nonce === 'string';
}
