/** Disconnecting while something is unsent: it is sent first, kept for the same member, or thrown away. The person says which. */
import { done, type Result } from '../contract/problem.ts';
import { foreign, type OutboxEntry, type Sender } from '../feedback/entry.ts';
import type { Outbox } from '../feedback/outbox.ts';
import type { Ask } from '../messaging/ask.ts';
import { optionsWords } from '../words/options.ts';
import { failedInWords } from '../words/problems.ts';

/** What is to become of what is not sent. */
export type Unsent = 'send' | 'keep' | 'drop';

export interface PartingTools {
  outbox: Outbox;
  /** As whom this browser is connected; what somebody else saved here is never touched. */
  sender: Sender | null;
  ask: Ask;
  /** Ends when nobody is sending: only one context sends at a time, and the others leave it to that one. */
  idle(): Promise<void>;
  /** Called when the outbox was changed. */
  changed(): Promise<void>;
}

/** @returns done once this browser is disconnected; with a problem it still is connected, and nothing is lost */
export async function partWith(how: Unsent, tools: PartingTools): Promise<Result<null>> {
  if (how === 'send') {
    const left = await sendFirst(tools);
    if (left > 0) {
      const t = optionsWords().parting;
      return failedInWords('offline', t.notSent(left), t.notSentHelp);
    }
  }
  // First the connection: whoever is told that it failed has lost nothing.
  const drop = how === 'drop' ? await own(tools) : [];
  const forgotten = await tools.ask('connection.forget', {});
  if (!forgotten.ok) return forgotten;
  for (const { item } of drop) await tools.outbox.drop(item.id);
  await tools.changed();
  return done(null);
}

/** @returns how many of one's own are still not in the store */
async function sendFirst(tools: PartingTools): Promise<number> {
  for (const { item } of await own(tools)) await tools.outbox.revive(item.id, tools.sender);
  await tools.idle();
  await tools.ask('outbox.drain', {});
  await tools.idle();
  await tools.changed();
  return (await own(tools)).length;
}

async function own({ outbox, sender }: PartingTools): Promise<OutboxEntry[]> {
  if (!sender) return [];
  return (await outbox.list()).filter((entry) => foreign(entry, sender) === null);
}
