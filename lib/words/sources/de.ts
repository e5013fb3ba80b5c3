import { count, number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  lead: 'Woher der Store hört, was Leads tun. Wenn eine Quelle verstummt, steht es hier, bevor jemand sie vermisst.',
  add: 'Quelle hinzufügen',
  none: 'Noch sendet nichts an den Store.',
  addWebsite:
    'Fügen Sie zuerst Ihre Website hinzu: Was dort gelesen wird, ist das meiste, was Truce weiß.',
  adminAdds:
    'Die Administration verbindet hier Ihre Website und Ihre Werkzeuge. Dateien können Sie selbst bringen, unter Importe.',
  count: (n) => count(n, 'Quelle', 'Quellen'),
  noneSilent: 'keine ist still',
  someSilent: (n) => `${number(n)} seit mehr als einem Tag still`,

  whatSends: 'Was sendet?',
  chooseTool: 'Wählen Sie, was sendet.',
  name: 'Name, wie er in Zeitleisten steht',
  website: 'Website',
  giveName: 'Geben Sie ihr einen Namen.',
  makeKey: 'Schlüssel erzeugen',
  makeAddress: 'Adresse erzeugen',
  added: '{name} ist hinzugefügt',
  carryOver: 'Tragen Sie das jetzt hinüber; es ist nur dieses eine Mal zu sehen.',
  writeKey: 'Schreibschlüssel',
  secret: 'Geheimnis',
  address: 'Adresse',
  addAnother: 'Noch eine hinzufügen',

  setUp: 'Einrichten',
  setUpOf: (name) => `${name} einrichten`,
  removeOf: (name) => `${name} entfernen`,
  ask: (name) => `${name} entfernen?`,
  removed: (name) => `${name} ist entfernt. Was sie jetzt sendet, wird abgewiesen.`,
  will: 'Was sie gesendet hat, bleibt. Was sie von jetzt an sendet, wird abgewiesen, und ihr Schlüssel oder Geheimnis gilt nie wieder.',
  byFile: 'was jemand unter Importe gebracht hat',
  waitsFor: {
    secret: 'wartet auf ihr Geheimnis',
    clientSecret: 'wartet auf ihr Client Secret',
    verificationKey: 'wartet auf ihren Verification Key',
    signingKey: 'wartet auf ihren Signing Key',
  },
  notHeard: 'noch nicht gehört',
  silentDays: (n) => `still seit ${count(n, 'Tag', 'Tagen')}`,
  silentMonths: (n) => `still seit ${count(n, 'Monat', 'Monaten')}`,
  heard: 'gehört {when}',
  refusedLately: (n) => `${number(n)} in 7 Tagen abgewiesen`,
  called: (name) => `Sie heißt jetzt ${name}.`,
  calledAgain: (name) => `Sie heißt wieder ${name}.`,
  sendsTo: 'Wohin sie sendet',
  newName: 'Name',
  needsName: 'Sie braucht einen Namen.',
  rename: 'Umbenennen',
  proofs: {
    'write-key':
      'Sie weist sich mit ihrem Schreibschlüssel aus, der einmal gezeigt wurde. Verloren? Fügen Sie die Quelle neu hinzu.',
    signature:
      'Sie unterschreibt, was sie sendet. Ihr Geheimnis wurde einmal gezeigt oder wird unten eingetragen.',
    'secret-address':
      'Der geheime Teil der Adresse wurde einmal gezeigt. Verloren? Fügen Sie die Quelle neu hinzu.',
    none: 'Sie weist sich nicht aus.',
  },

  theirs: {
    clientSecret: { name: 'Client Secret', from: 'dem Reiter „Auth“ der App' },
    verificationKey: {
      name: 'Verification Key',
      from: 'den Sicherheitseinstellungen des Event Webhooks',
    },
    signingKey: { name: 'Signing Key', from: 'den Einstellungen des Reporting Webhooks' },
  },
  replace: (name) => `${name}, an Stelle dessen, der aufbewahrt wird`,
  from: (where) => `Aus ${where}. Wird versiegelt aufbewahrt und nie wieder gezeigt.`,
  keep: 'Aufbewahren',
  kept: 'Aufbewahrt. Was damit unterschrieben ist, wird von jetzt an geglaubt.',

  tools: {
    segment: {
      name: 'Website oder App',
      what: 'Bibliotheken von Segment oder RudderStack: Seiten, Formulare, Anmeldungen',
      steps: [
        'Geben Sie der Bibliothek den Schreibschlüssel und die Adresse: in der Browser-Bibliothek von Segment als „apiHost“ (ohne https://), sonst als Host oder Data-Plane-URL (ohne /v1).',
        'Öffnen Sie eine Seite der Website. Diese Quelle sagt dann, dass sie gehört wurde.',
      ],
    },
    hubspot: {
      name: 'HubSpot',
      what: 'Kontakte, ihre Änderungen, gesendete Formulare',
      steps: [
        'Öffnen Sie in HubSpot Ihre private App, dann „Webhooks“, und tragen Sie die Adresse als Ziel-URL ein.',
        'Abonnieren Sie Kontakte: erstellt und Eigenschaft geändert. Aktivieren Sie es.',
        'Kopieren Sie das Client Secret der App aus dem Reiter „Auth“ und tragen Sie es unten ein.',
      ],
    },
    marketo: {
      name: 'Marketo',
      what: 'Personen und was sie taten, per Webhook',
      steps: [
        'Öffnen Sie in Marketo „Admin“, dann „Webhooks“, und legen Sie einen neuen an: POST, JSON, mit dieser Adresse.',
        'Benutzen Sie ihn im Ablauf einer Trigger-Kampagne, mit „Call Webhook“.',
      ],
    },
    mautic: {
      name: 'Mautic',
      what: 'Seiten, Formulare, Mails, Kontakte',
      steps: [
        'Öffnen Sie in Mautic die Einstellungen, dann „Webhooks“, und legen Sie einen neuen mit der Adresse und dem Geheimnis an.',
        'Wählen Sie, was er sendet: Kontakte, gesendete und geöffnete Mails, gesendete Formulare, besuchte Seiten.',
      ],
    },
    sendgrid: {
      name: 'SendGrid',
      what: 'Mails: zugestellt, geöffnet, angeklickt, zurückgekommen',
      steps: [
        'Öffnen Sie in SendGrid „Settings“, „Mail Settings“, „Event Webhooks“ und fügen Sie einen mit dieser Adresse hinzu.',
        'Schalten Sie die Unterschrift ein, kopieren Sie den angezeigten Verification Key und tragen Sie ihn unten ein.',
      ],
    },
    mailchimp: {
      name: 'Mailchimp',
      what: 'Abonnenten, die kommen, sich ändern, gehen',
      steps: [
        'Öffnen Sie in Mailchimp die Zielgruppe, „Settings“, „Webhooks“, und legen Sie einen mit dieser Adresse an.',
        'Kreuzen Sie an: subscribes, unsubscribes, profile updates, cleaned addresses, email changes.',
      ],
    },
    brevo: {
      name: 'Brevo',
      what: 'Mails: zugestellt, geöffnet, angeklickt, zurückgekommen',
      steps: [
        'Öffnen Sie in Brevo die Einstellungen, dann „Webhooks“, und fügen Sie einen mit dieser Adresse hinzu.',
        'Wählen Sie zugestellt, geöffnet, angeklickt, zurückgekommen, abgemeldet.',
      ],
    },
    customerio: {
      name: 'Customer.io',
      what: 'Mails und Nachrichten und was aus ihnen wurde',
      steps: [
        'Öffnen Sie in Customer.io „Integrations“ und fügen Sie einen Reporting Webhook mit dieser Adresse hinzu.',
        'Wählen Sie gesendet, zugestellt, geöffnet, angeklickt, zurückgekommen, abgemeldet.',
        'Kopieren Sie den angezeigten Signing Key und tragen Sie ihn unten ein.',
      ],
    },
    standard: {
      name: 'Etwas anderes',
      what: 'jeder Absender, der Standard Webhooks folgt',
      steps: [
        'Geben Sie dem Absender die Adresse und das Geheimnis.',
        'Er sendet Ereignisse in der Form von Segment, unterschrieben nach den Regeln von Standard Webhooks.',
      ],
    },
  },

  refused: {
    title: 'Abgewiesen',
    nothing: 'nichts in den letzten Tagen',
    newestFirst: 'neueste zuerst',
    allKept: 'Alles, was kam, konnte aufbewahrt werden. Was nicht geht, steht hier, mit dem Grund.',
    loadedBefore: 'Das wurde vorher geladen.',
    again: 'Es wurde wieder abgewiesen',
    keptNow: 'Jetzt ist es aufbewahrt.',
    unknownSender: 'unbekannter Absender',
    whatCame: (n) => `Was kam, davon ${count(n, 'Zeichen', 'Zeichen')}`,
    tooLarge: 'zu groß zum Aufbewahren',
    gone: 'Es ist weg.',
    drop: 'Verwerfen',
  },
};
