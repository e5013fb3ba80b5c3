/** What the browser's own panel says when it has no lead to show, and what marks the sample. */
import { en } from './panel/en.ts';
import { catalog } from './speak.ts';

export const panelWords = catalog(en, { de: async () => (await import('./panel/de.ts')).de });
