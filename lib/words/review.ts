import { en } from './review/en.ts';
import { catalog } from './speak.ts';

export const reviewWords = catalog(en, { de: async () => (await import('./review/de.ts')).de });
