import { count, decimal, number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Score',
  reading: 'Es wird gelesen, was die Urteile sagen. Einen Moment.',
  safe: 'Sicher: Urteile, Definitionen und Entwürfe bleiben im Store.',
  definition: (version) => `Definition v${version}`,
  unsigned: (version) => `Definition v${version}, nicht von beiden Seiten unterschrieben`,
  signedByBoth: 'von beiden Seiten unterschrieben',
  counted: 'gezählt {when}',
  fromBefore: 'Was unten steht, ist von vorher.',
  asTable: 'Als Tabelle',
  of: (some, all) => `${some} von ${all}`,
  range: (low, high) => `${low} bis ${high}`,
  withRange: (value, low, high) => `${value} (${low} bis ${high})`,
  tooFew: 'zu wenige',
  withoutName: 'Ohne Namen',

  inForce: 'in Kraft',
  withIt: 'damit',
  without: 'ohne',
  figures: {
    auc: 'richtig sortiert, von 100',
    ece: 'Versprechen daneben, von 100',
    lift: 'oberstes Zehntel, so viel öfter',
    precision: 'über der Schwelle angenommen',
    volume: 'übergeben',
  },

  learned: {
    title: 'Gelernt aus',
    verdicts: (used, all) =>
      `{n} ${used === 1 ? 'Urteil' : 'Urteilen'}${all > used ? ` von ${number(all)}` : ''}`,
    accepted: (n, share) => `${number(n)} angenommen, ${share}.`,
    tooFew: (n, fewest) =>
      `Bisher ${n === 0 ? 'keine Urteile' : count(n, 'Urteil', 'Urteile')}: Unter ${fewest} wird keine Quote gezeigt.`,
    unanswered: (n) =>
      `${number(n)} ohne Urteil übergeben: Sie fehlen und zählen nie als abgelehnt`,
  },
  honest: {
    title: 'Wie ehrlich ist er?',
    off: '{n} daneben, von 100',
    average: (value, low, high) =>
      `Versprechen liegen im Mittel ${value} Prozentpunkte daneben (wahrscheinlich ${low} bis ${high}).`,
    byChance: (value) =>
      `${value} wären allein Zufall, wenn jedes Versprechen bei so vielen Urteilen stimmte`,
    unseen: 'gemessen an Urteilen, aus denen das Versprechen nicht gemacht ist',
    notYet:
      'Bisher sagen alle Urteile dasselbe; ob Versprechen gehalten werden, zeigt sich erst, wo manche angenommen wurden und manche nicht.',
  },
  sorts: {
    title: 'Wie gut sortiert er?',
    times: '{n} von 100 Malen',
    coin: (low, high) =>
      `stellt er einen angenommenen Lead über einen anderen (wahrscheinlich ${low} bis ${high}). Eine Münze täte es 50 Mal.`,
    sameMonth: (times) => `${times} unter Leads, die im selben Monat beurteilt wurden`,
    topTenth: (lift) => `das oberste Zehntel wird ${lift}-mal so oft angenommen wie alle`,
    notYet:
      'Bisher sagen alle Urteile dasselbe; die Reihenfolge der Leads zeigt sich erst, wo manche angenommen wurden und manche nicht.',
  },

  bands: {
    title: 'Ist der Score ehrlich?',
    aside: 'gestrichelt: was versprochen ist',
    tooEarly: (fewest) => `Noch zu früh: Kein Bereich hat ${fewest} Urteile.`,
    label: (n, answer) => `Versprochen gegen angenommen in ${n} Bereichen. ${answer}`,
    caption: 'Versprochen und angenommen nach Punkten',
    points: 'Punkte',
    yes: (kept, all) => `Ja: In ${kept} von ${all} Bereichen liegt das Versprechen im Intervall.`,
    notEverywhere: (kept, all) =>
      `Nicht überall: In ${kept} von ${all} Bereichen liegt das Versprechen im Intervall.`,
    furthest: (promised, accepted) =>
      `Am weitesten daneben: ${promised} versprochen, ${accepted} angenommen.`,
    hollow: (fewest) => `Hohl: weniger als ${fewest} Urteile, keine Quote.`,
    acceptedAxis: 'vom Vertrieb angenommen, %',
    promisedAxis: 'vom Score versprochen, %',
  },
  months: {
    title: 'Bleibt er ehrlich?',
    aside: 'nach heutigen Punkten; über der Linie: zu viel',
    tooEarly: (fewest) => `Noch zu früh: Kein Monat hat ${fewest} Urteile.`,
    label: (n, answer) => `Versprochen minus angenommen in ${n} Monaten. ${answer}`,
    caption: 'Versprochen und angenommen nach Monaten',
    month: 'Monat',
    yes: (n) => `Ja: Über ${count(n, 'Monat', 'Monate')} liegt jedes Versprechen im Intervall.`,
    off: (off, n) =>
      `In ${off} von ${count(n, 'Monat', 'Monaten')} weiter daneben, als der Zufall es macht.`,
    worst: (month, promised, accepted) =>
      `${month}: ${promised} versprochen, ${accepted} angenommen.`,
    gapAxis: 'versprochen minus angenommen, von 100',
  },
  columns: {
    promised: 'Versprochen',
    accepted: 'Angenommen',
    verdicts: 'Urteile',
    likely: 'Wahrscheinlich',
  },

  line: {
    title: 'Wo sollte die Schwelle sein?',
    promised: (share) => `${share} versprochen`,
    line: 'Schwelle',
    volume: 'Übergeben',
    precision: 'Davon angenommen',
    recall: 'Von allen angenommenen darüber',
    points: (n) => count(n, 'Punkt', 'Punkte'),
    inForce: (n) => `${count(n, 'Punkt', 'Punkte')}, in Kraft`,
    put: (points) => `die Schwelle bei ${points}`,
    tooFew: (n, fewest) =>
      `Bisher ${count(n, 'Urteil', 'Urteile')}: Unter ${fewest} wird keine Schwelle vorgeschlagen.`,
    none: (share) =>
      `Keine Schwelle hält ${share}: Selbst Leads mit den meisten Punkten werden seltener angenommen.`,
    same: (points) => `Wo sie ist: ${points} ist die niedrigste Schwelle, die es hält.`,
    lowest: (points, share) =>
      `Die niedrigste Schwelle, die es hält, sind ${count(points, 'Punkt', 'Punkte')}: Darüber sind ${share} zu erwarten. Gesehen wurde:`,
  },

  change: {
    title: 'Was sollte sich ändern?',
    aside: 'von Urteilen vorgeschlagen, von Ihnen entschieden',
    fromStep: '{label}, ab {step}',
    more: (certainty) =>
      `${certainty} von 100, dass es mehr zählen sollte. Bei denselben Urteilen:`,
    less: (certainty) =>
      `${certainty} von 100, dass es weniger zählen sollte. Bei denselben Urteilen:`,
    notNow: 'Nicht jetzt',
    notNowOf: (label) => `Nicht jetzt: ${label}`,
    noRate: (of, fewest) => `${of} angenommen, keine Quote unter ${fewest}`,
    rate: (of, share) => `${of} angenommen, ${share}`,
    hidden: (n) =>
      `${count(n, 'Vorschlag', 'Vorschläge')} auf diesem Gerät ausgeblendet, bis die Urteile etwas anderes sagen.`,
    showAgain: 'Wieder zeigen',
    suspicious: 'Zu gut oder zu schlecht, um wahr zu sein',
    suspicion: (of) => `{label}. Bleibt wie vereinbart: ${of} angenommen. Nachträglich ausgefüllt?`,
    tooFew: (n, fewest) =>
      `Bisher ${count(n, 'Urteil', 'Urteile')}: Unter ${fewest} wird nichts vorgeschlagen.`,
    nothing: 'Nichts. Keine anderen Punkte hätten Urteile sicher genug besser vorhergesagt.',
  },
  putIn: {
    put: 'In den Entwurf',
    putting: 'Kommt in den Entwurf',
    putOf: (what) => `In den Entwurf: ${what}`,
    done: 'Im Entwurf{what}.',
    nothingChanged: 'Es wurde nichts geändert.',
  },

  draft: {
    open: (version, changes) =>
      `Ein Entwurf von v${version} ist offen, mit ${count(changes, 'Änderung', 'Änderungen')}: lesen, bearbeiten und unterschreiben Sie ihn in {definition}.`,
    definition: 'der Definition',
  },
  rescoring: {
    done: (version, leads) =>
      `v${version} ist in Kraft; ${count(leads, 'Lead ist', 'Leads sind')} danach bewertet.`,
    doing: (version, done, total) =>
      `v${version} ist in Kraft. ${number(done)} von ${number(total)} Leads sind neu bewertet; die übrigen zeigen noch Punkte der Version davor.`,
  },

  toCome: {
    title: 'Was Urteile zeigen werden',
    soFar: (n) => `bisher ${number(n)}`,
    from: (n) => `ab ${n}`,
    steps: {
      honest: 'ob der Score ehrlich ist und wie gut er sortiert',
      chance: 'eine Chance neben den Punkten, bei jedem Lead',
      line: 'welche Schwelle das Versprechen hält',
      points: 'welche Punkte sich ändern sollten',
    },
  },
  watch: {
    title: 'Sind die Leads noch dieselben?',
    aside: 'die letzten 90 Tage gegen vorher',
    tooFew: 'Zu wenige Urteile, um die letzten 90 Tage mit denen davor zu vergleichen.',
    none: (n) =>
      `Ja: Keine von ${count(n, 'Zeile', 'Zeilen')} hat sich mehr bewegt, als Leads es immer tun.`,
    others: (psi) => `kommt von anderen Leads als zuvor, Stabilität ${decimal(psi, 2)}`,
    moving: (psi) => `bewegt sich, Stabilität ${decimal(psi, 2)}`,
    rest: (n, others) =>
      `${count(n, 'andere Zeile', 'andere Zeilen')} wie zuvor. Über ${decimal(others, 2)} sind es andere Leads als die, für die die Punkte vereinbart wurden.`,
    agree: 'Ist sich der Vertrieb einig?',
    noPairs: 'Bisher hat keinen Lead mehr als einer beurteilt.',
    pairsFew: (n, same, fewest) =>
      `Von ${count(n, 'Paar', 'Paaren')} von Urteilen über denselben Lead sagten ${number(same)} dasselbe; unter ${fewest} wird keine Quote gezeigt.`,
    pairsShare: (n, same, share) =>
      `Von ${count(n, 'Paar', 'Paaren')} von Urteilen über denselben Lead sagten ${number(same)} dasselbe, ${share}.`,
    apart: 'Weiter von den anderen entfernt, als der Zufall es macht',
    rep: (of, promised) => `${of} angenommen, ${promised} versprochen`,
  },
};
