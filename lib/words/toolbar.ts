/**
 * What the background says: on the toolbar button and in notifications. A worker may not load anything later, so both languages
 * come with it, and it asks for one by the browser's own language instead of waiting for `speak`.
 */
import { languageFor, type Words } from './speak.ts';
import { de } from './toolbar/de.ts';
import { en } from './toolbar/en.ts';

/** @param tag as browsers write languages: `de-AT` */
export function toolbarWords(tag: string): Words<typeof en> {
  return languageFor(tag) === 'de' ? de : en;
}
