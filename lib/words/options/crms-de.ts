import { list, number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { crms as en } from './crms-en.ts';

export const crms: Words<typeof en> = {
  crms: {
    title: 'CRMs',
    lead: 'Schalten Sie ein, worin Ihr Team arbeitet. Truce liest diese Seiten und keine anderen.',
    find: 'Ein CRM suchen',
    nameOrAddress: 'Name oder Adresse',
    none: (all) => `keines von ${number(all)}`,
    found: (n, all) => `${number(n)} von ${number(all)}`,
    unknown:
      'Truce kennt „{typed}“ noch nicht. Öffnen Sie es und wählen Sie {teach} in der Symbolleiste.',
    teach: 'Truce dieses CRM beibringen',
    fewer: 'Weniger zeigen',
    all: (n) => `Alle ${number(n)} CRMs zeigen`,
    howSure: 'Wie sicher sich Truce jeweils ist',
    sureDay: 'Der Tag ist der, an dem es zuletzt daran geprüft wurde.',
    taken: 'Die Erlaubnis des Browsers wurde entzogen. ',
    allow: 'Erlauben',
    allowOf: (name) => `Erlauben: ${name}`,
    inUse: 'In Gebrauch',
    addAddress: 'Adresse hinzufügen',
    addAddressOf: (name) => `Adresse hinzufügen: ${name}`,
    teamHere: 'von Ihrem Team, unter Ihrer eigenen Adresse',
    ownHere: 'hier beigebracht, unter Ihrer eigenen Adresse',
    here: 'unter Ihrer eigenen Adresse',
    more: (n) => ` und ${number(n)} weitere`,
  },
  address: {
    none: 'Das ist keine Adresse',
    noPage: 'Das ist nicht die Adresse einer Webseite',
    example:
      'Kopieren Sie sie aus der Adresszeile des Browsers, etwa https://acme.lightning.force.com.',
    ofAnother: (crm) => `Das ist eine Adresse von ${crm}`,
    ofAnotherHelp: (crm) =>
      `Schalten Sie ${crm} in der Liste oben ein, oder kopieren Sie die richtige Adresse aus der Adresszeile des Browsers.`,
  },
  sureness: {
    'verified live': { word: 'am laufenden CRM geprüft', means: 'am CRM selbst ausprobiert' },
    'from vendor source': {
      word: 'aus der Quelle des Herstellers',
      means: 'aus dem veröffentlichten Quelltext des CRM',
    },
    'from public code': {
      word: 'aus öffentlichem Code',
      means: 'aus anderer veröffentlichter Software, die auf seinen Seiten arbeitet',
    },
    inferred: {
      word: 'erschlossen',
      means: 'aus Dokumentation und Adressen; den Rest tun die Beschriftungen der Seite',
    },
    taught: { word: 'beigebracht', means: 'von einer Person gezeigt' },
  },
  facts: {
    name: 'Name',
    email: 'E-Mail',
    company: 'Firma',
    title: 'Position',
    phone: 'Telefon',
    owner: 'Eigentümer',
  },
  kinds: {
    lead: { one: 'Lead', many: 'Leads' },
    contact: { one: 'Kontakt', many: 'Kontakten' },
    deal: { one: 'Deal', many: 'Deals' },
    account: { one: 'Account', many: 'Accounts' },
    record: { one: 'Datensatz', many: 'Datensätzen' },
  },
  complaints: {
    some: (missing, of) =>
      `{fact} auf ${number(missing)} der letzten ${number(of)} {kind} in {crm} nicht gefunden, seit {day}`,
    any: (of) =>
      of === 1
        ? '{fact} beim letzten {kind} in {crm} nicht gefunden, seit {day}'
        : `{fact} auf keinem der letzten ${number(of)} {kind} in {crm} gefunden, seit {day}`,
    anew: 'Neu zu zählen beginnen',
    anewFor: (name) => `Für ${name} neu zu zählen beginnen`,
    'built-in':
      'Die Seiten haben sich vielleicht geändert. Suchen Sie nach einer neuen Version von Truce oder bringen Sie es ihm über die Symbolleiste neu bei.',
    team: 'Die Seiten haben sich vielleicht geändert. Sagen Sie es der Person, die das CRM mit Ihrem Team geteilt hat, oder bringen Sie es Truce über die Symbolleiste neu bei.',
    own: 'Die Seiten haben sich vielleicht geändert. Bringen Sie es Truce über die Symbolleiste neu bei.',
  },

  sites: {
    title: 'Ihre eigene Installation',
    lead: 'Für ein CRM, das unter einer eigenen Adresse läuft.',
    notListed:
      'Ihres ist nicht in der Liste? Öffnen Sie es und wählen Sie {teach} in der Symbolleiste.',
    facts: '{crm}, {state}',
    missing: 'die Erlaubnis des Browsers fehlt',
    allowed: 'erlaubt',
    fixed: ', in Truce enthalten',
    remove: 'Entfernen',
    removeOf: (what) => `${what} entfernen`,
    address: 'Adresse Ihres CRM',
    which: 'Welches CRM es ist',
    guess: 'Aus der Adresse vermutet.',
    choose: 'Wählen Sie, welches CRM es ist.',
    add: 'Hinzufügen',
  },

  taught: {
    title: 'Beigebrachte CRMs',
    lead: 'Was Truce lernte, als ihm jemand die Seiten eines unbekannten CRM zeigte: ein Rezept, das sagt, wo etwas steht, und niemandes Daten enthält.',
    on: (day) => `beigebracht ${day}`,
    team: 'von Ihrem Team',
    unused: ', nicht in Gebrauch',
    used: ', benutzt auf {sites}',
    shared: (day) => `, geteilt ${day}`,
    sharedBy: ', geteilt von {who} {day}',
    sharedWith: ', mit dem Team geteilt von {who} {day}',
    saveOf: (name) => `Als Datei speichern: ${name}`,
    share: 'Mit dem Team teilen',
    shareOf: (name) => `Mit dem Team teilen: ${name}`,
    unshare: 'Nicht mehr teilen',
    unshareOf: (name) => `Nicht mehr teilen: ${name}`,
    removeOf: (name) => `Entfernen: ${name}`,
    ask: (name) => `Vergessen, was Truce über ${name} gelernt hat?`,
    removeIt: 'Entfernen',
    ownCopy:
      'Ihre eigene Kopie wird gelöscht. Die mit dem Team geteilte bleibt und wird stattdessen benutzt.',
    stops: (sites) => `Truce arbeitet nicht mehr auf ${list(sites)}. `,
    stays:
      'Leads und was Sie über sie gesagt haben, bleiben. Speichern Sie es vorher als Datei, falls Sie es wieder brauchen könnten.',
  },
  takeIn: {
    open: 'Rezept aus einer Datei einlesen',
    nothing: '{file}, nichts wurde gespeichert',
    added: '{name} ist hinzugefügt. {act}',
    addAddress: 'Jetzt die Adresse hinzufügen',
    recipeFor: (name) => `Rezept für ${name}`,
    from: '{name}, aus {file}',
    at: 'Datensätze stehen unter',
    reads: 'Gelesen wird',
    nothingRead: 'nichts',
    labels: 'was die Seite beschriftet',
    andLabels: (facts) => `${facts} und was die Seite beschriftet`,
    replaces: (name) => `Es ersetzt ${name}, das Sie schon haben.`,
    instead: (name) => `Sie benutzen es statt ${name} von Ihrem Team.`,
    add: 'Hinzufügen',
    cancel: 'Abbrechen',
  },
};
