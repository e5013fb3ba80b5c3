import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FindLead } from '../../../lib/contract/lead.ts';
import { done } from '../../../lib/contract/problem.ts';
import { cardCache } from '../../../lib/engagement/cards.ts';
import { findLead } from '../../../lib/engagement/load.ts';
import { looks } from '../../../lib/engagement/looked.ts';
import { noteLooks } from '../../../lib/lead/looking.ts';
import type { LeadView } from '../../../lib/lead/session.ts';
import { cell } from '../../../lib/platform/cell.ts';
import { aCard } from '../../fixtures/card.ts';

// Nobody has set anything for this browser.
vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

const RECORD = { crm: 'atomic', org: 'localhost:1', kind: 'contact', id: '1' } as const;

describe('when a lead was last looked at', () => {
  it('goes to the store with the next question, and is gone with the cards', async () => {
    const use = createStore('looks-of-a-rep', 'entries');
    const cards = cardCache(use);
    const looked = looks(use, () => Date.UTC(2026, 10, 20));
    const asked: FindLead[] = [];
    const client = {
      findLead: async (find: FindLead) => {
        asked.push(find);
        return done({ found: true as const, card: aCard() });
      },
    };
    const find = () => findLead(client, cards, looked, { record: RECORD, facts: {} });
    await find();
    await looked.note(aCard().leadId);
    await find();
    await cards.forgetAll();
    await find();
    expect(asked.map(({ lookedAt }) => lookedAt)).toEqual([
      undefined,
      '2026-11-20T00:00:00.000Z',
      undefined,
    ]);
  });

  it('is kept of the thousand leads looked at last', async () => {
    const use = createStore('looks-of-many', 'entries');
    const before = Array.from({ length: 1000 }, (_, n) => [`lead ${n}`, n + 1] as const);
    await set('looked', Object.fromEntries(before), use);
    const looked = looks(use, () => 5000);
    await looked.note('lead 0');
    await looked.note('another');
    expect(await looked.at('lead 1')).toBeUndefined();
    expect(await looked.at('lead 2')).toBe(new Date(3).toISOString());
    expect(await looked.at('lead 0')).toBe(new Date(5000).toISOString());
  });
});

describe('a look', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('counts once the card was on screen for a moment, and again when it leaves; in a closed panel never', () => {
    const view = cell<LeadView>({ is: 'skeleton', waitingFor: 'page' });
    const shown = cell(false);
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const noted: string[] = [];
    noteLooks({
      session: { view },
      shown,
      document: document as unknown as Document,
      looks: { note: async (leadId) => void noted.push(leadId) },
    });
    const lead = (leadId: string) => view.set({ is: 'lead', card: aCard({ leadId }), stale: null });
    lead('closed');
    vi.advanceTimersByTime(5000);
    expect(noted).toEqual([]);
    shown.set(true);
    vi.advanceTimersByTime(500);
    lead('passed by');
    vi.advanceTimersByTime(500);
    lead('read');
    vi.advanceTimersByTime(1500);
    expect(noted).toEqual(['read']);
    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(noted).toEqual(['read', 'read']);
  });
});
