import { describe, expect, it, vi } from 'vitest';

const { disk: onDisk } = vi.hoisted(() => ({ disk: {} as Record<string, unknown> }));
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async () => onDisk,
        set: async (values: object) => void Object.assign(onDisk, values),
      },
    },
  },
}));

import type { DraftChange } from '../../../lib/contract/agreement.ts';
import { done, failed } from '../../../lib/contract/problem.ts';
import type { ReviewFilter } from '../../../lib/contract/review.ts';
import { putInDraft } from '../../../lib/desk/draft-change.ts';
import { EVERYTHING } from '../../../lib/desk/queue-filter.ts';
import { joined } from '../../../lib/desk/queue-merge.ts';
import { queueViews } from '../../../lib/desk/queue-views.ts';
import { type SavedView, savedViewStore } from '../../../lib/desk/saved-views.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';

const connected = (memberId: string) =>
  ({ store: 'https://store.example', member: { memberId } }) as unknown as Connection;

function desk() {
  const disk = new Map<string, SavedView[]>();
  const connection = cell<Connection | null | undefined>(connected('ines'));
  let made = 0;
  const views = queueViews({
    ask: (async (_: string, { filter }: { filter: ReviewFilter }) =>
      done({ total: 10 + filter.said.length + filter.sources.length })) as unknown as Ask,
    connection,
    store: {
      read: async (of) => disk.get(of) ?? [],
      write: async (of, all) => void disk.set(of, all),
    },
    id: () => `own-${made++}`,
  });
  const shown = () => views.views.get().map(({ id, name, n }) => [name ?? id, n]);
  return { views, disk, connection, shown };
}

const WEBINARS: ReviewFilter = { ...EVERYTHING, sources: ['Webinar'] };

describe('the views', () => {
  it('are everybody’s and one’s own, counted, and each person’s apart', async () => {
    const { views, connection, shown } = desk();
    await views.open(36);
    await views.save('Webinars', WEBINARS);
    await views.rename('own-0', 'Autumn');
    expect(shown()).toEqual([
      ['open', 10],
      ['late', 10],
      ['score', 12],
      ['answered', 10],
      ['Autumn', 11],
    ]);
    expect(views.views.get()[1]?.filter.hours).toEqual({ from: 36, to: null });
    connection.set(connected('omar'));
    await views.open(36);
    expect(shown().length).toBe(4);
    connection.set(connected('ines'));
    await views.open(36);
    expect(shown().at(-1)).toEqual(['Autumn', 11]);
    await views.drop('own-0');
    expect(shown().length).toBe(4);
  });

  it('keep what another tab has kept meanwhile', async () => {
    const { views, disk, shown } = desk();
    await views.open(36);
    disk.set('https://store.example ines', [{ id: 'other', name: 'Fairs', filter: EVERYTHING }]);
    await views.save('Webinars', WEBINARS);
    expect(shown().slice(4)).toEqual([
      ['Fairs', null],
      ['Webinars', 11],
    ]);
  });
});

describe('views on the disk', () => {
  it('are all read again, however many there are', async () => {
    const all = Array.from({ length: 31 }, (_, n) => ({
      id: `${n}`,
      name: `View ${n}`,
      filter: WEBINARS,
    }));
    await savedViewStore.write('ines', all);
    expect(await savedViewStore.read('ines')).toEqual(all);
  });
});

describe('two leads that are one', () => {
  const answering = (owner: string) =>
    (async (name: string, { leadId }: { leadId: string }) =>
      name === 'lead.merge'
        ? failed('conflict', 'These are one lead already', 'There is nothing to join.')
        : done({ leadId: leadId === 'b' ? owner : 'a', names: [], merges: [] })) as unknown as Ask;

  it('are joined too when somebody was first, and are not when they are still two', async () => {
    expect(await joined(answering('a'), 'a', 'b')).toMatchObject({ ok: true });
    expect(await joined(answering('b'), 'a', 'b')).toMatchObject({ ok: false });
  });
});

describe('a pattern’s change', () => {
  const rule = (points: number): DraftChange => ({
    of: 'fit-rule',
    rule: {
      id: 'fair',
      label: 'Came from the fair',
      test: { is: 'came-from', first: 'source', values: ['Fair'] },
      points,
    },
  });

  it('goes on top of the draft that is open, and a second time in the place of the first', async () => {
    const current = { version: 3, fit: [{ id: 'other' }], signedBy: {} };
    let draft: unknown = null;
    const ask = (async (name: string, body: { definition: unknown; replaces: string | null }) => {
      if (name === 'definitions.get') return done({ current, draft });
      draft = { draftId: `after-${body.replaces}`, basedOn: 3, definition: body.definition };
      return done(null);
    }) as unknown as Ask;
    await putInDraft(ask, rule(-8));
    await putInDraft(ask, rule(-12));
    expect(draft).toMatchObject({
      draftId: 'after-after-null',
      definition: {
        version: 4,
        fit: [{ id: 'other' }, { id: 'fair', points: -12 }],
        signedBy: { marketing: null, sales: null },
      },
    });
    expect(current.fit.length).toBe(1);
  });
});
