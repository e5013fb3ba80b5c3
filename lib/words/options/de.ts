import { count, number, plural } from '../numbers.ts';
import type { Words } from '../speak.ts';
import { crms } from './crms-de.ts';
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
    review: 'Rückmeldungen öffnen',
    definition: 'Lead-Definition öffnen',
    disconnect: 'Trennen',
  },

  parting: {
    title: (n) =>
      `${count(n, 'Angabe', 'Angaben')} von Ihnen ${plural(n, 'ist', 'sind')} noch nicht gesendet`,
    lead: 'Was soll damit geschehen?',
    send: 'Erst senden, dann trennen',
    sendHelp: 'Der Browser wird getrennt, sobald alles angekommen ist.',
    keep: 'Trennen und hier aufbewahren',
    keepHelp: (name) =>
      `Es bleibt in diesem Browser gespeichert und wird nur gesendet, wenn Sie sich wieder als ${name} mit diesem Store verbinden.`,
    drop: (n) => `${count(n, 'Angabe', 'Angaben')} verwerfen und trennen`,
    dropHelp: 'Niemand wird es sehen, und es kommt nicht zurück.',
    stay: 'Verbunden bleiben',
    notSent: (n) =>
      `${count(n, 'Angabe', 'Angaben')} ${plural(n, 'konnte', 'konnten')} nicht gesendet werden, deshalb ist dieser Browser noch verbunden`,
    notSentHelp:
      'Unter „Noch nicht gesendet“ steht, warum. Versuchen Sie es noch einmal, oder wählen Sie etwas anderes.',
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

  ...crms,

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
    unread:
      'Was Sie vorher gesagt haben, ist hier gerade nicht lesbar. Gelöscht wurde nichts. Schließen Sie den Browser und öffnen Sie ihn wieder; was dann lesbar ist, wird gesendet.',
    safe: 'In diesem Browser sicher; wird gesendet, sobald der Store antwortet.',
    refused: (n) =>
      n === 1
        ? 'Eines hat der Store abgewiesen: Es wartet hier auf Sie und hält nichts anderes auf.'
        : `${number(n)} hat der Store abgewiesen: Sie warten hier auf Sie und halten nichts anderes auf.`,
    andMore: (n) => `und ${number(n)} weitere, hier ebenso sicher; in der Datei unten stehen alle.`,
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
