import '../../lib/platform/zod-without-eval.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { forgetSeen } from '../../lib/lead/in-front.ts';
import { isConfirmed } from '../../lib/lead/witness.ts';
import { answerWith } from '../../lib/messaging/answer.ts';
import { browser } from '../../lib/platform/browser.ts';
import { registerScouts } from '../../lib/sites/scouts.ts';
import { endTeaching } from '../../lib/sites/teaching.ts';
import { TEAM_ALARM, watchTeam } from '../../lib/sites/team.ts';
import { ALARM } from '../../lib/sync/outbox-flush.ts';
import { flushNow, refreshNow, switchboard, tidyUp } from './switchboard.ts';

/** What the scouts are registered by. */
const LISTS = ['sites', 'clouds', 'taughtRecipes'];

/** Everything that can wake the worker is registered here, at once: what is registered later is missed. */
export default defineBackground({
  type: 'module',
  main() {
    answerWith(switchboard, isConfirmed);
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void flushNow();
      if (name === TEAM_ALARM) void refreshNow();
    });
    browser.runtime.onStartup.addListener(() => {
      // The teacher's script did not outlive the browser; a lesson without it would keep the scout away for ever.
      void endTeaching();
      void registerScouts();
      void refreshNow();
      void tidyUp();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void endTeaching();
      void registerScouts();
      if (reason === 'install') void browser.runtime.openOptionsPage();
    });
    // The page that changed the list may be closed before its message has woken us.
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && LISTS.some((key) => key in changes)) void registerScouts();
    });
    browser.tabs.onRemoved.addListener((tabId) => void forgetSeen(tabId));
    browser.permissions.onAdded.addListener(() => void registerScouts());
    browser.permissions.onRemoved.addListener(() => void registerScouts());
    // The worker may have died with entries left and its alarm may have been lost with an update.
    void flushNow();
    void watchTeam();
  },
});
