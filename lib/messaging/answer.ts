/** Answering in the background: who asks, may they, is it well-formed, then the function. */

import type * as z from 'zod/mini';
import { parseWith } from '../contract/parse.ts';
import { failed, type Result } from '../contract/problem.ts';
import { browser } from '../platform/browser.ts';
import type { MessageAnswer } from './answers.ts';
import {
  envelope,
  type MessageBody,
  type MessageName,
  RULES,
  type SenderKind,
} from './protocol.ts';

/** Who sent a message, as the browser says (not as the message says). */
export interface Sender {
  kind: SenderKind;
  tabId: number | null;
  frameId: number | null;
}

export type Switchboard = {
  [N in MessageName]: (body: MessageBody<N>, sender: Sender) => Promise<Result<MessageAnswer<N>>>;
};

/** Part of `runtime.MessageSender` that tells who it is. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/**
 * @param own address of the extension, `chrome-extension://…/`
 * @param ownId id of the extension
 * @param isConfirmed whether this frame of this tab has claimed a nonce of our scout
 * @returns who it is, or null when it is nobody of ours
 */
export async function senderOf(
  raw: RawSender,
  own: string,
  ownId: string,
  isConfirmed: (tabId: number, frameId: number) => Promise<boolean>,
): Promise<Sender | null> {
  if (raw.id !== ownId) return null;
  const tabId = raw.tab?.id ?? null;
  const frameId = raw.frameId ?? null;
  if (!raw.url?.startsWith(own)) {
    return tabId !== null && frameId === 0 ? { kind: 'scout', tabId, frameId } : null;
  }
  if (tabId === null || frameId === null || frameId === 0) return { kind: 'page', tabId, frameId };
  const kind = (await isConfirmed(tabId, frameId)) ? 'frame' : 'unconfirmed';
  return { kind, tabId, frameId };
}

/**
 * Listens for messages. Must be called at the worker's top level, synchronously, or the message that woke the worker
 * is lost. Says nothing to messages that are not ours, so that other listeners can.
 */
export function answerWith(
  switchboard: Switchboard,
  isConfirmed: (tabId: number, frameId: number) => Promise<boolean>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, raw: RawSender) => {
    const parsed = envelope.safeParse(message);
    if (!parsed.success) return undefined;
    const { name, body } = parsed.data;
    return senderOf(raw, browser.runtime.getURL('/'), browser.runtime.id, isConfirmed).then(
      (sender) => dispatch(switchboard, name, body, sender),
    );
  });
}

/** @returns the answer of the function behind this name, or why it was not called */
export async function dispatch<N extends MessageName>(
  switchboard: Switchboard,
  name: N,
  body: unknown,
  sender: Sender | null,
): Promise<Result<MessageAnswer<N>>> {
  const allowed: readonly SenderKind[] = RULES[name].from;
  if (!sender || !allowed.includes(sender.kind)) {
    return failed('not-allowed', 'This message is not taken from here', 'Nothing was done.');
  }
  const parsed = parseWith(RULES[name].body as z.ZodMiniType<unknown>, body, `message ${name}`);
  if (!parsed.ok) return parsed;
  try {
    return await switchboard[name](parsed.value as MessageBody<N>, sender);
  } catch (error) {
    console.error(`Truce: ${name} failed.`, error);
    return failed(
      'store-error',
      'Something went wrong inside Truce',
      'Nothing was lost. Try again.',
    );
  }
}
