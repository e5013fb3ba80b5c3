import { en } from './reading/en.ts';
import { catalog } from './speak.ts';

export const readingWords = catalog(en, { de: async () => (await import('./reading/de.ts')).de });
