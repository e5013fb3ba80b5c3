import { en } from './score/en.ts';
import { catalog } from './speak.ts';

export const scoreWords = catalog(en, { de: async () => (await import('./score/de.ts')).de });
