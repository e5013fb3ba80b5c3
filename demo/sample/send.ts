/** Sends the stories through the real Segment client, the way a website and a mail tool would. */
import { Analytics } from '@segment/analytics-node';
import type { Call, Tool } from './story.ts';

/**
 * @param host the store's address
 * @param writeKeys one for each tool, as each would be set up by itself
 * @param calls in any order; each tool sends its own oldest first
 * @throws when an event was not delivered
 */
export async function sendCalls(
  host: string,
  writeKeys: Record<Tool, string>,
  calls: readonly Call[],
): Promise<void> {
  const sorted = calls.toSorted((a, b) => a.at - b.at);
  for (const tool of ['website', 'mail'] as const) {
    const client = new Analytics({ host, writeKey: writeKeys[tool], flushAt: 100, maxRetries: 2 });
    const failures: string[] = [];
    client.on('error', (error) => failures.push(String(error.reason ?? error.code)));
    for (const call of sorted) if (call.tool === tool) enqueue(client, call);
    await client.closeAndFlush({ timeout: 60_000 });
    if (failures.length > 0) {
      throw new Error(`Some sample events did not reach the store: ${failures[0]}`);
    }
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
