/** Who the provider says it is, read with the care that an address needs: whoever has it, has what it opens. */
import { email } from '../../lib/contract/text.ts';

export interface Identity {
  iss: string;
  sub: string;
  name: string | null;
  email: string | null;
  /** The provider says that the address is theirs; null when it says nothing about that. */
  verified: boolean | null;
}

type Claims = { iss: string; sub: string } & Record<string, unknown>;

/** Everybody's provider: its accounts may bear addresses of a company that does not run them, and no longer has the person. */
const GOOGLE = 'https://accounts.google.com';

/** @param claims of the id token, and of userinfo where it had to be asked */
export function identityIn(claims: Claims): Identity {
  const { iss, sub, name } = claims;
  const parsed = email.safeParse(claims.email);
  const address = parsed.success ? parsed.data : null;
  return {
    iss,
    sub,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : null,
    email: address,
    verified: verifiedIn(claims, address),
  };
}

function verifiedIn({ iss, email_verified, hd }: Claims, address: string | null): boolean | null {
  if (iss === GOOGLE && hd === undefined && address?.endsWith('@gmail.com') === false) return false;
  if (email_verified === undefined) return null;
  // Some say it as a text.
  return email_verified === true || email_verified === 'true';
}
