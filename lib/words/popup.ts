import { en } from './popup/en.ts';
import { catalog } from './speak.ts';

export const popupWords = catalog(en, { de: async () => (await import('./popup/de.ts')).de });
