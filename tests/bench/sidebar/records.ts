/** Somebody goes from record to record of a single-page CRM, in whichever browser. */
import type { World } from './cdp.ts';
import { pause } from './figures.ts';
import { forgetCards, goTo, painted } from './probe.ts';
import type { BenchScene, Contact } from './scene.ts';

/** The CRM's own page has come to rest by then, as it has when somebody reads it. */
export const REST_MS = 700;

/** A browser in which somebody goes from record to record. */
export interface Walked<Page extends World> {
  open(url: string): Promise<Page>;
  sidebar(page: Page): Promise<World>;
  stopWorker(): Promise<void>;
}

export interface Stage {
  scene: BenchScene;
  page: World;
  sidebar: World;
}

/** Goes to somebody. @returns ms from the change of the address to the painting */
export async function visit({ page, sidebar }: Stage, { id, name }: Contact): Promise<number> {
  const done = sidebar.run(painted, name);
  const began = await page.run(goTo, `#/contacts/${id}/show`);
  const took = (await done) - began;
  await pause(REST_MS);
  return took;
}

/** Goes round the contacts, so that nobody comes twice in a row. */
async function walk(
  stage: Stage,
  times: number,
  before: () => Promise<unknown> = async () => undefined,
) {
  const { contacts } = stage.scene;
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const contact = contacts[n % contacts.length];
    if (!contact) break;
    await before();
    took.push(await visit(stage, contact));
  }
  return took;
}

/** Each time the store is asked the same from here first: what it needs by itself. */
async function coldWalk(
  stage: Stage,
  times: number,
): Promise<{ painted: number[]; more: number[] }> {
  const { contacts, crm, store, workspace } = stage.scene;
  const all: { painted: number[]; more: number[] } = { painted: [], more: [] };
  for (let n = 0; n < times; n += 1) {
    const contact = contacts[n % contacts.length];
    if (!contact) break;
    await stage.sidebar.run(forgetCards);
    const record = {
      crm: 'atomic',
      org: new URL(crm.origin).host,
      kind: 'contact',
      id: contact.id,
    };
    const began = performance.now();
    await fetch(`${store.url}/api/leads/find`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${workspace.token}`,
      },
      body: JSON.stringify({ record, facts: {} }),
    }).then((answer) => answer.text());
    const own = performance.now() - began;
    const took = await visit(stage, contact);
    all.painted.push(took);
    all.more.push(took - own);
  }
  return all;
}

interface Wanted {
  /** How often each is done. */
  times: number;
  tell(name: string, times: number[]): void;
}

/** Walks through records that were seen here, that were seen while the background is stopped, and that only the store knows. */
export async function records<Page extends World>(
  scene: BenchScene,
  { open, sidebar, stopWorker }: Walked<Page>,
  { times, tell }: Wanted,
): Promise<Stage> {
  const [first] = scene.contacts;
  const page = await open(`${scene.crm.origin}/#/contacts/${first?.id}/show`);
  const stage = { scene, page, sidebar: await sidebar(page) };
  for (const contact of [...scene.contacts.slice(1), scene.few, scene.grown]) {
    await visit(stage, contact);
  }
  tell('Warm: address changed to painted', await walk(stage, times));
  tell('Warm, background stopped before each', await walk(stage, times, stopWorker));
  const cold = await coldWalk(stage, times);
  tell('Cold: address changed to painted', cold.painted);
  tell('Cold, beyond the store’s own answer', cold.more);
  return stage;
}
