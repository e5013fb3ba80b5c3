import { catalog } from './speak.ts';
import { en } from './store/en.ts';

export const storeWords = catalog(en, { de: async () => (await import('./store/de.ts')).de });
