/** The frame's side of the handshake: takes the one port that our scout sent, and ignores everything else. */
import type { Ask } from '../messaging/ask.ts';
import type { PortOffer } from '../page/wire.ts';

export interface Door<Sent> {
  send(message: Sent): void;
}

/**
 * Waits for a port whose nonce the background confirms, then stops listening to the window for good. A page that
 * embeds the sidebar can send ports too; its nonces are not known, so its frame waits for ever.
 *
 * @param onMessage called with what the scout reports, after the confirmation only
 * @param onOpen called once with the way back to the scout
 */
export function waitAtDoor<Heard, Sent>(
  ask: Ask,
  onMessage: (message: Heard) => void,
  onOpen: (door: Door<Sent>) => void,
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

  const open = async (nonce: string, port: MessagePort) => {
    const confirmed = await ask('frame.claim', { nonce });
    if (!confirmed.ok || life.signal.aborted) return;
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
