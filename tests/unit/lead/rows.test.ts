import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

import type { LeadCard } from '../../../lib/contract/lead.ts';
import type { LeadInBrief } from '../../../lib/contract/look-up.ts';
import { done, failed } from '../../../lib/contract/problem.ts';
import { rowsSession } from '../../../lib/lead/rows.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import type { CardToList, ListedRow } from '../../../lib/page/list-wire.ts';

const brief = (leadId: string, more: Partial<LeadInBrief> = {}): LeadInBrief => ({
  found: true,
  leadId,
  rev: 3,
  name: 'Gordon Kreiger',
  stage: 'mql',
  optedOut: false,
  points: 39,
  fitPoints: 9,
  engagementPoints: 30,
  grade: 'B2',
  enough: true,
  chance: 72,
  heat: 'hot',
  why: [{ label: 'Pricing page', points: 8 }],
  dueAt: null,
  said: null,
  ...more,
});

const row = (id: string): ListedRow => ({
  key: `atomic:x:contact:${id}`,
  record: { crm: 'atomic', org: 'x', kind: 'contact', id },
  facts: { name: `Person ${id}` },
});

/** A background that knows these people by the id of their record, and a disk that holds these revisions of cards. */
function scene(people: Record<string, LeadInBrief>, disk: Record<string, number> = {}) {
  /** Whose card comes from the disk after the others. */
  let slow = '';
  const asked: string[][] = [];
  const warmed: string[][] = [];
  const sent: CardToList[] = [];
  let online = true;
  let now = 0;
  const ask = (async (name: string, body: unknown) => {
    if (!online) return failed('offline', 'The store does not answer', 'Try again.');
    if (name === 'rows.scores') {
      const { items } = body as { items: ListedRow[] };
      asked.push(items.map(({ record }) => record?.id ?? ''));
      const found = items.map(({ record }) => people[record?.id ?? ''] ?? { found: false });
      return done({ items: found, mqlAt: 20, definitionVersion: 1, asOf: '' });
    }
    const { leads } = body as { leads: { leadId: string; rev: number }[] };
    warmed.push(leads.map(({ leadId }) => leadId));
    for (const { leadId, rev } of leads) disk[leadId] = rev;
    return done(null);
  }) as unknown as Ask;
  const ofLead = async (leadId: string) => {
    if (leadId === slow) await settled();
    const rev = disk[leadId];
    return rev === undefined ? null : { card: { leadId, rev } as LeadCard, seenAt: 0 };
  };
  const session = rowsSession({
    ask,
    cards: { ofLead },
    send: (message) => sent.push(message),
    now: () => now,
  });
  return {
    session,
    asked,
    warmed,
    sent,
    slowFor: (leadId: string) => {
      slow = leadId;
    },
    cut: () => {
      online = false;
    },
    wait: (ms: number) => {
      now += ms;
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the rows of a list', () => {
  it('are asked about in one question, and the page is told score, grade and heat and nothing more', async () => {
    const { session, asked, sent } = scene({
      1: brief('lead-1'),
      2: brief('lead-2', { enough: false }),
    });
    session.hear({ kind: 'rows', rows: [row('1'), row('2'), row('3')] });
    await settled();
    expect(asked).toEqual([['1', '2', '3']]);
    expect(sent).toEqual([
      {
        kind: 'faces',
        group: expect.any(String),
        faces: [
          {
            key: row('1').key,
            text: '72 B2',
            label: expect.stringContaining('72 in 100, grade B2, hot'),
            heat: 'hot',
          },
          expect.objectContaining({ key: row('2').key, text: 'not enough yet' }),
          { key: row('3').key, text: null },
        ],
      },
    ]);
    expect(JSON.stringify(sent)).not.toMatch(/Gordon|Pricing|lead-1/);
  });

  it('that are known are told at once and not asked about again within a minute', async () => {
    const { session, asked, sent, wait } = scene({ 1: brief('lead-1') });
    session.hear({ kind: 'rows', rows: [row('1')] });
    await settled();
    sent.length = 0;
    session.hear({ kind: 'rows', rows: [row('1'), row('4')] });
    expect(sent).toMatchObject([{ faces: [{ text: '72 B2' }] }]);
    await settled();
    expect(asked).toEqual([['1'], ['4']]);
    wait(60_000);
    await session.freshen();
    expect(asked[2]).toEqual(['1', '4']);
  });

  it('have their cards fetched before one is opened; an old card gives way to the one of the score', async () => {
    const { session, warmed } = scene({ 1: brief('lead-1') }, { 'lead-1': 2 });
    session.hear({ kind: 'rows', rows: [row('1'), row('2')] });
    await settled();
    expect(warmed).toEqual([['lead-1']]);
    session.hear({ kind: 'card', key: row('1').key, start: 'look' });
    await settled();
    expect(session.view.get()).toMatchObject({ is: 'row', card: { rev: 3 }, problem: null });
  });

  it('show what is known while the store is silent, and say why nothing can be said yet', async () => {
    const { session, cut } = scene({ 1: brief('lead-1'), 2: brief('lead-2') });
    session.hear({ kind: 'rows', rows: [row('1')] });
    await session.refresh();
    cut();
    session.hear({ kind: 'card', key: row('2').key, start: 'look' });
    expect(session.view.get()).toEqual({ is: 'none' });
    session.hear({ kind: 'card', key: row('1').key, start: 'look' });
    await settled();
    expect(session.view.get()).toMatchObject({ is: 'row', brief: { leadId: 'lead-1' } });
  });

  it('never paint the card of one row as that of another', async () => {
    const { session, slowFor } = scene(
      { 1: brief('lead-1'), 2: brief('lead-2') },
      { 'lead-1': 3, 'lead-2': 3 },
    );
    session.hear({ kind: 'rows', rows: [row('1'), row('2')] });
    await settled();
    slowFor('lead-1');
    session.hear({ kind: 'card', key: row('1').key, start: 'look' });
    session.hear({ kind: 'card', key: row('2').key, start: 'look' });
    await settled();
    await settled();
    expect(session.view.get()).toMatchObject({ key: row('2').key, card: { leadId: 'lead-2' } });
    session.hear({ kind: 'card', key: null, start: 'look' });
    await settled();
    expect(session.view.get()).toEqual({ is: 'none' });
  });

  it('are forgotten with the connection', async () => {
    const { session, sent, asked } = scene({ 1: brief('lead-1') });
    session.hear({ kind: 'rows', rows: [row('1')] });
    await settled();
    sent.length = 0;
    await session.forget();
    expect(sent[0]).toMatchObject({ faces: [{ key: row('1').key, text: null }] });
    expect(asked).toHaveLength(2);
  });

  it('are not told what was asked as somebody else', async () => {
    const people = { 1: brief('lead-1') };
    const { session, sent, warmed } = scene(people);
    session.hear({ kind: 'rows', rows: [row('1')] });
    people[1] = brief('lead-2', { chance: 15 });
    await session.forget();
    await settled();
    expect(sent).toMatchObject([{ faces: [{ text: '15 B2' }] }]);
    expect(warmed).toEqual([['lead-2']]);
  });

  it('let go of the card of a lead that a row turns out not to be', async () => {
    const people = { 1: brief('lead-1') };
    const { session } = scene(people);
    session.hear({ kind: 'rows', rows: [row('1')] });
    await settled();
    session.hear({ kind: 'card', key: row('1').key, start: 'look' });
    await settled();
    people[1] = brief('lead-2', { rev: 1 });
    await session.refresh();
    expect(session.view.get()).toMatchObject({
      brief: { leadId: 'lead-2' },
      card: { leadId: 'lead-2', rev: 1 },
    });
  });
});
