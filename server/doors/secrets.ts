/** Whether what an administrator enters can be what a tool signs with. */
import { failed, type Result } from '../../lib/contract/problem.ts';
import type { SourceKind } from '../../lib/contract/sources.ts';
import { publicKey } from './sendgrid.ts';
import { signer } from './standard.ts';

/** Without these it would only be found out when the first request is refused. */
const WRONG: Partial<Record<SourceKind, (secret: string) => string | null>> = {
  sendgrid: (secret) =>
    publicKey(secret) === null
      ? 'Copy the verification key that SendGrid shows beside “Signed Event Webhook”.'
      : null,
  standard: (secret) =>
    signer(secret) === null
      ? 'It has to be base64, with or without “whsec_” before it; leave it out to get a new one.'
      : null,
};
const NONE: ReadonlySet<SourceKind> = new Set([
  'segment',
  'marketo',
  'mailchimp',
  'brevo',
  'import',
]);

/** @returns why this cannot be the secret of such a sender; null when it can */
export function secretProblem(kind: SourceKind, secret: string): Result<never> | null {
  if (NONE.has(kind)) {
    return failed('bad-request', 'This sender signs nothing', 'Leave the secret out.', {
      field: 'secret',
    });
  }
  const wrong = WRONG[kind]?.(secret) ?? null;
  return wrong === null
    ? null
    : failed('bad-request', 'This is not its key', wrong, { field: 'secret' });
}
