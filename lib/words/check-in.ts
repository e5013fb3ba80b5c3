import { en } from './check-in/en.ts';
import { catalog } from './speak.ts';

export const checkInWords = catalog(en, { de: async () => (await import('./check-in/de.ts')).de });
