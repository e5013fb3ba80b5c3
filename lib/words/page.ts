/** What is said in the CRM page itself. The background lays it out beside the sites, so that no script in a page carries two languages. */
import { de } from './page/de.ts';
import { en } from './page/en.ts';
import { languageFor, type Words } from './speak.ts';

/** @param tag as browsers write languages: `de-AT` */
export function pageWords(tag: string): Words<typeof en> {
  return languageFor(tag) === 'de' ? de : en;
}
