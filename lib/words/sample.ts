/** The words of the made-up lead that people without a store are shown. */
import { en } from './sample/en.ts';
import { catalog } from './speak.ts';

export const sampleWords = catalog(en, { de: async () => (await import('./sample/de.ts')).de });
