/** Match patterns of the hosted CRMs with an adapter; the manifest and the scout must agree on them. */
export const KNOWN_HOSTS = ['https://*.hubspot.com/*', 'https://*.lightning.force.com/*'] as const;

/** What the demo build adds. Only `localhost`, so that 127.0.0.1 stays an example of a host no manifest knows. */
export const DEMO_HOST = 'http://localhost/*';

/** @returns whether the manifest names this origin, so that the plain sidebar page may be framed there */
export function isKnownHost(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  if (import.meta.env.MODE === 'demo' && hostname === 'localhost') return true;
  return (
    protocol === 'https:' &&
    KNOWN_HOSTS.some((pattern) =>
      hostname.endsWith(pattern.slice('https://*'.length, -'/*'.length)),
    )
  );
}
