/** Sends the stories through the real Segment client, the way a website and a mail tool would. */
import { Analytics } from '@segment/analytics-node';
import type { Call } from './story.ts';

/**
 * @param host the store's address
 * @param calls in any order; they are sent oldest first
 * @param note told how far it is
 * @throws when an event was not delivered
 */
export async function sendCalls(
  host: string,
  writeKey: string,
  calls: readonly Call[],
  note: (text: string) => void,
): Promise<void> {
  const client = new Analytics({ host, writeKey, flushAt: 100, maxRetries: 2 });
  const failures: string[] = [];
  client.on('error', (error) => failures.push(String(error.reason ?? error.code)));

  const sorted = calls.toSorted((a, b) => a.at - b.at);
  let sent = 0;
  for (const call of sorted) {
    enqueue(client, call);
    sent++;
    // A few batches at a time: the queue of the client is not meant for a whole season at once.
    if (sent % 500 === 0) {
      await client.flush({ timeout: 60_000 });
      note(`${sent} of ${sorted.length} events`);
    }
  }
  await client.closeAndFlush({ timeout: 60_000 });
  if (failures.length > 0) {
    throw new Error(`Some sample events did not reach the store: ${failures[0]}`);
  }
}

function enqueue(client: Analytics, call: Call): void {
  const { anonymousId, userId } = call;
  const who = userId === undefined ? { anonymousId: anonymousId ?? '' } : { userId, anonymousId };
  const common = {
    ...who,
    messageId: call.messageId,
    timestamp: new Date(call.at),
    context: call.context,
  };
  if (call.type === 'identify') client.identify({ ...common, traits: call.traits });
  else if (call.type === 'page') {
    client.page({ ...common, name: call.name, properties: call.properties });
  } else client.track({ ...common, event: call.name ?? '', properties: call.properties });
}
