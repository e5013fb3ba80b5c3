import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  own: {
    'The store did not say what became of this.': {
      title: 'Der Store hat nicht gesagt, was daraus geworden ist.',
      detail: '',
    },
    'The store does not answer': {
      title: 'Der Store antwortet nicht',
      detail:
        'Was Sie gespeichert haben, bleibt hier und wird gesendet, sobald er antwortet. Prüfen Sie das Netz oder fragen Sie, wer den Store betreibt.',
    },
    'Something else answered for the store': {
      title: 'Statt des Stores hat etwas anderes geantwortet',
      detail:
        'Vielleicht liegt eine Anmeldeseite des Netzes oder eine andere Version des Stores dazwischen. Nichts ging verloren; es wird noch einmal versucht.',
    },
    'Something between here and the store does not let this through. Ask whoever runs your network or the store, then try again.':
      {
        title:
          'Etwas zwischen hier und dem Store lässt das nicht durch. Fragen Sie, wer Ihr Netz oder den Store betreibt, und versuchen Sie es dann noch einmal.',
        detail: '',
      },
    'Truce is not connected yet': {
      title: 'Truce ist noch nicht verbunden',
      detail: 'Verbinden Sie es in den Einstellungen.',
    },
    'The store no longer knows this browser': {
      title: 'Der Store kennt diesen Browser nicht mehr',
      detail:
        'Verbinden Sie ihn in den Einstellungen noch einmal. Was Sie gespeichert haben, bleibt in diesem Browser.',
    },
    'Truce is not running behind this page': {
      title: 'Hinter dieser Seite läuft Truce nicht',
      detail:
        'Vielleicht wurde es aktualisiert. Was Sie gespeichert haben, ist sicher; laden Sie die Seite neu, wenn das nicht vergeht.',
    },
    'Truce did not understand itself': {
      title: 'Truce hat sich selbst nicht verstanden',
      detail: 'Laden Sie diese Seite neu.',
    },
    'This message is not taken from here': {
      title: 'Von hier wird diese Nachricht nicht angenommen',
      detail: 'Es wurde nichts getan.',
    },
    'Something went wrong inside Truce': {
      title: 'In Truce ist etwas schiefgegangen',
      detail: 'Nichts ging verloren. Versuchen Sie es noch einmal.',
    },
    'Something went wrong in Truce itself': {
      title: 'In Truce selbst ist etwas schiefgegangen',
      detail: 'Versuchen Sie es noch einmal. Geschieht es wieder, laden Sie die Seite neu.',
    },
    'This case is not open any more': {
      title: 'Dieser Fall ist nicht mehr offen',
      detail: 'Es wurde nichts gesendet.',
    },
    'Nobody waits with this reason any more': {
      title: 'Mit diesem Grund wartet niemand mehr',
      detail: 'Es wurde nichts gesendet.',
    },
    'This is no definition yet': {
      title: 'Das ist noch keine Definition',
      detail: 'Berichtigen Sie zuerst, was markiert ist.',
    },
    'Not saved': {
      title: 'Nicht gespeichert',
      detail:
        'Dieser Browser wollte es nicht auf die Platte schreiben: Vielleicht ist sie voll, oder Truce wurde getrennt. Was Sie geschrieben haben, ist noch da; versuchen Sie es noch einmal.',
    },
    'This is not a code': {
      title: 'Das ist kein Code',
      detail:
        'Codes haben acht Buchstaben und Ziffern, wie 7K3M-QX2P. Bitten Sie um einen neuen, wenn Ihrer weg ist.',
    },
    'This is not the address of a store': {
      title: 'Das ist nicht die Adresse eines Stores',
      detail:
        'Sie beginnt mit https:// (http:// nur auf diesem Rechner). Wer Sie eingeladen hat, kennt sie.',
    },
    'This store has no sign-on': {
      title: 'Dieser Store hat keine Anmeldung über Ihre Firma',
      detail: 'Bitten Sie die Administration um einen Code oder einen Einladungslink.',
    },
    'Your organization lets nobody teach CRMs here': {
      title: 'Ihre Organisation lässt hier niemanden CRMs beibringen',
      detail: 'Fragen Sie Ihre Administration, die eines mit dem ganzen Team teilen kann.',
    },
    'Your organization has chosen the store': {
      title: 'Ihre Organisation hat den Store festgelegt',
      detail: 'Dieser Browser verbindet sich nur mit dem Store Ihrer Organisation.',
    },
    'Nobody is signed in at your company in this browser yet': {
      title: 'In diesem Browser ist noch niemand bei Ihrer Firma angemeldet',
      detail: 'Es wird von selbst wieder versucht. Von Hand anzumelden geht sofort.',
    },
    'The sign-on was cancelled': {
      title: 'Die Anmeldung wurde abgebrochen',
      detail:
        'Ihr Fenster wurde vor dem Ende geschlossen. Es wurde nichts geändert; beginnen Sie von vorn, wann Sie möchten.',
    },
    'The file was not sent': {
      title: 'Die Datei wurde nicht gesendet',
      detail: 'Sie haben es angehalten. Es wurde nichts behalten.',
    },
    'Nothing is loaded yet': {
      title: 'Es ist noch nichts geladen',
      detail: 'Es wurde nichts getan. Versuchen Sie es noch einmal.',
    },
    'There is no draft any more': {
      title: 'Es gibt keinen Entwurf mehr',
      detail: 'Es wurde nichts getan.',
    },
    'It was refused again': { title: 'Es wurde wieder abgewiesen', detail: '' },
    'The store has another address': {
      title: 'Der Store nennt sich anders',
      detail: '',
    },
    'You were not signed on': { title: 'Sie wurden nicht angemeldet', detail: '' },
    'Sign-on does not work just now': {
      title: 'Die Anmeldung geht gerade nicht',
      detail: '',
    },
    'This file is too long for a recipe': {
      title: 'Diese Datei ist zu lang für ein Rezept',
      detail: 'Wählen Sie die Datei eines Rezepts.',
    },
    'This is a CRM that comes with Truce': {
      title: 'Dieses CRM ist in Truce enthalten',
      detail:
        'Eine Datei kann es nicht ersetzen. Geben Sie dem Rezept in der Datei eine andere „id“ und nehmen Sie es noch einmal auf.',
    },
    'Truce knows this CRM already': {
      title: 'Dieses CRM kennt Truce schon',
      detail:
        'Was in Truce enthalten ist, lässt sich nicht für das ganze Team ersetzen. Bringen Sie Ihres unter einem anderen Namen bei.',
    },
    'This file is not JSON': { title: 'Diese Datei ist kein JSON', detail: '' },
    'This is no recipe that Truce can use': {
      title: 'Mit diesem Rezept kann Truce nichts anfangen',
      detail: '',
    },
    'These repairs are not used': {
      title: 'Diese Reparaturen werden nicht verwendet',
      detail: '',
    },
    'This recipe is gone': {
      title: 'Dieses Rezept gibt es nicht mehr',
      detail: 'Laden Sie diese Seite neu.',
    },
    'The browser was not allowed to': {
      title: 'Der Browser durfte es nicht',
      detail: 'Truce kann nur auf Websites sein, die Sie erlauben. Es wurde nichts geändert.',
    },
    'There is no lead on this page any more': {
      title: 'Auf dieser Seite ist kein Lead mehr',
      detail: 'Öffnen Sie ihn noch einmal.',
    },
    'There is no lead here any more': {
      title: 'Hier ist kein Lead mehr',
      detail: 'Öffnen Sie ihn noch einmal.',
    },
    'This frame is not ours': {
      title: 'Dieser Rahmen gehört nicht zu Truce',
      detail: 'Öffnen Sie die Seitenleiste über die Symbolleiste.',
    },
  },
  byCode: {
    'bad-request': {
      title: 'So lässt es sich nicht speichern',
      detail: 'An den Angaben stimmt etwas nicht. Prüfen Sie sie und versuchen Sie es noch einmal.',
    },
    'not-signed-in': {
      title: 'Der Store kennt diesen Browser nicht',
      detail:
        'Verbinden Sie ihn in den Einstellungen noch einmal. Was Sie gespeichert haben, bleibt hier.',
    },
    'not-allowed': {
      title: 'Das dürfen Sie hier nicht',
      detail: 'Fragen Sie die Administration Ihres Stores, wenn Sie es dürfen sollten.',
    },
    'not-found': {
      title: 'Das gibt es hier nicht mehr',
      detail: 'Vielleicht hat es jemand entfernt. Laden Sie die Seite neu.',
    },
    'too-large': {
      title: 'Das ist zu groß',
      detail: 'Teilen Sie es auf und senden Sie die Teile nacheinander.',
    },
    'too-many-requests': {
      title: 'Das war zu oft hintereinander',
      detail: 'Warten Sie einen Moment und versuchen Sie es noch einmal.',
    },
    conflict: {
      title: 'Inzwischen hat sich etwas geändert',
      detail: 'Sehen Sie nach, was jetzt gilt, und entscheiden Sie dann noch einmal.',
    },
    'store-error': {
      title: 'Im Store ist etwas schiefgegangen',
      detail:
        'Was Sie gespeichert haben, ist sicher. Versuchen Sie es noch einmal; geschieht es wieder, sagen Sie es dem, der den Store betreibt.',
    },
    offline: {
      title: 'Der Store antwortet nicht',
      detail: 'Prüfen Sie das Netz oder fragen Sie, wer den Store betreibt.',
    },
    'not-connected': {
      title: 'Truce ist nicht verbunden',
      detail: 'Verbinden Sie es in den Einstellungen.',
    },
    'bad-answer': {
      title: 'Die Antwort war nicht zu verstehen',
      detail:
        'Vielleicht hat der Store eine andere Version. Laden Sie die Seite neu oder fragen Sie, wer ihn betreibt.',
    },
    'extension-restarted': {
      title: 'Truce wurde neu gestartet',
      detail: 'Laden Sie diese Seite neu. Was Sie gespeichert haben, ist sicher.',
    },
  },
  original: 'Mit den Worten des Stores:',
};
