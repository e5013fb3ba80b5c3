/** Notifications: off until somebody wants them, and without names until somebody wants those too. */
import * as z from 'zod/mini';
import { browser } from './browser.ts';
import { managedNow } from './managed.ts';

const setting = z.object({
  on: z._default(z.boolean(), false),
  /** Whether they may name leads: a lock screen shows them to everybody. */
  names: z._default(z.boolean(), false),
});
export type NoticesSetting = z.infer<typeof setting>;

const KEY = 'notices';
const PERMISSION = { permissions: ['notifications' as const] };

/** @returns what was chosen; what the browser or the organisation no longer permits is off, whatever was chosen */
export async function readNotices(): Promise<NoticesSetting> {
  const { notifications = 'allowed' } = await managedNow();
  const kept = setting.safeParse((await browser.storage.local.get(KEY))[KEY] ?? {});
  const chosen = kept.success ? kept.data : { on: false, names: false };
  return {
    on: chosen.on && notifications !== 'off' && (await browser.permissions.contains(PERMISSION)),
    names: chosen.names && notifications === 'allowed',
  };
}

export async function chooseNotices(chosen: NoticesSetting): Promise<void> {
  await browser.storage.local.set({ [KEY]: chosen });
}

/** Asks the browser's permission. Must be called in a click before anything is awaited, or browsers refuse to ask. */
export function askForNotices(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** The one notification there is; a newer one takes its place. */
const ID = 'truce-news';

export async function notify(title: string, message: string): Promise<void> {
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

/** Hears a click on it. To be called at the worker's top level; does nothing while notifications are not permitted. */
export function onNoticeClick(then: () => void): void {
  browser.notifications?.onClicked.addListener((id) => {
    if (id !== ID) return;
    void browser.notifications.clear(ID);
    then();
  });
}
