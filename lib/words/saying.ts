import { en } from './saying/en.ts';
import { catalog } from './speak.ts';

/** What the sidebar says where sales answers: verdicts, flags, sleep and waking, history. */
export const sayingWords = catalog(en, { de: async () => (await import('./saying/de.ts')).de });
