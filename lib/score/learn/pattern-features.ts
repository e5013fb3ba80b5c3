/** What can be said of a judged lead beside why it was turned down: where it came from, which lines counted, who they are. */
import type { Pattern } from '../../contract/review.ts';
import { LIMITS } from '../../contract/text.ts';

/** A lead by its last verdict. */
export interface JudgedLead {
  verdict: 'accepted' | 'rejected' | 'qualified' | 'disqualified' | 'recycled';
  /** Label of the reason. */
  reason: string | null;
  source: string | null;
  campaign: string | null;
  title: string | null;
  /** Of its address; null for none, and for those that anybody can have. */
  domain: string | null;
  /** Rules whose lines counted when it was judged. */
  rules: readonly string[];
}

export interface Feature {
  by: Pattern['by'];
  value: string;
}

/** Words that stand in titles of every kind. */
const EMPTY_WORDS = new Set(
  'a an and at for in of on the to with am an auf bei das dem den der des die für im in und von zu à au aux de des du en et la le les l'.split(
    ' ',
  ),
);
/** A domain has few parents, an address that was made up may have many. */
const MOST_PARENTS = 6;

/** @returns each thing once */
export function featuresOf(lead: JudgedLead): Feature[] {
  const features: Feature[] = [
    ...(lead.source === null ? [] : [{ by: 'source' as const, value: lead.source }]),
    ...(lead.campaign === null ? [] : [{ by: 'campaign' as const, value: lead.campaign }]),
    ...[...new Set(lead.rules)].map((value) => ({ by: 'rule' as const, value })),
    ...wordsOf(lead.title).map((value) => ({ by: 'title-word' as const, value })),
    ...endsOf(lead.domain).map((value) => ({ by: 'mail-domain' as const, value })),
  ];
  return features.filter(({ value }) => value !== '' && value.length <= LIMITS.name);
}

/** As the fit rule “contains” tells words apart, so that a rule made of one takes the same leads. */
export function wordsOf(title: string | null): string[] {
  const words = title?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter(
    (word) => word.length > 1 && word.length <= 80 && /\p{L}/u.test(word) && !EMPTY_WORDS.has(word),
  );
}

/** `cs.ox.ac.uk` → itself, `ox.ac.uk`, `ac.uk`, `uk`: as the fit rule “mail-domain” takes them. */
export function endsOf(domain: string | null): string[] {
  const parts = domain === null ? [] : domain.toLowerCase().split('.');
  return parts.map((_, place) => parts.slice(place).join('.')).slice(-MOST_PARENTS);
}
