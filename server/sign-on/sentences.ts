/** Why somebody cannot come in, and what they can do. Plain letters only: they travel as OAuth's error_description. */
import type { Trouble } from './provider.ts';

/** @param name of the provider */
export function sentenceFor(trouble: Trouble, name: string): string {
  switch (trouble) {
    case 'down':
      return `${name} does not answer. Try again in a few minutes; if it stays, tell whoever runs the store.`;
    case 'cancelled':
      return `The sign-on was cancelled at ${name}. Start again when you like.`;
    case 'refused':
      return `${name} did not sign you on. Ask whoever runs it whether you may use Truce.`;
    case 'not-valid':
      return `What ${name} answered cannot be believed, so nobody was signed on. Start again; if it stays, tell whoever runs the store.`;
  }
}

/** Why somebody the provider knows is not let in. */
export type Barred = 'removed' | 'taken' | 'no-address' | 'not-verified' | 'not-invited';

/** @param who the address that the provider named, if any */
export function sentenceOf(barred: Barred, who: string | null): string {
  const person = who ?? 'You';
  switch (barred) {
    case 'removed':
      return `${person} was removed from this team. Ask an admin for a new invitation.`;
    case 'taken':
      return `Another account signs on with ${person} already. Ask an admin to remove that member first.`;
    case 'no-address':
      return 'The account has no email address that can be used. Ask whoever runs your sign-on to pass it on.';
    case 'not-verified':
      return `The address ${person} is not verified at your provider. Verify it there, then sign on again.`;
    case 'not-invited':
      return `${person} is not in this team. Ask an admin to invite this address, or sign on with another account.`;
  }
}
