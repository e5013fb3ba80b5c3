import type { Words } from '../speak.ts';
import type { en } from './en.ts';

const onOff = 'muss „on“ oder „off“ sein.';

export const de: Words<typeof en> = {
  title: 'Von Ihrer Organisation verwaltet',
  lead: 'Ihre Administration hat das für Ihren Browser festgelegt. Hier lässt es sich nicht ändern.',
  wrong: 'Wird nicht verwendet, weil es nicht stimmt. Alles andere gilt.',
  noSuchKey: 'Diesen Schlüssel kennt Truce nicht.',
  entry: (key: string, n: number) => `${key}, Eintrag ${n}`,
  keys: {
    store: 'Store',
    signOn: 'Anmeldung',
    invitation: 'Einladung',
    consent: 'Einwilligung',
    clouds: 'CRMs in der Cloud',
    sites: 'CRMs an eigenen Adressen',
    ownSites: 'Andere Adressen',
    teach: 'CRMs beibringen',
    home: 'Platz der Seitenleiste',
    lists: 'Punkte in Listen',
    notifications: 'Benachrichtigungen',
    notes: 'Notizen in Urteilen und Meldungen',
    keepDays: 'Tage, die Leads bleiben',
    keys: 'Tasten des Browsers',
    repairs: 'Reparierte Selektoren',
  },
  wants: {
    store: 'muss eine Adresse sein, die mit https:// beginnt.',
    signOn: 'muss „press“ oder „silent“ sein.',
    invitation: 'muss ein ganzer Einladungslink eines Stores sein.',
    consent: 'muss „ask“ oder „given“ sein.',
    clouds: 'muss eine Liste von Kennungen von CRMs sein.',
    sites: 'muss eine Liste von Einträgen mit „origin“ (Adresse) und „crm“ (Kennung) sein.',
    ownSites: onOff,
    teach: onOff,
    home: 'muss „page“ oder „panel“ sein.',
    lists: onOff,
    notifications: 'muss „allowed“, „nameless“ oder „off“ sein.',
    notes: onOff,
    keepDays: 'muss eine ganze Zahl von 0 bis 14 sein.',
    keys: onOff,
    repairs: onOff,
  },
};
