/** News as one notification: how many of what, and names only where somebody wants them on their lock screen. */
import type { Words } from '../words/speak.ts';
import type { en } from '../words/toolbar/en.ts';
import { leadsIn, type News } from './notice-of.ts';

/** More names would not be read. */
const MOST_NAMES = 3;

export function newsWords(news: News, names: boolean, words: Words<typeof en>): string {
  const parts = [
    news.soon.length > 0 ? words.soon(news.soon.length) : '',
    news.woken.length > 0 ? words.woken(news.woken.length) : '',
    news.replies.length > 0 ? words.replies(news.replies.length) : '',
  ].filter(Boolean);
  const told = parts.join(' · ');
  if (!names) return told;
  const named = leadsIn(news).flatMap(({ name }) => name ?? []);
  const more = named.length - MOST_NAMES;
  const shown = [...named.slice(0, MOST_NAMES), ...(more > 0 ? [words.more(more)] : [])];
  return shown.length > 0 ? `${told}\n${words.about(shown.join(', '))}` : told;
}
