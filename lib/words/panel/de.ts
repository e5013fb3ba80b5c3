import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  nobody: 'In diesem Tab ist kein Datensatz einer Person offen',
  nobodyHelp:
    'Öffnen Sie im CRM einen Lead oder einen Kontakt: Was das Marketing über diese Person weiß, erscheint dann hier.',
  elsewhere: 'Truce liest diese Seite nicht',
  elsewhereHelp:
    'Es arbeitet nur auf den CRM-Seiten, die Sie eingeschaltet haben. Öffnen Sie Ihr CRM; wenn auch dort nichts erscheint, schalten Sie es in den Einstellungen ein.',
  options: 'Einstellungen öffnen',
  sample: 'Beispiel',
  sampleHelp:
    'Ein erfundener Lead. Probieren Sie alles aus: Nichts wird gespeichert oder gesendet.',
};
