/** What a frame in a CRM's page asks while the rest of it is still being loaded: whether it is ours, and what the disk has. */

import type { FirstHeard } from '../contract/first-heard.ts';
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { CARDS, storedCard } from '../engagement/stored-card.ts';
import { begin, cardNamed, claimNamed } from '../platform/ahead.ts';
import { strictStore } from '../platform/strict-store.ts';

/** Nothing is believed here: whoever takes it reads it as if it had asked itself. */
export function goAhead(): void {
  const nonce = location.hash.slice(1);
  if (!nonce) return;
  const cards = strictStore(CARDS);
  const body = { nonce };
  const claim = chrome.runtime.sendMessage({ to: 'background', name: 'frame.claim', body });
  begin(claimNamed(nonce), claim);
  // Opened meanwhile.
  void cards('readonly', () => undefined).catch(() => undefined);
  const look = async () => {
    const record = recordIn(await claim);
    if (record) begin(cardNamed(recordKey(record)), storedCard(record, cards));
  };
  void look().catch(() => undefined);
}

/** Of an answer of the background's, which is of this very version. */
function recordIn(answer: { ok: boolean; value: FirstHeard[] }): CrmRecord | null {
  const heard = answer.ok ? answer.value.find(({ kind }) => kind === 'seen') : null;
  return heard?.kind === 'seen' ? (heard.seen?.record ?? null) : null;
}
