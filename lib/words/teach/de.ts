import { number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

/** Each thing as the sentences need it: with its article, denied, the same, by itself. */
const the = {
  name: 'den Namen',
  email: 'die E-Mail-Adresse',
  company: 'die Firma',
  title: 'die Position',
  phone: 'die Telefonnummer',
  owner: 'den Eigentümer',
  row: 'die Zeile',
};
const no = {
  name: 'Kein Name',
  email: 'Keine E-Mail-Adresse',
  company: 'Keine Firma',
  title: 'Keine Position',
  phone: 'Keine Telefonnummer',
  owner: 'Kein Eigentümer',
  row: 'Keine Zeile',
};
const same = {
  name: 'denselben Namen',
  email: 'dieselbe E-Mail-Adresse',
  company: 'dieselbe Firma',
  title: 'dieselbe Position',
  phone: 'dieselbe Telefonnummer',
  owner: 'denselben Eigentümer',
  row: 'dieselbe Zeile',
};
const word = {
  name: 'Name',
  email: 'E-Mail',
  company: 'Firma',
  title: 'Position',
  phone: 'Telefon',
  owner: 'Eigentümer',
  row: 'Zeile',
};

export const de: Words<typeof en> = {
  tab: 'Truce ein CRM beibringen',
  title: 'Truce {site} beibringen',
  steps: { first: 'Person', second: 'Prüfen', list: 'Liste', name: 'Speichern' },
  saved: 'Gespeichert',
  otherSide: 'Auf die andere Seite',
  stop: 'Beenden',
  stopAsk: 'Nicht weiter beibringen?',
  stopAct: 'Beenden und vergessen',
  goOn: 'Weitermachen',
  stopHelp:
    'Was Sie bisher gezeigt haben, wird vergessen. An dieser Website wurde nichts geändert.',
  address: 'Die Adresse dieser Seite',
  back: 'Zurück',
  stopPointing: 'Abbrechen',

  facts: {
    name: 'Name',
    email: 'E-Mail',
    company: 'Firma',
    title: 'Position',
    phone: 'Telefon',
    owner: 'Eigentümer',
  },
  needed: 'nötig',
  notNeeded: 'nicht nötig',
  again: 'Neu',
  againOf: (thing) => `Neu zeigen: ${word[thing]}`,
  point: 'Zeigen',
  pointOf: (thing) => `Zeigen: ${word[thing]}`,
  doNotReadOf: (thing) => `Nicht lesen: ${word[thing]}`,
  click: (thing) =>
    `Klicken Sie auf der Seite ${the[thing]} an. Esc bricht ab; Pfeil nach oben nimmt den Kasten darum.`,

  first: {
    lead: 'Öffnen Sie die Seite einer Person und zeigen Sie, was dort über sie steht.',
    noId: 'Nichts in der Adresse dieser Seite sagt, welche Person sie zeigt. Öffnen Sie die eigene Seite einer Person; eine Liste oder Suche genügt nicht.',
    called: 'Wie Ihr CRM diese Personen nennt',
    contacts: 'Kontakte',
    leads: 'Leads',
    nameFirst: 'Zeigen Sie zuerst den Namen.',
    check: 'An einer anderen Person prüfen',
  },
  second: {
    lead: 'Öffnen Sie jetzt die Seite einer anderen Person, so wie sonst auch. Truce liest sie nach dem, was Sie gezeigt haben.',
    firstPage: 'Erste Seite',
    thisPage: 'Diese Seite',
    right: 'Das stimmt',
    pointHere: (thing) => `Hier ${the[thing]} zeigen`,
    doNotRead: 'Nicht lesen',
  },
  list: {
    lead: 'Wenn Ihr CRM eine Liste von Personen hat, öffnen Sie sie und zeigen Sie auf irgendeine Zeile.',
    another: 'Eine andere Zeile zeigen',
    point: 'Eine Zeile zeigen',
    click: 'Klicken Sie irgendwo in eine Zeile. Esc bricht ab.',
    rows: (n) => `${n === 1 ? 'Eine Zeile' : `${number(n)} Zeilen`} zu sehen, davon die ersten:`,
    goOn: 'Weiter',
    without: 'Ohne Liste weiter',
  },
  name: {
    label: 'Wie Sie dieses CRM nennen',
    hint: 'Ihr Team sieht diesen Namen, wenn es mit ihm geteilt wird.',
    empty: 'Es braucht einen Namen.',
    save: 'Speichern und hier benutzen',
  },
  done: {
    text: 'Truce kann {name} jetzt lesen. Öffnen Sie die Seite einer Person, und die Seitenleiste kommt von selbst. In den Einstellungen können Sie das Gelernte als Datei speichern oder mit Ihrem Team teilen.',
    finish: 'Fertig',
  },

  refusals: {
    'no-address': () =>
      'In dem, worauf Sie gezeigt haben, steht keine E-Mail-Adresse. Zeigen Sie auf die Adresse selbst.',
    'no-number': () => 'In dem, worauf Sie gezeigt haben, steht keine Telefonnummer.',
    'no-text': () => 'Das, worauf Sie gezeigt haben, ist leer. Zeigen Sie auf die Wörter selbst.',
    'too-much': (thing) =>
      `Für „${word[thing]}“ ist das zu viel Text. Zeigen Sie auf die Wörter selbst, nicht auf das, was sie umgibt.`,
    'not-alone': () =>
      'Nichts unterscheidet diese Stelle von anderen auf der Seite, Truce fände sie also nicht wieder. Versuchen Sie es mit den Wörtern daneben oder der Überschrift.',
    'no-link': () =>
      'Die Zeilen dieser Liste führen nicht zu den Seiten der Personen, Truce weiß also nicht, von wem sie handeln. Machen Sie ohne Liste weiter.',
    'no-list': () =>
      'Das sieht nicht nach einer Zeile unter anderen aus. Zeigen Sie in der Liste auf den Namen einer Person.',
  },
  doubts: {
    same: (thing) =>
      `Beide Seiten ergaben ${same[thing]}; wahrscheinlich gehört das nicht der Person selbst. Zeigen Sie dann auf die richtige Stelle.`,
    noName:
      'Der Name wurde auf dieser Seite nicht gefunden. Zeigen Sie ihn, damit Truce beide Stellen kennt.',
    none: (thing) =>
      `${no[thing]} auf dieser Seite gefunden. Wenn etwas da steht, zeigen Sie darauf; wenn diese Person nichts dergleichen hat, ist alles gut.`,
  },
  obstacles: {
    same: 'Das ist noch die Seite der ersten Person. Öffnen Sie die einer anderen.',
    'different-pages':
      'Die Adresse dieser Seite ist von anderer Art als die der ersten, sie zeigt also keine zweite Person. Öffnen Sie eine andere Person so, wie Sie die erste geöffnet haben.',
  },
  notWhole: 'Das Gezeigte ergibt kein ganzes Rezept',
  notWholeHelp:
    'Gehen Sie zum ersten Schritt zurück und zeigen Sie den Namen noch einmal. Nichts wurde gespeichert.',
  notSaved: 'Der Browser konnte es nicht speichern',
  notSavedHelp: 'Nichts ging verloren. Versuchen Sie es noch einmal.',
};
