import { en } from './list/en.ts';
import { catalog } from './speak.ts';

export const listWords = catalog(en, { de: async () => (await import('./list/de.ts')).de });
