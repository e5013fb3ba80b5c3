/** How each kind of sender proves itself, and the secrets that are made for it. */
import type { Proof, SourceKind } from '../../lib/contract/sources.ts';
import type { Store } from '../http/context.ts';
import { newSecret } from './codes.ts';

interface Kind {
  proof: Proof;
  /** What it signs with: made by the tool and entered here, or made here and entered there. */
  secret: 'theirs' | 'ours' | null;
}

export const KINDS: Record<SourceKind, Kind> = {
  segment: { proof: 'write-key', secret: null },
  // HubSpot signs with the client secret of the app, SendGrid with a key of its own, Customer.io with the key it shows.
  hubspot: { proof: 'signature', secret: 'theirs' },
  sendgrid: { proof: 'signature', secret: 'theirs' },
  customerio: { proof: 'signature', secret: 'theirs' },
  mautic: { proof: 'signature', secret: 'ours' },
  standard: { proof: 'signature', secret: 'ours' },
  // These sign nothing: whoever knows the address is believed.
  marketo: { proof: 'secret-address', secret: null },
  mailchimp: { proof: 'secret-address', secret: null },
  brevo: { proof: 'secret-address', secret: null },
  import: { proof: 'none', secret: null },
};

export interface Secrets {
  writeKey: string | null;
  /** What it signs with, made here. */
  made: string | null;
  /** In its address. */
  address: string | null;
}

/** @returns what a new sender of this kind is given; each is shown once */
export function secretsFor(
  kind: SourceKind,
  given: string | undefined,
  store: Pick<Store, 'randomBytes'>,
): Secrets {
  const { proof, secret } = KINDS[kind];
  return {
    writeKey: proof === 'write-key' ? newSecret(store) : null,
    made: secret === 'ours' && given === undefined ? signingSecret(kind, store) : null,
    address: proof === 'secret-address' ? newSecret(store) : null,
  };
}

/** Standard Webhooks: `whsec_` and the bytes in base64. */
function signingSecret(kind: SourceKind, store: Pick<Store, 'randomBytes'>): string {
  return kind === 'standard'
    ? `whsec_${store.randomBytes(32).toString('base64')}`
    : newSecret(store);
}
