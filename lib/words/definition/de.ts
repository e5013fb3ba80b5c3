import { count, number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import { change, form, issues } from './de-rules.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  form,
  change,
  issues,

  title: (version) => `Lead-Definition v${version}`,
  loading: 'Die Lead-Definition wird geholt. Einen Moment.',
  safe: 'Sicher: Definitionen, Entwürfe und Unterschriften bleiben im Store.',
  fromBefore: 'Was unten steht, ist von vorher.',
  draftChip: 'Entwurf',
  editChip: 'noch nicht gespeichert',
  inForceChip: 'in Kraft',
  signatures: ['noch keine Unterschrift', 'eine von zwei Unterschriften', 'beide Unterschriften'],
  inForceSince: 'in Kraft: v{version} seit {when}',
  sinceOf: 'seit {when}',
  signedByBoth: 'von beiden Seiten unterschrieben',
  readOnly:
    'Sie können alles lesen, einen Entwurf kommentieren und für Ihre Seite unterschreiben. Das Marketing bearbeitet ihn.',
  editHint: 'Ändern Sie unten, was Sie wollen; mit dem Speichern wird daraus ein Entwurf.',
  outdated: (basedOn, version) =>
    `Dieser Entwurf wurde aus v${basedOn} gemacht, und inzwischen gilt v${version}. Speichern Sie ihn noch einmal, um ihn auf den Stand zu bringen, oder verwerfen Sie ihn.`,
  views: 'Ansichten der Definition',
  view: { form: 'Formular', json: 'JSON', versions: 'Versionen' },
  export: 'Exportieren',
  import: 'Importieren',
  importLabel: 'Eine Lead-Definition als JSON-Datei',
  imported: 'Importiert. Sie steht unter Ihren Änderungen, und sonst sieht sie noch niemand.',
  importFailed: 'Diese Datei wurde nicht übernommen',
  importSafe: 'Es wurde nichts geändert.',
  undo: 'Rückgängig',
  redo: 'Wiederholen',

  unsaved: (n) =>
    `Nicht gespeichert: ${count(n, 'Änderung', 'Änderungen')} an dem, was gilt. Bleibt in diesem Browser, bis Sie speichern oder verwerfen.`,
  save: 'Als Entwurf speichern',
  saving: 'Wird gespeichert',
  drop: 'Meine Änderungen verwerfen',
  dropSure: 'Ihre Änderungen verwerfen?',
  dropMeans: 'Was Sie seit dem letzten gespeicherten Entwurf geändert haben, ist dann weg.',
  keepEditing: 'Weiter bearbeiten',
  losesSignatures: (n) =>
    `Speichern macht einen neuen Entwurf und nimmt ${n === 1 ? 'die Unterschrift' : 'beide Unterschriften'} weg.`,
  saveSafe: 'Ihre Änderungen sind noch hier, in diesem Browser.',
  wrong: (n) => `${count(n, 'Stelle', 'Stellen')} zu berichtigen, bevor sich speichern lässt`,
  conflict: {
    draft: (by) => `${by} hat den Entwurf inzwischen geändert.`,
    gone: 'Den Entwurf, den Sie bearbeitet haben, gibt es nicht mehr: verworfen oder in Kraft gesetzt.',
    version: (version) => `Inzwischen gilt v${version}.`,
    kept: 'Ihre Änderungen sind noch da. Speichern setzt Ihre an die Stelle der anderen.',
    theirs: 'Die anderen, gegen das, was gilt',
    mine: 'Ihre, gegen das, was gilt',
    takeMine: 'Mit meinen weitermachen',
    takeTheirs: 'Meine verwerfen, die anderen nehmen',
  },

  json: {
    label: 'Die Definition als JSON',
    hint: 'Dasselbe wie das Formular. Was noch keine Definition ist, bleibt hier stehen, bis es eine ist.',
    fine: 'Das ist eine ganze Definition.',
  },

  suggested: 'Von Urteilen vorgeschlagen: {label} {from} auf {to}, {rates}',
  suggestedRates: (having, without, n) => `${having} angenommen gegen ${without} (n ${n})`,
  notNow: 'Nicht jetzt',
  putIn: 'In den Entwurf',
  moreSuggestions: (n) => `${count(n, 'weiterer Vorschlag', 'weitere Vorschläge')} unter „Score“`,

  preview: {
    title: (version) => `Was v${version} bewirkt hätte`,
    on: (n) => count(n, 'Urteil', 'Urteile'),
    trying: 'Wird ausprobiert …',
    invalid:
      'Der letzte Stand, der ganz war; berichtigen Sie, was markiert ist, um es wieder auszuprobieren.',
    nothing: 'Es gibt keinen Unterschied zu dem, was gilt, also nichts auszuprobieren.',
    none: 'Noch keine Urteile: nichts, woran es sich ausprobieren ließe.',
    few: (n, fewest) =>
      `Bisher ${count(n, 'Urteil', 'Urteile')}: Unter ${fewest} wird keine Quote gezeigt.`,
    volume: 'Menge: übergeben',
    precision: 'Treffer: davon angenommen',
    recall: 'Ausbeute: von allen angenommenen darüber',
    safe: 'Ihre Änderungen und der Entwurf sind sicher.',
    heaps: 'Punkte, vorher und nachher',
    heapsLabel: (before, after) =>
      `Beurteilte Leads nach Punkten, angenommen und nicht, oben was gilt, unten der Vorschlag. ${before} ${after}`,
    line: (version, points, n) => `v${version}, Schwelle bei ${points}: ${n} darüber`,
    acceptedMark: 'angenommen',
    otherMark: 'nicht angenommen',
    asTable: 'Als Tabelle',
    columns: {
      points: 'Punkte',
      before: 'In Kraft',
      after: 'Vorschlag',
      of: (accepted, all) => `${accepted} von ${all}`,
    },
    flips: (out, come) =>
      `Wer die Seite wechselt: ${number(out)} fallen heraus, ${number(come)} kommen dazu`,
    flipsDetail: (lost, avoided, won, taken) =>
      `Heraus: ${number(avoided)} nicht angenommene, ${number(lost)} angenommene. Dazu: ${number(won)} angenommene, ${number(taken)} andere.`,
    nobody: 'Niemand wechselt die Seite.',
    more: (n) => `${number(n)} weitere, danach, wie weit sie sich bewegen`,
    dropsOut: 'fällt heraus',
    comesIn: 'kommt dazu',
    accepted: 'angenommen',
    notAccepted: 'nicht angenommen',
    moves: (before, after) => `${before} auf ${after}`,
    withoutName: 'Ohne Namen',
    leads: (days) => `Leads der letzten ${days} Tage`,
    leadsOf: (of, sampled) =>
      `${count(of, 'Lead', 'Leads')} angesehen${sampled ? ', eine Stichprobe' : ''}, beurteilt oder nicht`,
    leadsOver: 'über der Schwelle',
  },

  changesTitle: (version) => `Änderungen gegenüber v${version}, in Worten`,

  comments: {
    title: 'Kommentare',
    none: 'Noch hat niemand etwas gesagt.',
    write: 'Etwas zu diesem Entwurf sagen',
    send: 'Kommentieren',
    sending: 'Wird gesendet',
    safe: 'Was Sie geschrieben haben, ist noch da.',
    afterSave:
      'Speichern Sie zuerst Ihre Änderungen: Kommentare gehören zu dem Entwurf, den beide Seiten sehen.',
  },

  sign: {
    title: 'Unterschriften',
    sides: { marketing: 'Marketing', sales: 'Vertrieb' },
    signed: 'unterschrieben',
    waiting: 'steht aus',
    act: {
      marketing: 'Für das Marketing unterschreiben',
      sales: 'Für den Vertrieb unterschreiben',
    },
    signing: 'Wird unterschrieben',
    withdraw: 'Zurückziehen',
    withdrawOf: {
      marketing: 'Unterschrift des Marketings zurückziehen',
      sales: 'Unterschrift des Vertriebs zurückziehen',
    },
    notYours: {
      marketing: 'Hier unterschreibt jemand aus dem Marketing oder der Administration.',
      sales: 'Hier unterschreibt jemand aus dem Vertrieb oder der Administration.',
    },
    otherSide: 'Sie haben für die andere Seite unterschrieben; niemand unterschreibt für beide.',
    editsFirst: 'Speichern oder verwerfen Sie Ihre Änderungen, bevor Sie unterschreiben.',
    withdraws: 'Eine Änderung nimmt beide weg.',
    safe: 'Es wurde nichts unterschrieben oder zurückgezogen.',
    noDraft: 'Es gibt keinen Entwurf. Was gilt, haben unterschrieben:',
    inForceBy: '{marketing} für das Marketing, {sales} für den Vertrieb',
    nobody: 'niemand',
  },

  start: {
    label: 'Beginnt am',
    hint: 'Der erste UTC-Tag, an dem er zählt. Leer: sobald er in Kraft gesetzt wird.',
    at: 'beginnt {when}, 00:00 UTC',
    atOnce: 'beginnt, sobald er in Kraft gesetzt wird',
    safe: 'Der Tag wurde nicht geändert.',
  },
  publish: {
    act: (version) => `v${version} in Kraft setzen`,
    actOn: (version) => `v${version} an diesem Tag in Kraft setzen`,
    acting: 'Wird in Kraft gesetzt',
    needsBoth: 'Zuerst müssen beide Seiten unterschreiben.',
    after:
      'Neue Ereignisse zählen sofort danach; alle Leads werden im Hintergrund neu bewertet. Die Versprechen beginnen neu, mit den aufgezeichneten Urteilen.',
    scheduled:
      'Beide haben unterschrieben. Er beginnt von selbst {when}; eine Änderung oder eine zurückgezogene Unterschrift hält ihn auf.',
    safe: 'Es wurde nichts in Kraft gesetzt; der Entwurf ist, wie er war.',
    marketingPuts: 'Das Marketing setzt ihn in Kraft, sobald beide unterschrieben haben.',
    discard: 'Entwurf verwerfen',
    discarding: 'Wird verworfen',
    discardSure: 'Diesen Entwurf verwerfen?',
    discardMeans:
      'Der Entwurf, seine Kommentare und Unterschriften sind dann für alle geschlossen. Was gilt, bleibt, wie es ist.',
    keepDraft: 'Behalten',
    stillThere: 'Der Entwurf ist noch da.',
  },

  versions: {
    title: 'Versionen',
    now: 'in Kraft',
    first: 'kam mit dem Store',
    by: 'in Kraft gesetzt von {by}',
    signed: 'unterschrieben von {marketing} und {sales}',
    unsigned: 'nicht von beiden unterschrieben',
    backTo: (version) => `zurück zu v${version}`,
    feedback: (n) => count(n, 'Urteil oder Einspruch darunter', 'Urteile und Einsprüche darunter'),
    changes: (n) => count(n, 'Änderung', 'Änderungen'),
    rollBack: (version) => `Zurück zu v${version}`,
    sure: (version) => `Soll v${version} wieder gelten?`,
    means: (next, to) =>
      `v${next} sagt dann, was v${to} sagte, und gilt sofort, mit den Unterschriften von v${to}. Alle Leads werden im Hintergrund neu bewertet; Rückmeldungen behalten die Version, unter der sie gegeben wurden.`,
    stops:
      'Der offene Entwurf wurde aus dem gemacht, was jetzt gilt; er muss danach neu gespeichert werden.',
    keep: 'So lassen',
    rolling: 'Wird zurückgesetzt',
    safe: 'Es wurde nichts geändert; es gilt dieselbe Version.',
    compare: 'Zwei Versionen vergleichen',
    from: 'Von',
    to: 'Bis',
    comparing: 'Wird verglichen …',
    result: (from, to) => `Von v${from} bis v${to}`,
    only: 'Bisher gibt es eine Version; Unterschiede stehen hier ab der zweiten.',
  },
};
