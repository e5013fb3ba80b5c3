import { count, number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

const events = (n: number) => count(n, 'Ereignis', 'Ereignisse');
const feedback = (n: number) => count(n, 'Rückmeldung', 'Rückmeldungen');

export const de: Words<typeof en> = {
  lead: 'Wenn jemand fragt, was Sie über ihn aufbewahren, oder vergessen werden möchte; und wie lange Sie überhaupt etwas aufbewahren.',
  person: {
    title: 'Eine Person',
    address: 'E-Mail-Adresse der Person',
    find: 'Suchen',
    unknown:
      'Unter {email} ist niemand bekannt. Es gibt nichts herauszugeben und nichts zu löschen.',
    wasErased:
      'Unter {email} ist niemand mehr bekannt: gelöscht {when}. Was davon noch einmal kommt, wird abgewiesen.',
    holds: (n, pieces) => `${events(n)}, ${feedback(pieces)}`,
    holdsSince: (n, pieces, day) => `${events(n)}, ${feedback(pieces)}, seit ${day}`,
    knownAs: 'bekannt als {names}',
    save: 'Als Datei speichern',
    saved: 'Alles, was über diese Person aufbewahrt wird, steht in der Datei.',
    erase: 'Löschen',
    isErased: '{email} ist gelöscht:',
    gone: (n, pieces) => `${events(n)} und ${feedback(pieces)} sind weg. Nur die Zahlen bleiben.`,
    goes: 'Geht, für immer',
    goesWhat: (n, pieces) =>
      `Name, Adressen, Firma und Datensatz, ${events(n)}, ${feedback(pieces)} mit Notizen, der Score.`,
    stays: 'Bleibt',
    staysWhat:
      'Die Zahlen, zu denen Urteile beigetragen haben, ohne Namen; und ein Fingerabdruck der Adresse, damit eine alte Datei oder ein spätes Ereignis die Person nicht zurückbringt.',
    type: (email) => `Schreiben Sie zum Löschen ${email}`,
    forEver: 'Für immer löschen',
    keep: 'Behalten',
  },
  retention: {
    title: 'Wie lange etwas aufbewahrt wird',
    tidied: 'zuletzt aufgeräumt {when}',
    neverTidied: 'noch nie aufgeräumt',
    untilErased:
      'Wer jemand ist, der Score und was der Vertrieb gesagt hat, bleibt, bis die Person gelöscht wird.',
    nothingDueSoFar:
      'Unter den bisher angesehenen Personen ist nichts älter, als es sein soll; beim nächsten Aufräumen sieht der Store alle an.',
    nothingDue: 'Nichts ist älter, als es sein soll.',
    due: (n) =>
      n === 1
        ? '1 Ereignis ist älter und geht beim nächsten Aufräumen.'
        : `${events(n)} sind älter und gehen beim nächsten Aufräumen.`,
    dueAtLeast: (n) =>
      `${number(n)} oder mehr Ereignisse sind älter und gehen beim nächsten Aufräumen.`,
    keptNow: 'Von jetzt an wird es so lange aufbewahrt.',
    saved: 'Gespeichert',
    save: (n) => `${count(n, 'Änderung', 'Änderungen')} speichern`,
    asItWas: 'Wie es war',
    ask: 'Weniger aufbewahren?',
    less: 'Weniger aufbewahren',
    leave: 'So lassen',
    removed: 'Ältere Ereignisse werden beim nächsten Aufräumen für immer entfernt:',
    pointsStay:
      'Punkte, die auf ihnen beruhen, bleiben, wie sie sind, und verblassen wie vereinbart.',
    forEver: 'für immer',
    days: (n) => count(n, 'Tag', 'Tage'),
    halfYear: 'ein halbes Jahr',
    years: (n) => (n === 1 ? 'ein Jahr' : count(n, 'Jahr', 'Jahre')),
    groups: {
      website: 'Auf der Website',
      else: 'Alles Übrige',
      outcome: 'Was daraus wurde',
      meeting: 'Begegnungen',
      mail: 'Per Mail',
    },
    kinds: {
      page_viewed: 'Gelesene Seiten',
      content_downloaded: 'Heruntergeladenes',
      form_submitted: 'Gesendete Formulare',
      other: 'Was Ihre Quellen anders nennen',
      opportunity_opened: 'Opportunitys',
      deal_won: 'Gewonnene Deals',
      deal_lost: 'Verlorene Deals',
      webinar_registered: 'Anmeldungen zu Webinaren',
      webinar_attended: 'Besuchte Webinare',
      event_attended: 'Besuchte Veranstaltungen',
      demo_requested: 'Gewünschte Vorführungen',
      trial_started: 'Begonnene Tests',
      meeting_booked: 'Gebuchte Termine',
      email_sent: 'Gesendete Mails',
      email_delivered: 'Angekommene Mails',
      email_opened: 'Geöffnete Mails',
      email_clicked: 'Angeklickte Links',
      email_bounced: 'Zurückgekommene Mails',
      unsubscribed: 'Abmeldungen',
      spam_reported: 'Als Spam gemeldet',
    },
  },
  audit: {
    lead: 'Was Administration und Marketing hier getan haben, vom Store aufgeschrieben. Es enthält keine Geheimnisse und nichts von dem, was Leads getan haben.',
    none: 'Es wurde noch nichts aufgeschrieben.',
    entries: 'Einträge',
    filter: 'Nur zeigen, was dies enthält',
    example: 'ein Name, eine Quelle, „eingeladen“',
    shown: (shown, loaded) => `${number(shown)} der ${number(loaded)} geladenen`,
    last: (n) => (n === 1 ? 'der letzte Eintrag' : `die letzten ${number(n)} Einträge`),
    noMatch: (loaded) => `Keiner der ${number(loaded)} geladenen Einträge enthält das.`,
    loadOlder: 'Laden Sie ältere, um weiter zurückzusehen.',
    did: {
      'member.joined': '{who} kam dazu: {what}',
      'member.role-changed': '{who} hat die Rolle geändert: {what}',
      'member.removed': '{who} hat {what} entfernt',
      'device.revoked': '{who} hat {what} abgemeldet',
      'invite.made': '{who} hat {what} eingeladen',
      'invite.revoked': '{who} hat die Einladung zurückgenommen: {what}',
      'source.made': '{who} hat die Quelle {what} hinzugefügt',
      'source.changed': '{who} hat die Quelle {what} geändert',
      'source.revoked': '{who} hat die Quelle {what} entfernt',
      'hook.made': '{who} hat den Webhook an {what} hinzugefügt',
      'hook.changed': '{who} hat den Webhook an {what} geändert',
      'hook.removed': '{who} hat den Webhook an {what} entfernt',
      'definition.published': '{who} hat {what} in Kraft gesetzt',
      'crm.shared': '{who} hat das CRM {what} geteilt',
      'crm.unshared': '{who} teilt das CRM {what} nicht mehr',
      'import.started': '{who} hat den Import von {what} begonnen',
      'import.stopped': '{who} hat den Import von {what} angehalten',
      'lead.merged': '{who} hat {what} zusammengeführt',
      'lead.unmerged': '{who} hat {what} wieder gelöst',
      'lead.exported': '{who} hat exportiert, was über {what} bekannt ist',
      'lead.erased': '{who} hat {what} gelöscht',
      'retention.changed': '{who} hat geändert, wie lange etwas aufbewahrt wird: {what}',
      'data.exported': '{who} hat {what} exportiert',
      'intake.replayed': '{who} hat Abgewiesenes noch einmal versucht: {what}',
    },
    letIn: '{who} hat {what} hereingelassen',
  },
};
