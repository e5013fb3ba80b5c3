/** Answering in the background: who asks, may they, is it well-formed, then the function. */

import * as z from 'zod/mini';
import { parseWith } from '../contract/parse.ts';
import { failed, type Result } from '../contract/problem.ts';
import { browser } from '../platform/browser.ts';
import type { MessageAnswer } from './answers.ts';
import { type MessageBody, type MessageName, RULES } from './protocol.ts';
import {
  confirmedSender,
  type FramePlace,
  type RawSender,
  type Sender,
  senderAt,
} from './senders.ts';

export type Switchboard = {
  [N in MessageName]: (body: MessageBody<N>, sender: Sender) => Promise<Result<MessageAnswer<N>>>;
};

/** What the gate needs to know, and whom it tells. */
export interface Gate {
  /** Whether this frame has claimed a nonce of our scout, in this very document. */
  isConfirmed(frame: FramePlace): Promise<boolean>;
  /** Hears of every message that was not let in. @param name of the message if it is one of ours */
  refused(name: MessageName | 'unknown', from: Sender['kind'] | 'nobody'): void;
}

/** Anything that is meant for us; of its name and body nothing is believed yet. */
const addressed = z.object({ to: z.literal('background'), name: z.unknown(), body: z.unknown() });

/**
 * Listens for messages. Must be called at the worker's top level, synchronously, or the message that woke the worker
 * is lost. Says nothing to messages that are not for the background, so that other listeners can.
 */
export function answerWith(switchboard: Switchboard, gate: Gate): void {
  browser.runtime.onMessage.addListener((message: unknown, raw: RawSender) => {
    const parsed = addressed.safeParse(message);
    if (!parsed.success) return undefined;
    const { name, body } = parsed.data;
    const sender = senderAt(raw, browser.runtime.getURL('/'), browser.runtime.id);
    return dispatch(switchboard, gate, { name, body, sender });
  });
}

interface Asked {
  name: unknown;
  body: unknown;
  sender: Sender | null;
}

/** @returns the answer of the function behind this name, or why it was not called */
export async function dispatch(
  switchboard: Switchboard,
  gate: Gate,
  { name, body, sender }: Asked,
): Promise<Result<unknown>> {
  if (!isMessage(name)) {
    gate.refused('unknown', sender?.kind ?? 'nobody');
    return failed('bad-request', 'Truce did not understand itself', 'Reload this page.');
  }
  const from = await confirmedSender(sender, gate.isConfirmed);
  if (!from || !RULES[name].from.includes(from.kind)) {
    gate.refused(name, from?.kind ?? 'nobody');
    return failed('not-allowed', 'This message is not taken from here', 'Nothing was done.');
  }
  return handled(switchboard, gate, name, body, from);
}

async function handled<N extends MessageName>(
  switchboard: Switchboard,
  gate: Gate,
  name: N,
  body: unknown,
  from: Sender,
): Promise<Result<MessageAnswer<N>>> {
  const parsed = parseWith(RULES[name].body as z.ZodMiniType<unknown>, body, `message ${name}`);
  if (!parsed.ok) {
    gate.refused(name, from.kind);
    return parsed;
  }
  try {
    return await switchboard[name](parsed.value as MessageBody<N>, from);
  } catch (error) {
    console.error(`Truce: ${name} failed: ${kindOf(error)}`);
    return failed(
      'store-error',
      'Something went wrong inside Truce',
      'Nothing was lost. Try again.',
    );
  }
}

const isMessage = (name: unknown): name is MessageName =>
  typeof name === 'string' && Object.hasOwn(RULES, name);

/** What kind of error it is and where it happened. What it says may quote what it failed on, and logs carry nobody's data. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const stack = (error.stack ?? '').replace(error.message, '').split('\n');
  const ours = stack.filter((line) => line.includes('-extension://')).slice(0, 5);
  return [error.name, ...ours.map((line) => line.trim())].join(' ');
}
