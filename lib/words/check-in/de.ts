import { count, list, number, plural } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Check-in',
  reading: 'Die Seite wird zusammengestellt. Einen Moment.',
  safe: 'Sicher: Was beschlossen wurde, bleibt im Store.',
  fromBefore: 'Was unten steht, ist von vorher.',
  days: (from, to) => `${from} bis ${to}`,
  both: 'Marketing und Vertrieb',

  period: {
    label: 'Zeitraum',
    weeks: (n) => `Letzte ${count(n, 'Woche', 'Wochen')}`,
    own: 'Andere Tage',
    from: 'Von',
    to: 'Bis',
    show: 'Zeigen',
    wrongWay: 'Der erste Tag muss vor dem letzten liegen.',
  },
  print: 'Drucken',
  nothing: 'Noch ist nichts geschehen',
  nothingHelp:
    'Sobald Leads übergeben werden und der Vertrieb dazu etwas sagt, füllt sich diese Seite von selbst. Was Sie beim ersten Treffen beschließen, können Sie schon heute hier festhalten.',

  numbers: {
    volume: 'Lead-Menge',
    quality: 'Lead-Qualität',
    handed: (n) => plural(n, 'Lead übergeben', 'Leads übergeben'),
    ofPromised: (n) => `von ${number(n)} versprochenen`,
    notPromised: 'Eine Zahl wurde nicht versprochen.',
    short: (n) => `${number(n)} weniger als versprochen`,
    over: (n) => `${number(n)} mehr als versprochen`,
    exactly: 'Genau so viele wie versprochen',
    ofShare: (share) => `angenommen, ${share} versprochen`,
    accepted: (n, of) => `${number(n)} von ${count(of, 'Urteil', 'Urteilen')} angenommen`,
    likely: (low, high) => `wahrscheinlich ${low} bis ${high}`,
    inside:
      'Das Versprechen liegt in dem, was der Zufall allein ausmacht: gehalten, soweit man es sagen kann.',
    below: 'Weniger angenommen als versprochen, um mehr als der Zufall allein ausmacht.',
    above: 'Mehr angenommen als versprochen, um mehr als der Zufall allein ausmacht.',
    tooFew: (n, fewest) =>
      `Bisher ${n === 0 ? 'keine Urteile' : count(n, 'Urteil', 'Urteile')}: Unter ${number(fewest)} wird keine Quote gezeigt.`,
    recycled: (n) => `${number(n)} zurückgestellt`,
    waiting: (n) => `${count(n, 'wartet', 'warten')} auf ein Urteil`,
    before: (days) => `Davor, ${days}`,
    beforeVolume: (n) => count(n, 'Lead übergeben', 'Leads übergeben'),
    beforeQuality: (share, n) => `${share} von ${count(n, 'Urteil', 'Urteilen')} angenommen`,
    beforeFew: (n) =>
      `${n === 0 ? 'keine Urteile' : count(n, 'Urteil', 'Urteile')}, zu wenige für eine Quote`,
  },

  promises: {
    title: 'Was jede Seite versprach und was daraus wurde',
    marketing: 'Marketing',
    sales: 'Vertrieb',
    what: {
      volume: 'Übergebene Leads',
      quality: 'Vom Vertrieb angenommen',
      'handoff-in-time': 'Rechtzeitig übergeben',
      'answer-in-time': 'Rückmeldung rechtzeitig beantwortet',
      'verdict-in-time': 'Urteil rechtzeitig',
      'reason-given': 'Ein Grund bei jeder Ablehnung',
    },
    kept: 'gehalten',
    notKept: 'nicht gehalten',
    tooFew: 'zu wenige Fälle',
    open: 'nichts versprochen',
    of: (kept, of) => `${number(kept)} von ${number(of)}`,
    promised: (what) => `${what} versprochen`,
    none: 'In diesem Zeitraum wurde nichts fällig.',
    version: (version) =>
      `Es gelten die Versprechen der Definition v${version}. Unter ${number(20)} Fällen wird nichts gesagt.`,
  },

  changes: {
    title: 'Was sich geändert hat',
    none: (version) => `Nichts: Definition v${version} galt die ganze Zeit.`,
    version: (version) => `v${version}`,
    since: 'seit {when}',
    backTo: (version) => `zurück zu v${version}`,
    signed: 'Unterschrieben von {marketing} fürs Marketing und {sales} für den Vertrieb',
    unsigned: 'Nicht von beiden Seiten unterschrieben',
    feedback: (n) =>
      `${count(n, 'Urteil oder Einspruch', 'Urteile und Einsprüche')} bisher unter ihr gegeben`,
  },

  open: {
    title: 'Offene Entscheidungen',
    none: 'Nichts wartet auf eine Entscheidung.',
    draft: (version) => `Entwurf der Definition v${version}`,
    waitsFor: (sides) => `wartet auf die Unterschrift von ${list(sides)}`,
    bothSigned: 'von beiden Seiten unterschrieben, noch nicht in Kraft',
    side: { marketing: 'Marketing', sales: 'Vertrieb' },
    lateAnswers: (n) => count(n, 'Antwort an den Vertrieb', 'Antworten an den Vertrieb'),
    lateAnswersMore: 'länger offen als versprochen',
    lateVerdicts: (n) => count(n, 'Lead ohne Urteil', 'Leads ohne Urteil'),
    lateVerdictsMore: 'länger als versprochen',
    suggestions: (n) =>
      count(n, 'Änderung, für die Urteile sprechen', 'Änderungen, für die Urteile sprechen'),
    suggestionsMore: 'noch keine davon im Entwurf',
    suspicion: (label) => `Leads mit „${label}“`,
    suspicionMore: (accepted, n) =>
      `der Vertrieb nahm ${number(accepted)} von ${number(n)} an: Spricht das für die falschen Leads?`,
    pattern: (reason, n, of) => `„${reason}“, ${number(n)} von ${number(of)} sind sich ähnlich`,
    patternMore: (label) => `gemeinsam ist ihnen „${label}“: Soll eine Regel das sagen?`,
    disagreement: (n) => `Zwei Leute, ein Lead: ${count(n, 'Paar', 'Paare')} von Urteilen`,
    disagreementMore: (same, pairs) =>
      `gleich in ${number(same)} von ${number(pairs)}: Verstehen beide die Gründe gleich?`,
    goTo: {
      queue: 'Zur Warteschlange',
      definition: 'Zur Definition',
      score: 'Zum Score',
      reports: 'Zu den Berichten',
    },
  },

  agenda: {
    title: 'Tagesordnung',
    minutes: (n) => `${number(n)} Min.`,
    total: (n) => `${number(n)} Minuten insgesamt`,
    points: {
      earlier: (n) =>
        `Was aus ${count(n, 'früheren Entscheidung', 'früheren Entscheidungen')} wurde`,
      numbers: 'Die beiden Zahlen',
      promises: 'Versprechen beider Seiten',
      missed: (n) => `Versprechen beider Seiten, ${number(n)} nicht gehalten`,
      changes: (n) =>
        `Was ${count(n, 'neue Fassung', 'neue Fassungen')} der Definition geändert ${plural(n, 'hat', 'haben')}`,
      open: (n) => count(n, 'offene Entscheidung', 'offene Entscheidungen'),
      next: 'Was beschlossen wurde, wer es macht, bis wann',
    },
  },

  decisions: {
    title: 'Entscheidungen',
    none: 'Für diesen Zeitraum ist noch keine festgehalten.',
    earlier: 'Von früher und noch offen',
    here: 'In diesem Zeitraum',
    by: 'festgehalten von {who}, {when}',
    due: 'bis {day}',
    late: 'war fällig {day}',
    done: 'Erledigt',
    isDone: 'erledigt {when}',
    notDone: 'Doch nicht erledigt',
    takeBack: 'Zurücknehmen',
    labelled: (act, text) => `${act}: ${text}`,
    takenBack: 'Zurückgenommen.',
    what: 'Was beschlossen wurde',
    who: 'Wer es macht',
    until: 'Bis wann',
    over: 'Diese Tage sind vorbei: Was Sie jetzt festhalten, steht im Check-in eines Zeitraums, in dem der heutige Tag liegt.',
    optional: 'darf leer bleiben',
    record: 'Festhalten',
    recording: 'Wird festgehalten',
    recorded: 'Festgehalten.',
    needsText: 'Sagen Sie, was beschlossen wurde.',
    safe: 'Nichts wurde festgehalten. Was Sie getippt haben, steht noch hier.',
    safeLine: 'Nichts wurde geändert.',
  },
};
