/** Sends the stories through the real Segment client, the way a website and a mail tool would. */
import { Analytics } from '@segment/analytics-node';
import type { Call, Tool } from './story.ts';

/**
 * @param host the store's address
 * @param writeKeys one for each tool, as each would be set up by itself
 * @param calls in any order; they are sent oldest first
 * @param note told how far it is
 * @throws when an event was not delivered
 */
export async function sendCalls(
  host: string,
  writeKeys: Record<Tool, string>,
  calls: readonly Call[],
  note: (text: string) => void,
): Promise<void> {
  const failures: string[] = [];
  const clientFor = (writeKey: string) => {
    const client = new Analytics({ host, writeKey, flushAt: 100, maxRetries: 2 });
    client.on('error', (error) => failures.push(String(error.reason ?? error.code)));
    return client;
  };
  const clients = { website: clientFor(writeKeys.website), mail: clientFor(writeKeys.mail) };
  const flush = async (close: boolean) => {
    // One after the other: the store takes the same people's events from both.
    for (const client of Object.values(clients)) await client.flush({ timeout: 60_000, close });
  };

  for (const [index, call] of calls.toSorted((a, b) => a.at - b.at).entries()) {
    enqueue(clients[call.tool], call);
    if (index % 500 !== 499) continue;
    await flush(false);
    note(`${index + 1} of ${calls.length} events`);
  }
  await flush(true);
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
