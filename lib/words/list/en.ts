/** What Truce says beside the rows of the CRM's lists. */
import { count, number } from '../numbers.ts';

export const en = {
  group: 'Truce scores of this list',
  notEnough: 'not enough yet',
  heats: { hot: 'hot', warm: 'warm', cold: 'cold' },
  /** Read aloud for a chip: everything on it. */
  chance: (percent: number) => `${number(percent)} in 100`,
  points: (n: number) => count(n, 'point', 'points'),
  grade: (grade: string) => `grade ${grade}`,
  chip: (said: readonly string[]) => `Truce: ${said.join(', ')}`,
  notEnoughMeans: 'Not enough is known of them for a number.',
  why: 'Why',
  loading: 'Getting what is known…',
  failed: 'Without all that is known nothing can be said here. Open the record instead.',
};
