/** Asking the background, by the answers that a room may get. */
import * as z from 'zod/mini';
import { failed, problem, type Result } from '../contract/problem.ts';
import { browser } from '../platform/browser.ts';
import type { MessageAnswer } from './answers.ts';
import type { MessageBody, MessageName } from './protocol.ts';

export type Ask = <N extends MessageName>(
  name: N,
  body: MessageBody<N>,
) => Promise<Result<MessageAnswer<N>>>;

/** A result as it travels: errors do not survive message passing, values do. */
const resultOf = <S extends z.ZodMiniType>(value: S) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem }),
  ]);

/**
 * @param answers by the name of the message; what is not among them is not asked for in this room, and not believed
 * @param ahead what was asked before this was here
 * @returns what gets the background's answer. A worker that died on the way, or an extension that was updated under this page,
 * is a problem like any other; whoever asks may ask again.
 */
export function asking(
  answers: Partial<Record<MessageName, z.ZodMiniType>>,
  ahead: (name: string, body: object) => Promise<unknown> | undefined = () => undefined,
): Ask {
  return async (name, body) => {
    try {
      const raw: unknown = await (ahead(name, body) ??
        browser.runtime.sendMessage({ to: 'background', name, body }));
      const parsed = resultOf(answers[name] ?? z.never()).safeParse(raw);
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
}
