/** Runs every group on a page of its own, and keeps what came of each attack for the table. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GROUPS } from '../groups.ts';
import type { Opened } from './chromium-ground.ts';
import type { Ground } from './ground.ts';
import { noteColumn, type Row } from './table.ts';

export function attackAll(open: () => Promise<Opened>): void {
  let opened: Opened | null = null;
  const rows: Row[] = [];
  const ground = (): Ground => {
    if (!opened) throw new Error('There is no browser.');
    return opened.ground;
  };

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => {
    if (opened) await noteColumn(opened.ground.browser, rows);
    await opened?.close();
  });

  describe.each(GROUPS)('$name', ({ name, before, at, ready = true, attacks }) => {
    let page: Page;
    beforeAll(async () => {
      const where = at?.(ground());
      page = await ground().open({
        ready,
        ...(where ? { at: where } : {}),
        ...(before ? { before } : {}),
      });
    });
    afterAll(async () => {
      await page?.close();
    });

    it.each(attacks)('$what', async ({ what, run }) => {
      const row: Row = { group: name, what, outcome: 'WON' };
      rows.push(row);
      row.outcome = await run(ground(), page);
      expect(ground().errors().filter(isOurs), 'errors of ours in the page').toEqual([]);
    });
  });
}

/** Pages may throw what they like, and browsers report what they refuse to load and which window was not the one meant. */
const isOurs = (error: string) => /-extension:\/\//.test(error) && !/Security Error/.test(error);
