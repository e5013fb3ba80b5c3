import { en } from './managed/en.ts';
import { catalog } from './speak.ts';

export const managedWords = catalog(en, { de: async () => (await import('./managed/de.ts')).de });
