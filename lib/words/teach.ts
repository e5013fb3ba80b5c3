/** What Truce says while somebody teaches it a CRM. */
import { catalog } from './speak.ts';
import { en } from './teach/en.ts';

export const teachWords = catalog(en, { de: async () => (await import('./teach/de.ts')).de });
