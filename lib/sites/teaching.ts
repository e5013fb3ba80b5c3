/** Teaching a CRM: the teacher on its one site, and the lesson kept until it is over. */
import { browser } from '../platform/browser.ts';
import { TEACHER, unregister } from './scouts.ts';
import { patternOf } from './sites.ts';

const FILES = ['teacher.js'];

/** Starts teaching in this tab, and again in every page of the site that is opened until it is over. */
export async function beginTeaching(tabId: number, origin: string): Promise<void> {
  await browser.storage.local.set({ teaching: { origin } });
  await registerTeacher(origin);
  await browser.scripting.executeScript({ target: { tabId }, files: FILES });
}

async function registerTeacher(origin: string): Promise<void> {
  await unregister(TEACHER);
  await browser.scripting.registerContentScripts([
    {
      id: TEACHER,
      js: FILES,
      matches: [patternOf(origin)],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: false,
    },
  ]);
}

/** Teaching is over, saved or not: nothing of it stays on the site or on the disk. */
export async function endTeaching(): Promise<void> {
  await unregister(TEACHER);
  await browser.storage.local.remove('teaching');
}

/** @returns what was kept of the lesson, unparsed; null when nobody is teaching */
export async function readTeaching(): Promise<unknown> {
  const { teaching } = await browser.storage.local.get('teaching');
  return teaching ?? null;
}

/** Keeps the lesson; it holds its origin, by which the scout knows to stay away. */
export async function keepTeaching(lesson: { origin: string }): Promise<void> {
  await browser.storage.local.set({ teaching: lesson });
}
