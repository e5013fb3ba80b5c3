/**
 * What people type as an address, as an origin: `crm.example.com/leads` is `https://crm.example.com`. This
 * machine itself is reached without TLS unless the person says otherwise.
 *
 * @returns null when it is no web address.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return null;
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(text);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `${local ? 'http' : 'https'}://${text}`;
  try {
    const url = new URL(whole);
    const web = url.protocol === 'https:' || url.protocol === 'http:';
    return web && url.hostname ? url.origin : null;
  } catch {
    return null;
  }
}
