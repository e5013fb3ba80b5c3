/** The state of saving in the words of the person who waits for it. */
import { uiWords } from '../../lib/words/ui.ts';
import type { OutboxView } from './views.ts';

/** `tone` says whether somebody has to do something. */
export type OutboxWords = { text: string; tone: 'calm' | 'waiting' | 'attention' };

/** @returns one short line: `all sent`, `saved here, not sent yet`, `1 needs attention`. */
export function outboxWords(outbox: OutboxView): OutboxWords {
  const t = uiWords();
  const refused = outbox.attention.length;
  if (refused > 0) {
    return { text: t.needAttention(refused), tone: 'attention' };
  }
  if (outbox.isUnread) return { text: t.unread, tone: 'attention' };
  const { waiting } = outbox;
  if (waiting === 0) return { text: t.allSent, tone: 'calm' };
  if (outbox.sending && !outbox.lastProblem) {
    return { text: waiting > 1 ? t.sendingMany(waiting) : t.sending, tone: 'waiting' };
  }
  return { text: waiting > 1 ? t.savedHereMany(waiting) : t.savedHere, tone: 'waiting' };
}
