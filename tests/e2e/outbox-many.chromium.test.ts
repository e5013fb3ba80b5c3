import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../length.ts';
import { type Chromium, EXTENSION, press, sidebarOf, untilText } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/** Somebody was offline for very long. */
const MANY = isLong ? 10_000 : 300;
const PATIENCE_MS = 900_000;
let scene: Scene;
let rep: Chromium;

beforeAll(async () => {
  scene = await openScene();
  rep = await startAs(scene, 'Kim Okafor', 'rep');
});
afterAll(() => Promise.all([rep?.close(), scene?.close()]));

/** @returns the ids of what reached the store, as its export has them */
async function stored(): Promise<string[]> {
  const answer = await fetch(`${scene.store.url}/api/export/feedback?format=ndjson`, {
    headers: { authorization: `Bearer ${scene.workspace.token}` },
  });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => String(JSON.parse(line).item.id));
}

describe(`${MANY} things that were said while the store was away`, () => {
  it('lie in a browser that works, are listed as a hundred, and all arrive once', async () => {
    const page = await rep.browser.newPage();
    await page.goto(scene.pageOf(scene.cool));
    const sidebar = await sidebarOf(page);
    await untilText(sidebar, new RegExp(nameOf(scene.cool)));
    await scene.store.kill();
    await press(sidebar, 'Accept');
    await untilText(sidebar, /Undo/);

    const options = await rep.browser.newPage();
    await options.goto(`${EXTENSION}/options.html`);
    const said = await options.evaluate(multiply, MANY);
    await options.reload();
    await untilText(options, new RegExp(`and ${(MANY - 100).toLocaleString('en')} more`));
    expect(await options.$$('#outbox li')).toHaveLength(100);
    // The sidebar, which reads them too, still has its say.
    await page.bringToFront();
    await page.goto(scene.pageOf(scene.hot));
    await untilText(await sidebarOf(page), /store does not answer/);

    await scene.store.start();
    await options.bringToFront();
    await options.locator('[data-action="retry-all"]').click();
    await options.waitForFunction(
      () => /Everything you said is in the store/.test(document.body.innerText),
      { polling: 500, timeout: PATIENCE_MS },
    );
    const there = await stored();
    expect(there.toSorted()).toEqual(said.toSorted());
  }, 1_000_000);
});

/** Says the one thing that was said so many times, each with an id and a place of its own. @returns their ids */
function multiply(many: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('truce-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const write = opening.result.transaction('entries', 'readwrite');
      const entries = write.objectStore('entries');
      const range = IDBKeyRange.bound('entry:', 'entry:\uffff');
      const ids: string[] = [];
      const all = entries.getAll(range);
      all.onsuccess = () => {
        const [one] = all.result;
        ids.push(one.item.id);
        for (let place = 2; place <= many; place += 1) {
          const id = crypto.randomUUID();
          const item = { ...one.item, id, seq: place };
          entries.put({ ...one, item, order: place, notBefore: 0 }, `entry:${id}`);
          ids.push(id);
        }
        entries.put(many, 'order');
      };
      write.onerror = () => reject(write.error);
      write.oncomplete = () => {
        opening.result.close();
        resolve(ids);
      };
    };
  });
}
