/** What teaching says when something does not fit, as sentences. */
import type { FactName } from '../../lib/contract/recipe.ts';
import type { Doubt } from '../../lib/teach/lesson.ts';
import type { Refusal, Target } from '../../lib/teach/wire.ts';

const THING: Record<Target, string> = {
  name: 'name',
  email: 'email',
  company: 'company',
  title: 'job title',
  phone: 'phone',
  owner: 'owner',
  row: 'row',
};

export function refusalWords(at: Target, why: Refusal): string {
  switch (why) {
    case 'no-address':
      return 'There is no email address in what you pointed at. Point at the address itself.';
    case 'no-number':
      return 'There is no phone number in what you pointed at.';
    case 'no-text':
      return 'What you pointed at is empty. Point at the words themselves.';
    case 'too-much':
      return `That is too much text for a ${THING[at]}. Point at the words themselves, not at what is around them.`;
    case 'not-alone':
      return 'Nothing tells this place from others on the page, so Truce would not find it again. Try the words beside it, or the heading.';
    case 'no-link':
      return 'The rows of this list do not link to people’s pages, so Truce cannot tell whom they are about. Go on without a list.';
    case 'no-list':
      return 'This does not look like one row among others. Point at a person’s name in the list.';
  }
}

export function doubtWords(fact: FactName, doubt: Doubt): string {
  const thing = THING[fact];
  if (doubt === 'same-on-both') {
    return `Both pages gave the same ${thing}, so this is probably not the person’s own. If it is not, point at the right one.`;
  }
  return fact === 'name'
    ? 'The name was not found on this page. Point at it, so that Truce knows both places.'
    : `No ${thing} was found on this page. If it shows one, point at it; if this person has none, all is well.`;
}

export const OBSTACLES = {
  same: 'This is still the first person’s page. Open another person’s.',
  'different-pages':
    'This page’s address is of another kind than the first one’s, so it is no second person’s page. Open another person as you opened the first.',
} as const;
