/** What the options page says, which is also the first page a new user sees. */
import { en } from './options/en.ts';
import { catalog } from './speak.ts';

export const optionsWords = catalog(en, { de: async () => (await import('./options/de.ts')).de });
