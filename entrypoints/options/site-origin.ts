/** From what somebody typed to the origin of a CRM. */
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { adapterOf } from '../../lib/crm/registry.ts';

/** @returns the origin, or what is wrong: no address, or another vendor's */
export function siteOrigin(typed: string, crm: CrmId): Result<string> {
  const trimmed = typed.trim();
  const withScheme = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return failed('bad-request', 'This is not an address', EXAMPLE);
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return failed('bad-request', 'This is not the address of a web page', EXAMPLE);
  }
  const adapter = adapterOf(crm);
  if (adapter?.host && !adapter.host.test(url.host)) {
    return failed(
      'bad-request',
      `This is not an address of ${adapter.name}`,
      'Open a record there and copy the address from the browser’s address bar.',
    );
  }
  return done(url.origin);
}

const EXAMPLE = 'Copy it from the browser’s address bar, like https://acme.lightning.force.com.';
