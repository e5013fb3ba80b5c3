/** What goes wrong on purpose, and what time does by itself. */
import type { Browser } from './browser.ts';
import type { Stage } from './notes.ts';
import type { Action } from './steps.ts';

type Trouble = Exclude<Action, { do: 'say' | 'say again' | 'undo' }>;

export async function trouble(stage: Stage, browser: Browser, step: Trouble): Promise<void> {
  const { world, store, reps } = stage;
  switch (step.do) {
    case 'wait':
      return world.pass(step.ms);
    case 'sleep':
      return world.sleep(step.ms);
    case 'wake':
      return browser.wake();
    case 'network':
      browser.troubles.push(...step.faults);
      return;
    case 'store':
      return store.pool.arm(step.fault, step.at);
    case 'clock':
      browser.skew += step.ms;
      stage.clocksMoved = true;
      return world.count('clock jumped');
    case 'store clock':
      // A minute of the store's clock for each of everybody else's, from another beginning.
      stage.storeSkew += step.ms;
      stage.clocksMoved = true;
      return world.count('clock of the store jumped');
    case 'kill worker':
      browser.endWorkerAfter(step.after);
      return;
    case 'kill page':
      return browser.endPageAfter(step.after);
    case 'reload':
      return browser.reload();
    case 'restart':
      world.count('browser killed');
      return browser.restart();
    case 'update':
      world.count('updated mid-send');
      return browser.update();
    case 'no locks':
      world.count('two workers drain at once');
      return browser.drainTwice();
    case 'disk':
      browser.disk.fault = step.fault;
      return;
    case 'disk closed':
      return browser.disk.shut();
    case 'sign out':
      world.count('signed out with items left');
      void browser.signOut().catch(() => undefined);
      return;
    case 'sign in': {
      const rep = reps[step.rep];
      if (!rep) return;
      world.count('signed in as another');
      const token = await store.token(rep);
      void browser.signIn(rep, token).catch(() => undefined);
      return;
    }
    case 'revoke': {
      const [rep] = reps;
      world.count('401: browser let go');
      if (rep) await store.revoke(rep);
    }
  }
}
