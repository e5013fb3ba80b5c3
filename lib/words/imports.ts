import { en } from './imports/en.ts';
import { catalog } from './speak.ts';

export const importWords = catalog(en, { de: async () => (await import('./imports/de.ts')).de });
