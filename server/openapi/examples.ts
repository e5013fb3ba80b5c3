/** Bodies to copy. A test parses each with the schema of its route. */
export const EXAMPLES: Record<string, unknown> = {
  'POST /api/pair': { code: '7K3M-QX2P', label: 'Chrome on Linux' },
  'POST /api/invites': { name: 'Ben Ortiz', role: 'rep' },
  'POST /api/sources': { kind: 'segment', label: 'Website' },
  'POST /api/leads/find': {
    record: { crm: 'hubspot', org: 'app.hubspot.com', kind: 'contact', id: '51' },
    facts: { email: 'ana@acme.example', name: 'Ana Duarte' },
  },
};

/** What senders send has no schema that could refuse it: every message is looked at by itself. */
export const MESSAGES: Record<string, unknown> = {
  batch: {
    batch: [
      {
        type: 'track',
        messageId: 'a1f0',
        userId: 'ana@acme.example',
        event: 'Demo Requested',
        timestamp: '2026-11-26T09:00:00Z',
        properties: { url: 'https://acme.example/pricing' },
      },
    ],
  },
  track: { messageId: 'a1f0', userId: 'ana@acme.example', event: 'Demo Requested' },
  identify: { messageId: 'a1f1', userId: 'ana@acme.example', traits: { title: 'VP Operations' } },
  page: { messageId: 'a1f2', anonymousId: 'v-81', properties: { url: 'https://acme.example/' } },
  screen: { messageId: 'a1f3', userId: 'ana@acme.example', name: 'Reports' },
  group: { messageId: 'a1f4', userId: 'ana@acme.example', groupId: 'g1', traits: { name: 'Acme' } },
  alias: { messageId: 'a1f5', userId: 'ana@acme.example', previousId: 'v-81' },
};

const LONG: Record<string, string> = {
  b: 'batch',
  import: 'batch',
  t: 'track',
  i: 'identify',
  p: 'page',
  s: 'screen',
  g: 'group',
  a: 'alias',
};

/** @returns the example for a path of /v1, long or short */
export function messageFor(path: string): unknown {
  const name = path.replace('/v1/', '');
  return MESSAGES[LONG[name] ?? name] ?? null;
}
