/** Names that screens must survive: long, right to left, emoji, and one that is a script tag. */
import type { LeadCard } from '../../lib/contract/lead.ts';
import { CARD, line } from './fixtures.ts';

/** @returns the made-up lead as somebody else. */
export const named = (name: string, company: string, title: string | null): LeadCard => ({
  ...CARD,
  who: { name, company, title, email: CARD.who.email, owner: CARD.who.owner },
});

export const HOSTILE_NAME = '<script>document.title="owned"</script><img src=x onerror=alert(1)>';

export const LONG = named(
  `${'Maximiliana-Theodora Wolfeschlegelsteinhausenbergerdorff '.repeat(3)}III`.slice(0, 200),
  `${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2)}`.slice(
    0,
    200,
  ),
  'Senior Vice President of Strategic Operations Planning, Capacity and Continuous Improvement for Europe, the Middle East and Africa',
);
export const RIGHT_TO_LEFT = named('نورة العبدالله', 'شركة التخطيط المتقدم', 'مديرة العمليات');
export const EMOJI = named('🦄 Zoë 👩🏽‍🚀👨‍👩‍👧‍👦 🏳️‍🌈', 'Café ☕️ & Söhne 🏗️', null);
export const HOSTILE: LeadCard = {
  ...named(HOSTILE_NAME, '"><svg onload=alert(1)>', 'javascript:alert(1)'),
  story: [
    { text: 'Read ', url: null },
    { text: '<b>not bold</b>', url: 'javascript:alert(1)' },
    { text: ' twice.', url: null },
  ],
};

/** Forty lines that raise and lower. */
export const FORTY: LeadCard = {
  ...CARD,
  score: {
    ...CARD.score,
    contributions: Array.from({ length: 40 }, (_, n) =>
      line({
        ruleId: `rule-${n}`,
        label: `Signal number ${n + 1} of the definition`,
        points: n === 39 ? 24 - 39 * 2 - 13 : n % 5 === 4 ? -3 + (n % 3) : 3 - (n % 3),
        times: n + 1,
      }),
    ),
  },
};
