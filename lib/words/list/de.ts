import { count, number } from '../numbers.ts';
import type { Words } from '../speak.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  group: 'Truce-Scores dieser Liste',
  notEnough: 'noch zu wenig',
  heats: { hot: 'heiß', warm: 'warm', cold: 'kalt' },
  chance: (percent) => `${number(percent)} von 100`,
  points: (n) => count(n, 'Punkt', 'Punkte'),
  grade: (grade) => `Note ${grade}`,
  chip: (said) => `Truce: ${said.join(', ')}`,
  notEnoughMeans: 'Für eine Zahl ist noch zu wenig bekannt.',
  why: 'Warum',
  loading: 'Lädt, was bekannt ist …',
  failed:
    'Solange nicht alles da ist, was bekannt ist, lässt sich hier kein Urteil geben. Öffnen Sie den Datensatz.',
};
