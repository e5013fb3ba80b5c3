/** Asking the background, from any page of the extension. */
import { failed, type Result } from '../contract/problem.ts';
import { browser } from '../platform/browser.ts';
import { ANSWERS, type MessageAnswer, resultOf } from './answers.ts';
import type { MessageBody, MessageName } from './protocol.ts';

export type Ask = <N extends MessageName>(
  name: N,
  body: MessageBody<N>,
) => Promise<Result<MessageAnswer<N>>>;

/**
 * @returns the background's answer. A worker that died on the way, or an extension that was updated under this page,
 * is a problem like any other; whoever asks may ask again.
 */
export const ask: Ask = async (name, body) => {
  try {
    const raw: unknown = await browser.runtime.sendMessage({ to: 'background', name, body });
    const parsed = resultOf(ANSWERS[name]).safeParse(raw);
    if (parsed.success) return parsed.data as Result<MessageAnswer<typeof name>>;
    return failed('bad-answer', 'Truce did not understand itself', 'Reload this page.');
  } catch {
    return failed(
      'extension-restarted',
      'Truce is not running behind this page',
      'It may have been updated. What you saved is safe; reload this page if this does not go away.',
    );
  }
};
