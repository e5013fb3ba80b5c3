/** Who they are: one line per fit rule that the person meets. Fit does not fade. */
import type { FitAttributes } from '../contract/counters.ts';
import type { FitRule, LeadDefinition } from '../contract/definition.ts';
import type { Contribution } from '../contract/score.ts';
import { held } from './limits.ts';

/** Domains that anybody can have an address at; the list is short on purpose, the big ones cover most. */
const FREE_MAIL = new Set(
  'gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr hotmail.com hotmail.co.uk outlook.com live.com msn.com icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net web.de t-online.de mail.com proton.me protonmail.com pm.me zoho.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com free.fr orange.fr laposte.net libero.it'.split(
    ' ',
  ),
);

/** @returns the domain of an address, lower case, or null when there is none */
export function domainOf(email: string | null): string | null {
  const at = email?.lastIndexOf('@') ?? -1;
  return email && at > 0 && at < email.length - 1 ? email.slice(at + 1).toLowerCase() : null;
}

/** @returns whether anybody can have an address at this domain */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain);
}

/** @returns the rules this person meets; of a group only the first */
export function fitRulesMet(fit: FitAttributes, definition: LeadDefinition): FitRule[] {
  const groups = new Set<string>();
  return definition.fit.filter((rule) => {
    if (rule.group && groups.has(rule.group)) return false;
    if (!meets(rule, fit)) return false;
    if (rule.group) groups.add(rule.group);
    return true;
  });
}

/** @returns what they are worth together, as far as it counts */
export function fitPointsOf(fit: FitAttributes, definition: LeadDefinition): number {
  const sum = fitRulesMet(fit, definition).reduce((all, rule) => all + rule.points, 0);
  return held(sum, definition.fitCap);
}

/** @returns one line per rule met */
export function fitContributions(fit: FitAttributes, definition: LeadDefinition): Contribution[] {
  return fitRulesMet(fit, definition).map((rule) => ({
    ruleId: rule.id,
    label: rule.label,
    side: 'fit',
    points: rule.points,
    times: 0,
    discounted: 0,
    lastAt: null,
    halfAt: null,
    capped: false,
    next: null,
    evidence: null,
  }));
}

function meets({ test }: FitRule, fit: FitAttributes): boolean {
  switch (test.is) {
    case 'contains': {
      const value = fit[test.attribute];
      return value !== null && wordsPattern(test.words).test(value);
    }
    case 'between': {
      const value = fit[test.attribute];
      return value !== null && value >= (test.from ?? -Infinity) && value <= (test.to ?? Infinity);
    }
    case 'mail-domain': {
      const domain = domainOf(fit.email);
      return domain !== null && test.domains.some((one) => isWithin(domain, one.toLowerCase()));
    }
    case 'came-from': {
      const value = fit[test.first];
      return value !== null && test.values.includes(value);
    }
    default: {
      const domain = domainOf(fit.email);
      return domain !== null && isFreeMail(domain) === (test.is === 'free-mail');
    }
  }
}

function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

/** Made once per rule: a definition is asked about a million leads. */
const patterns = new WeakMap<readonly string[], RegExp>();

/** Whole words only: "Director" must not pass for a "CTO". */
function wordsPattern(words: readonly string[]): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'iu');
  patterns.set(words, pattern);
  return pattern;
}
