import { en } from './privacy/en.ts';
import { catalog } from './speak.ts';

export const privacyWords = catalog(en, { de: async () => (await import('./privacy/de.ts')).de });
