import '../../lib/platform/zod-without-eval.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { DAY_ALARM } from '../../lib/desk/day.ts';
import { forgetSeen } from '../../lib/lead/in-front.ts';
import { forgetFrames, isConfirmed } from '../../lib/lead/witness.ts';
import { answerWith } from '../../lib/messaging/answer.ts';
import { browser } from '../../lib/platform/browser.ts';
import { onNoticeClick } from '../../lib/platform/notices.ts';
import { PAUSED } from '../../lib/platform/pause.ts';
import { countRefusal } from '../../lib/platform/refusals.ts';
import { pauseChanged, registerScouts, takeOverOpenTabs } from '../../lib/sites/scouts.ts';
import { endTeaching } from '../../lib/sites/teaching.ts';
import { TEAM_ALARM, watchTeam } from '../../lib/sites/team.ts';
import { ALARM } from '../../lib/sync/outbox-flush.ts';
import { listenForBeside } from './beside.ts';
import { policyChanged, welcome } from './by-policy.ts';
import { onCommand } from './commands.ts';
import {
  comeIn,
  day,
  flushNow,
  forgetLeads,
  refreshNow,
  switchboard,
  tidyUp,
} from './switchboard.ts';

/** What the scouts are registered by. */
const LISTS = ['sites', 'clouds', 'taughtRecipes'];

/** Everything that can wake the worker is registered here, at once: what is registered later is missed. */
export default defineBackground({
  main() {
    listenForBeside();
    answerWith(switchboard, {
      isConfirmed,
      refused: (name, from) => countRefusal(`${name} from ${from}`),
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void flushNow();
      if (name === TEAM_ALARM) void refreshNow();
      if (name === DAY_ALARM) void day.refresh();
    });
    browser.runtime.onStartup.addListener(() => {
      // The teacher's script did not outlive the browser; a lesson without it would keep the scout away for ever.
      void endTeaching();
      void registerScouts();
      void refreshNow();
      void day.stir();
      void tidyUp();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      const ready = Promise.all([endTeaching(), registerScouts()]);
      if (reason === 'install') void welcome();
      if (reason === 'update') void ready.then(takeOverOpenTabs);
    });
    // The page that changed the list may be closed before its message has woken us.
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && LISTS.some((key) => key in changes)) void registerScouts();
      if (area === 'local' && PAUSED in changes) void pauseChanged().then(day.draw);
      if (area === 'managed') void policyChanged();
    });
    browser.commands.onCommand.addListener((name) => void onCommand(name, hotNow));
    onNoticeClick(openPopup);
    browser.tabs.onRemoved.addListener((tabId) => {
      void forgetSeen(tabId);
      void forgetFrames(tabId);
    });
    browser.permissions.onAdded.addListener(({ permissions }) => {
      void registerScouts();
      // Permitted only now; the listener above was not heard.
      if (permissions?.includes('notifications')) onNoticeClick(openPopup);
    });
    browser.permissions.onRemoved.addListener(({ origins = [] }) => {
      void registerScouts();
      // Whose pages are no longer read is no longer kept either.
      if (origins.length > 0) void forgetLeads();
    });
    // The worker may have died with entries left and its alarm may have been lost with an update.
    void flushNow();
    void watchTeam();
    void day.watch();
    void comeIn();
  },
});

/** The hot list as the store says now, or as it last said. */
async function hotNow() {
  await day.stir();
  return day.hot();
}

/** A notification told of several things; the popup's page has them all. */
function openPopup(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
}
