import { count, list, number, plural } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  page: {
    tab: 'Truce-Einstellungen',
    version: (v) => `Version ${v}`,
    welcome: 'Willkommen bei Truce',
    options: 'Einstellungen',
  },

  first: {
    label: 'Erste Schritte',
    what: 'Truce zeigt auf der Seite Ihres CRM, was das Marketing über einen Lead weiß, und bringt Ihr Urteil zurück ins Marketing.',
    done: 'Erledigt',
    connect: 'Verbinden',
    connectHelp: 'mit dem Store Ihres Teams: per Einladungslink oder mit seiner Adresse.',
    connectDone: 'Dieser Browser ist verbunden.',
    choose: 'Wählen, wo es arbeitet',
    chooseHelp: 'Schalten Sie unten Ihr CRM ein oder fügen Sie seine Adresse hinzu.',
    chooseDone: 'Was unten eingeschaltet ist, ist bereit.',
    open: 'Einen Lead im CRM öffnen',
    openHelp: 'Die Seitenleiste kommt von selbst.',
    pin: 'Heften Sie Truce an die Symbolleiste: Puzzleteil, dann Stecknadel. Am Knopf sehen Sie, was auf Sie wartet.',
    pinFirefox:
      'Behalten Sie Truce in der Symbolleiste: Puzzleteil, dann das Zahnrad neben Truce. Am Knopf sehen Sie, was auf Sie wartet.',
    noStore: 'Noch kein Store? Sehen Sie, wie es aussieht.',
    sample: 'Beispiel zeigen',
    hideSample: 'Beispiel ausblenden',
    sampleFrame: 'Beispiel der Seitenleiste',
    read: 'Was gelesen wird',
    readHelp:
      'Nur auf den CRM-Seiten, die Sie erlauben: die Nummer des Datensatzes aus der Adresse und Name, E-Mail, Firma, Position, Telefon und Eigentümer, die die Seite dazu zeigt. In Listen dasselbe je Zeile, wenn Scores in Listen an sind.',
    sent: 'Was gesendet wird',
    sentHelp:
      'Genau das, um den Lead zu finden; und was Sie sagen: Urteile, Einsprüche und Notizen mit dem, was Sie sahen, und Leads, die Sie anlegen.',
    whom: 'An wen',
    whomHelp:
      'Nur an den Store, mit dem Sie sich verbinden und den Ihr eigenes Team betreibt. An niemanden sonst, keine Statistik.',
  },

  connection: {
    title: 'Verbindung',
    looking: 'Es wird nachgesehen, ob dieser Browser verbunden ist.',
    connectTitle: 'Mit dem Store Ihres Teams verbinden',
    connectLead:
      'Wer Truce in Ihrem Team betreibt, gibt Ihnen einen Einladungslink oder die Adresse und einen Weg zur Anmeldung.',
    refused: 'Der Store kennt diesen Browser nicht mehr',
    refusedHelp:
      'Jemand hat ihn getrennt, oder er wurde lange nicht benutzt. Was Sie gesagt haben, bleibt hier gespeichert und wird gesendet, sobald Sie sich wieder als Sie selbst verbinden.',
    connected: 'Verbunden',
    workspace: 'Arbeitsbereich',
    you: 'Sie',
    role: 'Rolle',
    store: 'Store',
    review: 'Review Desk öffnen',
    disconnect: 'Trennen',
    unsent: (n) =>
      `${count(n, 'Angabe', 'Angaben')} von Ihnen ${plural(n, 'ist', 'sind')} noch nicht gesendet`,
    disconnectAnyway: 'Trotzdem trennen',
    stay: 'Verbunden bleiben',
    unsentHelp: (name) =>
      `Sie bleiben in diesem Browser gespeichert und werden nur gesendet, wenn Sie sich wieder als ${name} mit diesem Store verbinden. Sicherheitshalber speichern Sie sie vorher als Datei.`,
  },
  saveAsFile: 'Als Datei speichern',

  connect: {
    address: 'Adresse des Stores oder Einladungslink',
    noAddress: 'Das ist keine Webadresse.',
    signIn: (name) => `Mit ${name} anmelden`,
    window: 'Weiter geht es im Fenster, das sich geöffnet hat.',
    invited: 'Eine Einladung zu {store}. Sie verbindet diesen Browser, ein einziges Mal.',
    orCode: 'Oder mit einem Einmalcode',
    code: 'Einmalcode',
    noCode: 'Ein Code hat 8 Buchstaben und Ziffern.',
    connecting: 'Wird verbunden',
    connect: 'Verbinden',
  },

  devices: {
    title: 'Ihre anderen Browser',
    used: 'zuletzt benutzt {when}',
    unused: 'nicht benutzt, seit er {when} verbunden wurde',
    letGo: 'Trennen',
    letGoOf: (label) => `Trennen: ${label}`,
    ask: (label) => `${label} trennen?`,
    help: 'Er kann dann nichts mehr in Ihrem Namen tun und muss neu verbunden werden. Was dort gesagt und noch nicht gesendet wurde, bleibt in ihm.',
  },
  keep: 'Behalten',

  team: {
    title: 'Ihr Store',
    admin:
      'Wer dabei ist, welche Werkzeuge Ereignisse senden, Dateien zum Einlesen, was eine Person herausgegeben oder gelöscht haben will.',
    marketer:
      'Welche Werkzeuge Ereignisse senden, Dateien zum Einlesen, und Personen, die sich als eine herausgestellt haben.',
    alone: 'Sie sind allein in diesem Store',
    aloneHelp:
      'Laden Sie alle ein, die Leads bearbeiten, und eine zweite Person mit Administrationsrechten, damit niemand ausgesperrt ist, wenn Sie fehlen.',
    invite: 'Jemanden einladen',
    open: 'Ihren Store öffnen',
  },

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

  looks: {
    title: 'Wie sich Truce zeigt',
    lead: 'Für diesen Browser. Jede Änderung wirkt sofort, auch in Seiten, die schon offen sind.',
    where: 'Wo die Seitenleiste ist',
    inPage: 'In der Seite des CRM',
    inPanel: 'In der Seitenleiste des Browsers',
    panelHelp:
      'Die Seitenleiste des Browsers folgt dem Tab, der vorn ist. Öffnen Sie sie mit dem Truce-Knopf in der Symbolleiste; sie geht auch auf Seiten, die nichts einblenden lassen.',
    listsHelp: 'Ein kleiner Score neben jedem Lead auf den Listenseiten des CRM.',
    listsOn: (crm) => `Scores in Listen von ${crm}`,
    notify: 'Benachrichtigungen',
    notifyHelp:
      'Wenn ein Lead wieder da ist, das Marketing Ihnen antwortet oder Ihre Frist für einen Lead abläuft.',
    names: 'Leads in Benachrichtigungen nennen',
    namesHelp: 'Aus: Sie sagen nur, wie viele. Ein gesperrter Bildschirm zeigt sie allen.',
    notAllowed: 'Der Browser durfte nicht',
    notAllowedHelp: 'Benachrichtigungen bleiben aus. Sonst wurde nichts geändert.',
  },
  keys: {
    title: 'Tasten',
    lead: 'Gelten überall im Browser, für den Lead, der vorn ist.',
    none: 'noch keine Taste',
    change: 'Tasten ändern',
    whereFirefox:
      'Zum Ändern öffnen Sie about:addons, dann das Zahnrad, dann „Tastenkombinationen der Erweiterungen verwalten“.',
    inside:
      'In der Seitenleiste selbst gibt Alt mit einem Buchstaben ein Urteil; der Buchstabe ist auf dem Knopf unterstrichen.',
  },

  outbox: {
    title: 'Noch nicht gesendet',
    allThere: 'Alles, was Sie gesagt haben, ist im Store.',
    safe: 'In diesem Browser sicher; wird gesendet, sobald der Store antwortet.',
    refused: (n) =>
      n === 1
        ? 'Eines hat der Store abgewiesen: Es wartet hier auf Sie und hält nichts anderes auf.'
        : `${number(n)} hat der Store abgewiesen: Sie warten hier auf Sie und halten nichts anderes auf.`,
    tryAll: 'Jetzt alle noch einmal versuchen',
    tryAgain: 'Noch einmal versuchen',
    drop: 'Verwerfen',
    ask: 'Endgültig verwerfen?',
    dropIt: 'Verwerfen',
    dropHelp: (what) =>
      `„${what}“ wurde nie im Store gespeichert, und niemand sonst hat es gesehen. Einmal verworfen, kommt es nicht zurück.`,
    registered: 'Lead angelegt',
    answered: (what) => `Beantwortet: ${what}`,
    facts: '{state}, gesagt {when}',
    onItsWay: 'unterwegs',
    attention: 'braucht Sie',
    saved: 'hier gespeichert, noch nicht gesendet',
    soon: 'hier gespeichert, nächster Versuch innerhalb einer Minute',
    next: (when) => `hier gespeichert, nächster Versuch ${when}`,
  },

  stored: {
    title: 'In diesem Browser aufbewahrt',
    lead: 'Leads, die Sie geöffnet haben, bleiben eine Weile hier, damit die Seitenleiste sofort da ist. Was Sie gesagt haben und noch nicht gesendet ist, wird getrennt aufbewahrt und bleibt.',
    none: 'Hier sind keine Leads aufbewahrt.',
    leads: (n) => count(n, 'Lead', 'Leads'),
    oldest: (when) => `der älteste gesehen ${when}`,
    also: 'Außerdem: Ihre Verbindung, die eingeschalteten CRM-Seiten und wie die Seitenleiste dort zuletzt stand, und was beigebracht wurde.',
    forget: 'Aufbewahrte Leads vergessen',
    all: 'Alles hier löschen',
    ask: 'Alles löschen, was Truce in diesem Browser aufbewahrt?',
    deleteAll: 'Alles löschen',
    help: 'Leads, Verbindung, Seiten, beigebrachte CRMs und Einstellungen werden gelöscht. Was im Store Ihres Teams steht, bleibt dort.',
    unsent: (n) =>
      n === 1
        ? 'Eine Angabe von Ihnen ist noch nicht gesendet und ginge verloren. Speichern Sie sie vorher als Datei.'
        : `${number(n)} Angaben von Ihnen sind noch nicht gesendet und gingen verloren. Speichern Sie sie vorher als Datei.`,
  },
};
