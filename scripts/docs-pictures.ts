/**
 * `npm run docs:pictures`: the pictures of docs/images, from the running system: a store with the sample team in it, the demo's CRM, the
 * built extension in Chromium, and a rep, a marketer and an administrator in front of it.
 *
 * `npm run docs:pictures -- --of store` takes one series or more (toolbar,desk,store,rep), and a pattern only those whose name it fits. `--into folder` puts them elsewhere, `--data folder` keeps the
 * sample there for the next time, `--extension folder` takes an extension that is built already.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeProgress } from '../demo/progress.ts';
import { makeStopping, onSignals } from '../demo/stopping.ts';
import { takeBeside, takeTeach } from './pictures/beside.ts';
import { takeMorning } from './pictures/morning.ts';
import { takeOffice } from './pictures/office.ts';
import { takeRep } from './pictures/rep.ts';
import { openStage, openWorld, type Stage } from './pictures/stage.ts';
import { small, type Take, takeInto } from './pictures/take.ts';
import { takeToolbar } from './pictures/toolbar.ts';

const ROOT = join(import.meta.dirname, '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string', default: join(ROOT, 'docs/images') },
    data: { type: 'string' },
    extension: { type: 'string' },
    of: { type: 'string' },
  },
});
const progress = makeProgress();
const stopping = makeStopping();
onSignals(() => void stopping.stop());
const tools = { progress, stopping };
const take = takeInto(resolve(values.into), small, positionals[0]);

/** Each in a browser of its own. The rep last: the store is stopped there. */
const SERIES: Record<string, (stage: Stage, take: Take) => Promise<void>> = {
  toolbar: takeToolbar,
  desk: takeMorning,
  store: takeOffice,
  rep: takeRepsDay,
};

async function takeRepsDay(stage: Stage): Promise<void> {
  await takeRep(stage, take, async () => {
    await takeTeach(stage, take);
    await takeBeside(stage, take);
  });
}

try {
  const world = await openWorld(tools, values.data);
  for (const [name, act] of Object.entries(SERIES)) {
    if (values.of && !values.of.split(',').includes(name)) continue;
    const stage = await openStage(world, tools, { extension: values.extension });
    // One that fails costs none of the others: all of it takes minutes.
    await progress
      .step(`Taking the pictures (${name})`, () => act(stage, take))
      .catch((error: unknown) => {
        process.exitCode = 1;
        console.error(error);
      });
    await stage.browser.close();
  }
  progress.say(`Saved in ${resolve(values.into)}`);
} finally {
  await stopping.stop();
}
