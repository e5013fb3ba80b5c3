import { count } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  stages: {
    inquiry: { short: 'Anfrage', long: 'Anfrage' },
    mql: { short: 'MQL', long: 'Marketing Qualified Lead' },
    sal: { short: 'SAL', long: 'Sales Accepted Lead' },
    sql: { short: 'SQL', long: 'Sales Qualified Lead' },
    opportunity: { short: 'Opportunity', long: 'Opportunity' },
    won: { short: 'Gewonnen', long: 'Gewonnen' },
    rejected: { short: 'Abgelehnt', long: 'Vor dem Kontakt abgelehnt' },
    disqualified: { short: 'Disqualifiziert', long: 'Nach dem Kontakt disqualifiziert' },
    recycled: { short: 'Zurückgestellt', long: 'Zurückgestellt: gut, nur nicht jetzt' },
    lost: { short: 'Verloren', long: 'Verloren' },
  },
  verdicts: {
    accepted: { said: 'Angenommen', act: 'Annehmen', when: '' },
    rejected: { said: 'Abgelehnt', act: 'Ablehnen', when: 'vor dem Kontakt' },
    qualified: { said: 'Qualifiziert', act: 'Qualifizieren', when: 'nach dem Kontakt' },
    disqualified: { said: 'Disqualifiziert', act: 'Disqualifizieren', when: 'nach dem Kontakt' },
    recycled: { said: 'Zurückgestellt', act: 'Zurückstellen', when: 'gut, nur nicht jetzt' },
  },
  flags: {
    score_too_high: 'Score zu hoch',
    score_too_low: 'Score zu niedrig',
    signal_wrong: 'Signal stimmt nicht',
  },
  faults: {
    bot: 'Das war eine Maschine',
    not_this_person: 'Nicht diese Person',
    wrong_attribution: 'Falsch zugeordnet',
    outdated: 'Veraltet',
  },
  resolutions: {
    changed: {
      said: 'In der Definition geändert',
      act: 'In der Definition geändert',
      hint: 'eine Regel, eine Schwelle oder ein Grund',
    },
    kept: { said: 'Bleibt so, weil', act: 'Bleibt so, weil …', hint: 'braucht einen Satz' },
    duplicate: { said: 'Doppelt', act: 'Doppelt', hint: 'schon anderswo beantwortet' },
    corrected: {
      said: 'Daten berichtigt',
      act: 'Daten berichtigt',
      hint: 'der Score wird neu berechnet',
    },
  },
  roles: { rep: 'Vertrieb', marketer: 'Marketing', admin: 'Administration' },

  on: 'An',
  off: 'Aus',
  choose: 'Auswählen',
  crmGroups: { own: 'Hier beigebracht', team: 'Von Ihrem Team', 'built-in': 'In Truce enthalten' },

  allSent: 'alles gesendet',
  unread: 'was Sie vorher gesagt haben, ist hier nicht lesbar',
  needAttention: (n) => count(n, 'braucht Sie', 'brauchen Sie'),
  sending: 'wird gesendet',
  sendingMany: (n) => `${n} werden gesendet`,
  savedHere: 'hier gespeichert, noch nicht gesendet',
  savedHereMany: (n) => `${n} hier gespeichert, noch nicht gesendet`,

  tryAgain: 'Noch einmal versuchen',
  trying: 'Wird versucht',
  close: 'Schließen',
  closeSidebar: 'Seitenleiste schließen',
  moveLeft: 'Nach links verschieben',
  moveRight: 'Nach rechts verschieben',
  undo: 'Rückgängig',
};
