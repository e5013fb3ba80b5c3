import { count, decimal, list, number, plural } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { panelsEn } from './panels-en.ts';

const leads = (n: number) => count(n, 'Lead', 'Leads');

export const panelsDe: Words<typeof panelsEn> = {
  funnel: {
    title: 'Wie weit kommen Leads?',
    aside: 'nach der Woche, in der der Lead kam',
    answer: (came, handed, accepted, won) =>
      `Von ${came}, die kamen, wurden ${handed} übergeben, ${accepted} vom Vertrieb angenommen und ${won} gewonnen.`,
    note: 'Jede Zeile hat ihren eigenen Maßstab. Umrandet: wartet noch eine Stufe davor, kann noch kommen.',
    step: 'Stufe',
    week: (step, week, n) => `${step}, gekommen in der Woche ab ${week}: ${leads(n)}`,
    open: (n) => `, ${number(n)} ${plural(n, 'kann', 'können')} noch kommen`,
    ended: {
      waiting: 'Wartet',
      rejected: 'Abgelehnt',
      recycled: 'Zurückgestellt',
      disqualified: 'Disqualifiziert',
      lost: 'Verloren',
    },
    endedOf: (step, how) => `${step}, nicht weiter: ${how}`,
    byWeek: 'Stufen nach Woche',
    cameIn: 'Gekommen in der Woche ab',
    table: 'Stufen, und wo jene stehen, die nicht weiter kamen',
  },
  calibration: {
    title: 'Ist der Score ehrlich?',
    off: (points) => `im Mittel ${decimal(points, 1)} Punkte daneben`,
    yes: (kept, all) =>
      `In ${kept} von ${count(all, 'Bereich', 'Bereichen')} liegt das Versprechen im Intervall.`,
    tooEarly: 'Zu früh für eine Antwort:',
    spread: (n, fewest) =>
      `Bisher ${count(n, 'Urteil', 'Urteile')}, und in keinem Bereich sind es ${number(fewest)}`,
    lift: (lift) =>
      `Das beste Zehntel wird ${decimal(lift, 1)}-mal so oft angenommen wie alle zusammen.`,
    unpromised: (n) =>
      `Bei ${n === 1 ? '1 Urteil' : `${number(n)} Urteilen`} stand noch kein Versprechen.`,
    band: (from, to) => `${from} bis ${to} % versprochen`,
    bandHead: 'Versprochen, Bereich',
    audit: (n) => `, ${number(n)} davon aus der Stichprobe`,
    auditHead: 'Stichprobe',
    note: 'Auf der gestrichelten Linie sind Versprechen gehalten. Hohl: Stichprobe, von unter der Schwelle übergeben.',
    promisedAxis: 'vom Score versprochen, %',
    tenthsTitle: 'Stellt er die Besten nach vorn?',
    tenth: (n) => `Zehntel ${n}, nach dem Versprochenen`,
    tenthsNote:
      'Zehntel der Leads nach dem Versprochenen, die besten zuerst. Gestrichelt: alle zusammen.',
    all: (share) => `alle: ${share}`,
    table: 'Versprochen und angenommen, je Bereich',
  },
  acceptance: {
    title: {
      source: 'Welche Quellen halten das Versprechen?',
      campaign: 'Welche Kampagnen halten das Versprechen?',
      content: 'Welche Inhalte führen zu angenommenen Leads?',
    },
    by: 'Aufgeteilt nach',
    ways: { source: 'Quelle', campaign: 'Kampagne', content: 'Inhalt' },
    aside: 'angenommen von Urteilen',
    below: (names) => `Unter dem Versprechen, Intervall eingerechnet: ${list(names)}.`,
    above: (names) => `Darüber: ${list(names)}.`,
    early: (fewest) => `Zu früh für eine Antwort: Keine davon hat ${fewest} Urteile.`,
    inside: 'Kein Intervall liegt ganz über oder unter dem Versprechen.',
    note: 'Die mit den meisten übergebenen Leads, nach ihrer Quote.',
    others: (n) => count(n, 'andere', 'andere'),
    more: (n) => `Alle ${n} zeigen`,
    fewer: 'Weniger zeigen',
    total: 'Alle',
  },
  reasons: {
    title: 'Warum sagt der Vertrieb Nein?',
    rejected: 'Abgelehnt, vor dem Kontakt',
    disqualified: 'Disqualifiziert, nach dem Kontakt',
    aside: 'n, Anteil bis hierher',
    answer: (top, share) =>
      top === 1
        ? `Der erste Grund macht ${share} der Ablehnungen aus.`
        : `Die ersten ${top} Gründe machen ${share} der Ablehnungen aus.`,
    none: 'In diesen Tagen wurde kein Lead abgelehnt.',
    recycled: (n) =>
      n === 1
        ? '1 zurückgestellter Lead ist keine Ablehnung.'
        : `${number(n)} zurückgestellte Leads sind keine Ablehnungen.`,
    reason: 'Grund',
    soFar: 'Anteil bis hierher',
    note: 'Der häufigste zuerst; der Anteil wird von oben zusammengezählt.',
  },
  delays: {
    title: 'Wie lange wartet ein Lead?',
    answer: (system, human) =>
      `Von allem Warten liegen ${system} am System und ${human} an Menschen.`,
    system: 'Warten auf das System',
    human: 'Warten auf Menschen',
    systemHelp: 'Ereignis bis Übergabe',
    humanHelp: 'Übergabe bis erstes Urteil, auch nachts und am Wochenende',
    inTime: (share, promise) => `${share} in ${promise}`,
    half: (time) => `die Hälfte in ${time}`,
    waitingMark: (n) => `${number(n)} ${plural(n, 'wartet', 'warten')} noch`,
    lateMark: (n, promise) => `${number(n)} davon über ${promise}`,
    marketingPromise: (time) => `Versprechen des Marketings, ${time}`,
    salesPromise: (time) => `Versprechen des Vertriebs, ${time}`,
    bin: (side, low, high) => `${side}, ${low} bis ${high}`,
    over: (side, low) => `${side}, über ${low}`,
    nothing: '0',
    note: 'Über der Linie das System, darunter Menschen. Umrandet: nach dem Versprechen.',
    upTo: 'Bis',
    longer: 'länger',
    table: 'Leads danach, wie lange sie warteten',
    none: 'In diesen Tagen wurde kein Lead übergeben.',
  },
  rules: {
    title: 'Welche Regeln erkennen gute Leads?',
    aside: 'angenommen mit und ohne',
    answer: (best, lift) =>
      `Leads mit „${best}“ werden ${decimal(lift, 1)}-mal so oft angenommen wie die ohne.`,
    none: (fewest) => `Noch keine Regel hat auf beiden Seiten ${fewest} Urteile.`,
    note: 'Gefüllt: Leads mit der Regel, mit Intervall. Hohl: Leads ohne sie.',
    rule: 'Regel',
    with: 'Damit',
    without: 'Ohne',
    lift: 'Lift',
    times: (lift) => `${decimal(lift, 1)} ×`,
    withoutSays: (share, of) => `Ohne sie ${share}, ${of}.`,
    gone: 'nicht mehr in der Definition',
  },
  recycling: {
    title: 'Was wird aus zurückgestellten Leads?',
    answer: (recycled, woken, accepted, won) =>
      `Von ${recycled} zurückgestellten kamen ${woken} wieder, ${accepted} wurden dann angenommen und ${won} gewonnen.`,
    none: 'In diesen Tagen wurde kein Lead zurückgestellt.',
    steps: {
      recycled: 'Zurückgestellt',
      woken: 'Wieder da',
      accepted: 'Dann angenommen',
      opportunity: 'Opportunity',
      won: 'Gewonnen',
    },
    because: 'Wieder da durch:',
    codes: {
      day: 'ihren Tag',
      moment: 'einen Moment',
      asks: 'Bitte um Anruf',
      line: 'Erreichen der Schwelle',
      rule: 'eine Regel',
      sales: 'den Vertrieb selbst',
    },
    note: 'Jede Stufe enthält die nächste. Anteil an allen zurückgestellten.',
    step: 'Stufe',
  },
  sourced: {
    title: 'Wer bringt die besseren Leads?',
    aside: 'angenommen von Urteilen',
    answer: (marketing, sales) =>
      `Der Vertrieb nahm ${marketing} der Leads des Marketings an und ${sales} der eigenen.`,
    early: 'Auf einer der beiden Seiten gibt es zu wenige Urteile für einen Vergleich.',
    marketing: 'Marketing',
    sales: 'Vertrieb',
    wonOf: (side) => `${side}: gewonnen`,
    came: 'Gekommen',
    sql: 'Qualifiziert',
    opportunity: 'Opportunity',
    won: 'Gewonnen',
    lost: 'Verloren',
    side: 'Gebracht von',
    note: 'Leads, die der Vertrieb anlegt, haben keinen Score; wer einen Lead anlegt, hat meist schon mit ihm gesprochen.',
    steps: 'Von allen, die kamen',
  },
  agreement: {
    title: 'Urteilen alle gleich?',
    aside: 'zwei Urteile über einen Lead',
    none: 'In diesen Tagen haben nie zwei über denselben Lead geurteilt.',
    few: (pairs, same, fewest) =>
      `Von ${count(pairs, 'Urteilspaar', 'Urteilspaaren')} sagten ${number(same)} dasselbe; unter ${fewest} wird keine Quote gezeigt.`,
    answer: (pairs, share) =>
      `Von ${count(pairs, 'Urteilspaar', 'Urteilspaaren')} über einen Lead sagten ${share} dasselbe.`,
    all: 'Alle Paare',
    pairs: 'Paare',
    same: 'Sagten dasselbe',
    reason: 'Grund',
    note: 'Von den Paaren, in denen jemand diesen Grund nannte: wie oft der andere ihn auch nannte.',
    fewPairs: (n, fewest) => `${count(n, 'Paar', 'Paare')}: unter ${fewest} keine Quote`,
    says: (name, share, of, range) =>
      `${name}: ${share} gleich, ${of} Paaren, wahrscheinlich ${range}.`,
    apart: (n) => `Verschieden beurteilte Leads zeigen (${n} Paare)`,
    reps: 'Quoten einzelner Personen',
    repsNote: 'Leads werden nicht ausgelost: Ein Unterschied sagt nicht, wer besser urteilt.',
    repsShown: 'Sichtbar, weil es die Administration erlaubt.',
    repsOff: 'Zahlen einzelner Personen sind aus. Die Administration kann sie erlauben.',
    allow: 'Zahlen einzelner Personen',
    allowHelp:
      'Alle, die Berichte sehen, sehen dann Quoten mit Namen. Gedacht, um verschiedene Lesarten eines Grundes zu finden, nicht um Menschen zu reihen. Vielerorts haben Beschäftigte dabei mitzureden: Fragen Sie sie vorher.',
    member: 'Person',
  },
  drift: {
    title: 'Bleibt der Score ehrlich?',
    aside: 'Monat für Monat',
    answer: (kept, all) =>
      `In ${kept} von ${count(all, 'Monat', 'Monaten')} liegt das Versprechen im Intervall.`,
    early: (fewest) =>
      `Zu früh für eine Antwort: Kein Monat mit einem Versprechen hat ${fewest} Urteile.`,
    month: 'Monat',
    note: 'Punkt: angenommen, mit Intervall. Strich: versprochen.',
    promisedSays: (share) => `Versprochen: ${share}.`,
    moved: (names) => `Kommt von anderen Leads als vorher: ${list(names)}.`,
    still: 'Keine Regel kommt von anderen Leads als vorher.',
    input: 'Regel',
    stability: 'Stabilität',
    inputs: 'Eingaben, aus allen Urteilen bisher',
  },
};
