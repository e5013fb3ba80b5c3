/** Who they are: one line per fit rule that the person meets. Fit does not fade. */
import type { FitRule, LeadDefinition } from '../contract/definition.ts';
import type { Contribution } from '../contract/score.ts';

/** What is known about the person; null is "not given", which no rule can meet. */
export interface FitAttributes {
  email: string | null;
  title: string | null;
  company: string | null;
  industry: string | null;
  country: string | null;
}

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

/** @returns one line per rule met; of a group only the first */
export function fitContributions(fit: FitAttributes, definition: LeadDefinition): Contribution[] {
  const groups = new Set<string>();
  const met = definition.fit.filter((rule) => {
    if (rule.group && groups.has(rule.group)) return false;
    if (!meets(rule, fit)) return false;
    if (rule.group) groups.add(rule.group);
    return true;
  });
  return met.map((rule) => ({
    ruleId: rule.id,
    label: rule.label,
    side: 'fit',
    points: rule.points,
    times: 0,
    discounted: 0,
    lastAt: null,
    halfAt: null,
    capped: false,
  }));
}

function meets(rule: FitRule, fit: FitAttributes): boolean {
  const { test } = rule;
  if (test.is === 'contains') {
    const value = fit[test.attribute];
    return value !== null && test.words.some((word) => hasWord(value, word));
  }
  const domain = domainOf(fit.email);
  return domain !== null && isFreeMail(domain) === (test.is === 'free-mail');
}

/** Whole words only: "Director" must not pass for a "CTO". */
function hasWord(value: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(value);
}
