/** The state of saving in the words of the person who waits for it. */
import type { OutboxView } from './views.ts';

/** `tone` says whether somebody has to do something. */
export type OutboxWords = { text: string; tone: 'calm' | 'waiting' | 'attention' };

/** @returns one short line: `all sent`, `saved here, not sent yet`, `1 needs attention`. */
export function outboxWords(outbox: OutboxView): OutboxWords {
  const refused = outbox.attention.length;
  if (refused > 0) {
    return { text: `${refused} ${refused === 1 ? 'needs' : 'need'} attention`, tone: 'attention' };
  }
  if (outbox.waiting === 0) return { text: 'all sent', tone: 'calm' };
  const many = outbox.waiting > 1 ? `${outbox.waiting} ` : '';
  if (outbox.sending && !outbox.lastProblem) return { text: `${many}sending`, tone: 'waiting' };
  return { text: `${many}saved here, not sent yet`, tone: 'waiting' };
}
