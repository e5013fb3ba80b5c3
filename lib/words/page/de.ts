import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  open: 'Truce öffnen',
  width: 'Breite der Truce-Seitenleiste',
  sidebar: 'Truce: was das Marketing über diesen Lead weiß',
  row: 'Truce: der Lead dieser Zeile',
  updated:
    'Truce wurde aktualisiert. Was Sie gespeichert haben, ist sicher; laden Sie diese Seite neu, um damit weiterzuarbeiten.',
  reload: 'Seite neu laden',
};
