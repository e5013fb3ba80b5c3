/**
 * demo/sample: a team's marketing history, put into an empty store through its public doors only.
 *
 * In: the CRM's people, a store. Out: a store that looks like a year of work. What was done is remembered,
 * so that a start that was broken off goes on where it was, and a filled store is left alone.
 */
import { type Memory, recall, remember } from '../memory.ts';
import type { Progress } from '../progress.ts';
import { makeStoreClient, type StoreClient } from '../store-client.ts';
import { agreeOnDefinition } from './agree.ts';
import { writeStories } from './arcs.ts';
import { keepUp } from './keep-up.ts';
import { lastYear } from './last-year.ts';
import type { CrmPerson } from './people.ts';
import { sayLastYear, sayOpinions } from './say.ts';
import { sendCalls } from './send.ts';
import { gatherTeam } from './team.ts';

export interface Filling {
  storeUrl: string;
  dataDir: string;
  /** The CRM's contacts; none when another CRM is opened, and the store then stays empty. */
  people: readonly CrmPerson[];
  crmHost: string;
  now: number;
  progress: Progress;
}

/** How many of the CRM's newest contacts the sample is about. */
const SAMPLE_SIZE = 60;

/** @returns the store's client, and a token of the demo's own admin */
export async function fillStore(filling: Filling): Promise<{ store: StoreClient; admin: string }> {
  const { dataDir, progress, now, crmHost, storeUrl } = filling;
  const store = makeStoreClient(storeUrl);
  let memory = await recall(dataDir);
  const keep = async (change: Partial<Memory>) => {
    memory = { ...memory, ...change };
    await remember(dataDir, memory);
  };

  const admin = memory.adminToken ?? (await store.pair(memory.setupCode, 'Demo')).token;
  await keep({ adminToken: admin });
  const people = writeStories(filling.people.slice(0, SAMPLE_SIZE), now);
  if (people.length === 0) return { store, admin };
  const past = lastYear(now);

  if (!memory.filled.includes('people')) {
    const writeKeys = memory.writeKeys ?? {
      website: await store.source(admin, 'Website'),
      mail: await store.source(admin, 'Mailings'),
    };
    await keep({ writeKeys });
    const calls = [...past, ...people].flatMap((one) => one.calls);
    await progress.step(`Filling the store with ${calls.length} sample events`, () =>
      sendCalls(storeUrl, writeKeys, calls),
    );
    await keep({ filled: [...memory.filled, 'people'] });
  }
  if (!memory.filled.includes('feedback')) {
    await progress.step('Adding what the sample team said about them', async () => {
      const team = await gatherTeam(store, admin);
      const saying = { store, team, people, crmHost, now };
      await agreeOnDefinition(store, team);
      await sayLastYear(saying, past);
      await sayOpinions(saying);
      await keepUp(saying);
    });
    await keep({ filled: [...memory.filled, 'feedback'] });
  }
  return { store, admin };
}
