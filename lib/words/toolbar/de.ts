import type { Words } from '../speak.ts';
import type { en } from './en.ts';

const things = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const de: Words<typeof en> = {
  nothing: 'Truce',
  notConnected: 'Truce ist noch mit keinem Store verbunden. Drücken Sie hier, um es zu verbinden.',
  refused:
    'Truce: Der Store kennt diesen Browser nicht mehr. Was Sie gesagt haben, ist aufgehoben; drücken Sie hier, um sich neu zu verbinden.',
  blocked:
    'Truce: Diese Seite lässt die Seitenleiste nicht zu (ihre Sicherheitsangaben schirmen sie von anderen Rahmen ab)',
  off: 'aus',
  paused:
    'Truce pausiert: Es liest keine Seiten und zeigt nichts auf ihnen. Drücken Sie hier, um weiterzumachen.',
  needYou: (n) => `Truce: ${things(n, 'Sache wartet', 'Sachen warten')} auf Sie`,

  woken: (n) =>
    things(n, 'zurückgestellter Lead ist wieder da', 'zurückgestellte Leads sind wieder da'),
  replies: (n) => things(n, 'Antwort vom Marketing', 'Antworten vom Marketing'),
  soon: (n) =>
    things(
      n,
      'Lead wartet nur noch eine knappe Stunde',
      'Leads warten nur noch eine knappe Stunde',
    ),
  about: (names) => `Es geht um ${names}`,
  more: (n) => `${n} weitere`,
};
