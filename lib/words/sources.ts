import { en } from './sources/en.ts';
import { catalog } from './speak.ts';

export const sourceWords = catalog(en, { de: async () => (await import('./sources/de.ts')).de });
