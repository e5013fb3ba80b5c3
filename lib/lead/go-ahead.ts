/** What a frame in a CRM's page asks while the rest of it is still being loaded: whether it is ours, and what the disk has. */

import type { FirstHeard } from '../contract/first-heard.ts';
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { CARDS, storedCard } from '../engagement/stored-card.ts';
import { begin, cardNamed, claimNamed } from '../platform/ahead.ts';
import { strictStore } from '../platform/strict-store.ts';
import { heardIn, nonceIn } from './frame-address.ts';

/**
 * Nothing is believed here: whoever takes it reads it as if it had asked itself, once the frame is confirmed, and of the record that
 * the background names. What a page that is not ours had us read from the disk stays where it is.
 */
export function goAhead(): void {
  const nonce = nonceIn(location.hash);
  if (!nonce) return;
  const body = { nonce };
  const claim = chrome.runtime.sendMessage({ to: 'background', name: 'frame.claim', body });
  begin(claimNamed(nonce), claim);
  const cards = strictStore(CARDS);
  // Opened meanwhile, for lists too, which name no record here.
  void cards('readonly', () => undefined).catch(() => undefined);
  const record = recordIn(heardIn(location.hash));
  if (record) begin(cardNamed(recordKey(record)), storedCard(record, cards));
}

/** @returns the record, as far as it is one */
function recordIn(heard: unknown): CrmRecord | null {
  if (!Array.isArray(heard)) return null;
  const seen = (heard as Partial<FirstHeard>[]).find((one) => one?.kind === 'seen');
  return seen?.kind === 'seen' ? (seen.seen?.record ?? null) : null;
}
