import { en } from './reports/en.ts';
import { catalog } from './speak.ts';

export const reportWords = catalog(en, { de: async () => (await import('./reports/de.ts')).de });
