import { catalog } from './speak.ts';
import { en } from './ui/en.ts';

export const uiWords = catalog(en, { de: async () => (await import('./ui/de.ts')).de });
