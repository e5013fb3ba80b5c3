/** The background's half of the rep's day: asks the store, keeps what it says, keeps the toolbar's number true, tells the news. */
import type { Mine, MyLead } from '../contract/mine.ts';
import type { Result } from '../contract/problem.ts';
import type { Outbox } from '../feedback/outbox.ts';
import { announce } from '../platform/announce.ts';
import { browser } from '../platform/browser.ts';
import { type Connection, type ConnectionStore, senderOf } from '../platform/connection.ts';
import { latest } from '../platform/latest.ts';
import { notify, readNotices } from '../platform/notices.ts';
import { isPaused } from '../platform/pause.ts';
import { showEverywhere } from '../platform/toolbar.ts';
import { toolbarWords } from '../words/toolbar.ts';
import type { KeptMine } from './kept-mine.ts';
import { needsOf, withoutAnswered } from './needs.ts';
import { newsWords } from './news-words.ts';
import { newsOf } from './notice-of.ts';

export const DAY_ALARM = 'day';
/** A lead that waits is told to be late within this time, and the worker sleeps in between. */
const ALARM_MINUTES = 10;
/** On the button when the store no longer knows who this is. */
const UNKNOWN = '?';
/** Whatever wakes the worker anyway asks again, but not more often than this. */
const STIR_MS = 2 * 60_000;

export interface DayTools {
  kept: KeptMine;
  connections: ConnectionStore;
  outbox: Outbox;
  ask(): Promise<Result<Mine>>;
  language: string;
  now?: () => number;
}

export function createDay({ kept, connections, outbox, ask, language, now = Date.now }: DayTools) {
  const words = toolbarWords(language);

  const me = async (): Promise<Connection | null> => {
    const connection = await connections.read();
    return connection && !connection.refused ? connection : null;
  };

  /** @returns the day as kept; null when nothing is, or nobody is connected */
  const read = async () => {
    const connection = await me();
    return connection ? kept.read(connection) : null;
  };

  /** A verdict and its undo are a moment apart: the button must not stay with the number before. */
  const draw = latest(async () => {
    if (await isPaused()) {
      return showEverywhere({ icon: 'off', text: words.off, title: words.paused });
    }
    const connection = await connections.read();
    if (!connection) {
      return showEverywhere({ icon: 'open', text: '', title: words.notConnected });
    }
    if (connection.refused) {
      return showEverywhere({ icon: 'open', text: UNKNOWN, title: words.refused });
    }
    const [last, seen, entries] = await Promise.all([
      kept.read(connection),
      kept.seen(),
      outbox.list(),
    ]);
    const said = { entries, sender: senderOf(connection) };
    const { all } = needsOf(last?.mine ?? null, seen, said, now());
    if (all === 0) return showEverywhere({ icon: 'on', text: '', title: words.nothing });
    const text = all > 99 ? '99+' : String(all);
    return showEverywhere({ icon: 'on', text, title: words.needYou(all) });
  });

  const tellNews = async (fresh: Mine): Promise<void> => {
    const setting = await readNotices();
    // What comes while Truce rests is told together when it goes on.
    if (!setting.on || (await isPaused())) return;
    const told = await kept.told();
    const news = newsOf(fresh, told ?? [], now());
    await kept.tell(news.keys);
    // Whoever has just switched them on is not told of what has been there for long.
    if (told === null || news.keys.length === 0) return;
    await notify('Truce', newsWords(news, setting.names, words));
  };

  const refresh = async (): Promise<Result<Mine>> => {
    const asked = await me();
    const answer = await ask();
    const still = await me();
    // Whoever connected as somebody else meanwhile is not shown this one's leads.
    if (answer.ok && asked && still?.token === asked.token) {
      await kept.write(asked, answer.value);
      await announce('day');
      await tellNews(answer.value);
    }
    await draw();
    return answer;
  };

  return {
    read,
    draw,
    refresh,
    /** Best first, without those who were answered here a moment ago and of whom the store has not heard yet. */
    async hot(): Promise<MyLead[]> {
      const connection = await me();
      if (!connection) return [];
      const [last, entries] = await Promise.all([kept.read(connection), outbox.list()]);
      const said = { entries, sender: senderOf(connection) };
      return last ? withoutAnswered(last.mine, said).hot : [];
    },
    /** The worker is awake anyway: asks again if the last answer is old, and draws in any case. */
    async stir(): Promise<void> {
      const last = await read();
      const old = last === null || now() - last.at > STIR_MS || last.at > now();
      if (old && (await me())) await refresh();
      else await draw();
    },
    /** Sees to it that the alarm is set while there is somebody to look after, and only then. */
    async watch(): Promise<void> {
      if (!(await me())) await browser.alarms.clear(DAY_ALARM);
      else if (!(await browser.alarms.get(DAY_ALARM))) {
        await browser.alarms.create(DAY_ALARM, { periodInMinutes: ALARM_MINUTES });
      }
    },
    /** Answers that were on screen. */
    async see(replies: readonly string[]): Promise<void> {
      await kept.see(replies);
      await draw();
    },
    async forget(): Promise<void> {
      await kept.forgetAll();
      await draw();
    },
  };
}
