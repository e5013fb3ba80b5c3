import { en } from './definition/en.ts';
import { catalog } from './speak.ts';

export const definitionWords = catalog(en, {
  de: async () => (await import('./definition/de.ts')).de,
});
