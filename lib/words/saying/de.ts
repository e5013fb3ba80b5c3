import { count, list, number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  verdict: 'Urteil',
  marketingSees: 'das Marketing sieht das',
  cancel: 'Abbrechen',
  sendKeys: 'Strg Enter',
  nothingSaved: 'Nicht gespeichert: Es wurde nichts festgehalten.',
  covered:
    'Die Seite verdeckt Truce oder blendet es aus. Antworten ruhen, bis es ganz zu sehen ist.',
  unseen: 'Nicht gespeichert: Die Seite hat Truce verborgen',
  unseenHelp:
    'Es wurde nichts festgehalten. Antworten Sie noch einmal, wenn es ganz zu sehen ist, oder öffnen Sie Truce neben der Seite.',
  tooSoon: 'Nicht gespeichert: Die Seite hat Truce eben erst gezeigt',
  tooSoonHelp: 'Es wurde nichts festgehalten. Wenn Sie es so meinten, drücken Sie noch einmal.',
  wordsKept: 'Nicht gespeichert. Ihr Text ist noch da.',
  undo: 'Rückgängig',
  seconds: (n) => `${n} s`,

  reason: 'Grund',
  chooseReason: 'Bitte einen Grund wählen: Damit kann das Marketing etwas anfangen.',
  note: 'Notiz, freiwillig',
  questionOptional: (question) => `${question} Freiwillig.`,

  sleepUntil: 'Ruht bis',
  chooseWake: 'Bitte einen Tag nach heute wählen oder was diesen Lead weckt.',
  tomorrow: 'Morgen',
  nextWeek: 'Nächste Woche',
  inAMonth: 'In einem Monat',
  nextQuarter: 'Nächstes Quartal',
  noDay: 'Kein Tag',
  onDay: (label, day) => `${label}, ${day}`,
  orThisDay: 'Oder bis zu diesem Tag',
  orWhen: 'Oder früher, sobald',
  signals: {
    moment: 'Etwas Nennenswertes geschieht',
    asks: 'Ein Anruf gewünscht wird',
    line: 'Die Schwelle erreicht ist',
  },
  ruleSignal: 'Oder sobald eine Regel etwas Neues sieht',
  anyRule: 'Keine Regel',
  wakes: {
    moment: 'etwas Nennenswertes geschieht',
    asks: 'ein Anruf gewünscht wird',
    line: 'die Schwelle erreicht ist',
    rule: (label) => `„${label}“ etwas Neues sieht`,
  },
  aRule: 'eine Regel',
  sleepsUntil: (day, signals) =>
    signals.length === 0 ? `Ruht bis ${day}` : `Ruht bis ${day} oder bis ${list(signals, 'or')}`,
  sleepsFor: (signals) => `Ruht, bis ${list(signals, 'or')}`,

  backSince: 'Wieder da seit {when}: {why}.',
  because: {
    day: 'der Tag ist gekommen',
    moment: 'es tut sich wieder etwas',
    asks: 'ein Anruf ist gewünscht',
    line: 'die Schwelle ist erreicht',
    rule: 'etwas Neues',
  },
  whileAsleep: (events, moments) =>
    events === 0
      ? 'In der Zwischenzeit ist nichts geschehen.'
      : `${count(events, 'Ereignis', 'Ereignisse')} in der Zwischenzeit${moments > 0 ? `, darunter ${count(moments, 'Moment', 'Momente')}` : ''}.`,
  pointsThenNow: (then, now) =>
    then === now
      ? `${count(then, 'Punkt', 'Punkte')} damals wie heute.`
      : `Damals ${count(then, 'Punkt', 'Punkte')}, jetzt ${number(now)}.`,

  by: 'von {who} {when}',
  byYou: 'von Ihnen {when}',
  notSentYet: ', noch nicht gesendet',
  change: 'Ändern',
  keep: 'Behalten',

  theyJust: '{who} hat {when} „{what}“ gesagt, während Sie hier waren.',
  yoursWill: 'Senden Sie Ihres, berichtigt es das: Dann gilt Ihres, und beide bleiben im Verlauf.',
  theyFirst: '{who} war {when} zuerst da: „{what}“.',
  yoursCounts: 'Ihr Urteil berichtigt das und gilt jetzt; beide bleiben im Verlauf.',
  yoursGoes: 'Ihr Urteil berichtigt das, sobald es gesendet ist; beide bleiben im Verlauf.',
  theyAfter: '{who} hat {when} „{what}“ gesagt, nach Ihrem „{mine}“.',
  theirsCounts: 'Das gilt jetzt; beide bleiben im Verlauf. Sie können es ändern.',

  history: 'Verlauf',
  saidSoFar: (verdicts, flags) =>
    [
      ...(verdicts > 0 ? [count(verdicts, 'Urteil', 'Urteile')] : []),
      ...(flags > 0 ? [count(flags, 'Einspruch', 'Einsprüche')] : []),
    ].join(', '),
  you: 'Sie',
  pointsThen: (points) => `bei ${count(points, 'Punkt', 'Punkten')}`,
  noPointsThen: 'bevor es einen Score gab',
  about: (label) => `„${label}“`,
  answerBy: '{who} hat {when} geantwortet',

  fromMarketing: 'Vom Marketing',
  earlierAnswers: (n) => count(n, 'frühere Antwort', 'frühere Antworten'),
  toYour: '{who}, zu Ihrem „{what}“',

  beforeYouDecide: 'Bevor Sie entscheiden',
  moreToKnow: (n) => `${number(n)} weitere Hinweise`,

  notHandedOver: 'Vom Marketing nicht übergeben',
  answeredAfter: (span) => `${span} nach der Übergabe beantwortet`,
  handedOver: 'Übergeben {when}',
  handedOverBy: {
    line: '',
    asked: ' wegen eigener Anfrage',
    audit: ' per Zufall, um die Schwelle zu prüfen',
  },
  due: ', fällig {when}, noch {left}',
  lateSince: ', fällig war {when}',

  scoreIs: 'Der Score ist',
  tooHigh: 'Zu hoch',
  tooLow: 'Zu niedrig',
  whatIsWrong: (label) => `Was stimmt nicht an „${label}“?`,
  oneClick: 'Ein Klick speichert es; eine Notiz kann folgen.',
  flagged: 'Einspruch',
  youSaid: 'Sie sagten {when} „{what}“.',
  youFlagged: (fault) => `Ihr Einspruch: ${fault}`,
  addNote: 'Notiz dazu',
  noteToFlag: 'Was sollte das Marketing wissen?',
  saveNote: 'Notiz speichern',

  teach: {
    on: 'Genau auf der Schwelle: Kein anderes Urteil bewegt sie so sehr.',
    near: (points) =>
      `${count(points, 'Punkt', 'Punkte')} neben der Schwelle: Urteile hier bewegen sie am meisten.`,
    fitOnly: (grade) =>
      `Die richtige Person, die wenig tut (${grade}): Ihr Urteil zeigt, was hier mehr zählt.`,
    interestOnly: (grade) =>
      `Viel Interesse, aber kaum ein Käufer (${grade}): Ihr Urteil zeigt, was hier mehr zählt.`,
    wide: (low, high) =>
      `Wenige waren wie dieser: Die Chance liegt irgendwo zwischen ${low} und ${high} von 100. Ihr Urteil grenzt sie ein.`,
  },

  savedAsOther:
    'Gespeichert, als dieser Browser mit jemand anderem verbunden war. Ein neuer Versuch sendet es in Ihrem Namen.',
  savedForOther: (store) =>
    `Für den Store unter ${store} gespeichert. Verbinden Sie sich wieder mit ihm, um es zu senden, oder speichern Sie es als Datei.`,
  refusedUnsaid: 'Der Store hat es abgelehnt, ohne zu sagen, warum.',
};
