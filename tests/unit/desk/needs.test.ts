import { describe, expect, it } from 'vitest';
import type { Mine } from '../../../lib/contract/mine.ts';
import { needsOf, withoutAnswered } from '../../../lib/desk/needs.ts';
import { newsWords } from '../../../lib/desk/news-words.ts';
import { nextLead } from '../../../lib/desk/next-lead.ts';
import { newsOf } from '../../../lib/desk/notice-of.ts';
import type { OutboxEntry } from '../../../lib/feedback/entry.ts';
import { toolbarWords } from '../../../lib/words/toolbar.ts';
import { aVerdict } from '../../fixtures/feedback.ts';
import { lead, MINE, REPLY } from '../../gallery/day.ts';
import { id, NOW } from '../../gallery/moment.ts';

const ME = { store: 'https://store.example', memberId: 'me' };
const nothing = { entries: [], sender: ME };
const key = `${REPLY.feedback.id}:${REPLY.feedback.resolution?.madeAt}`;

function entry(leadId: string, state: OutboxEntry['state'], sender = ME): OutboxEntry {
  return {
    item: aVerdict({ leadId, n: 1 }),
    order: 1,
    state,
    savedAt: NOW,
    notBefore: NOW,
    attempts: 0,
    message: null,
    ...sender,
  };
}
const [gordon = lead(1, {})] = MINE.hot;

describe('the number on the toolbar button', () => {
  it('counts who waits, who is back, what marketing answered and nobody has read', () => {
    expect(needsOf(MINE, [], nothing, NOW)).toEqual({
      waiting: 2,
      late: 1,
      woken: 1,
      replies: 1,
      refused: 0,
      all: 4,
    });
    expect(needsOf(MINE, [key], nothing, NOW).all).toBe(3);
  });

  it('counts all that wait, however few are listed, and late ones by the clock', () => {
    const many: Mine = { ...MINE, counts: { ...MINE.counts, waiting: 40 } };
    expect(needsOf(many, [], nothing, NOW).waiting).toBe(40);
    expect(needsOf(many, [], nothing, NOW + 3 * 3_600_000).late).toBe(2);
  });

  it('counts a lead once that is back and waits again', () => {
    const both: Mine = { ...MINE, woken: [{ ...gordon, woken: MINE.woken[0]?.woken ?? null }] };
    expect(needsOf(both, [key], nothing, NOW)).toMatchObject({ waiting: 2, woken: 0, all: 2 });
  });

  it('does not wait for the store to hear of a verdict, unless it was refused or is somebody else’s', () => {
    const saying = (state: OutboxEntry['state'], sender = ME) =>
      needsOf(MINE, [key], { entries: [entry(gordon.leadId, state, sender)], sender: ME }, NOW);
    expect(saying('waiting')).toMatchObject({ waiting: 1, refused: 0, all: 2 });
    expect(saying('parked')).toMatchObject({ waiting: 2, refused: 1, all: 4 });
    expect(saying('waiting', { ...ME, memberId: 'other' })).toMatchObject({
      waiting: 2,
      refused: 1,
    });
    expect(needsOf(null, [], { entries: [entry(id(1), 'parked')], sender: ME }, NOW).all).toBe(1);
  });

  it('takes answered leads off every list of what is open, and leaves the watch list alone', () => {
    const watched: Mine = { ...MINE, watched: [gordon] };
    const left = withoutAnswered(watched, {
      entries: [entry(gordon.leadId, 'sending')],
      sender: ME,
    });
    expect(left.hot).toHaveLength(MINE.hot.length - 1);
    expect(left.counts).toEqual({ waiting: 1, late: 1, woken: 1 });
    expect(left.watched).toHaveLength(1);
  });
});

describe('the next lead', () => {
  const hot = [1, 2, 3].map((n) => lead(n, {}));
  const at = (n: number) => hot[n]?.records[0] ?? null;

  it('is the best that was not opened in this round', () => {
    const first = nextLead(hot, null, []);
    expect(first?.lead).toBe(hot[0]);
    const second = nextLead(hot, at(0), first?.been ?? []);
    expect(second?.lead).toBe(hot[1]);
    // The first was answered meanwhile and is off the list.
    const third = nextLead(hot.slice(1), at(1), second?.been ?? []);
    expect(third?.lead).toBe(hot[2]);
  });

  it('begins anew at the end, and is not the one in front', () => {
    const all = hot.map(({ leadId }) => leadId);
    expect(nextLead(hot, at(0), all)?.lead).toBe(hot[1]);
    expect(nextLead(hot.slice(0, 1), at(0), all)?.lead).toBe(hot[0]);
    expect(nextLead([], null, all)).toBe(null);
  });
});

describe('a notification', () => {
  const soon = NOW + 2.5 * 3_600_000;

  it('tells once who is back, what was answered and who is about to be late', () => {
    const news = newsOf(MINE, [], soon);
    expect(news.soon.map(({ name }) => name)).toEqual(['Gordon Kreiger']);
    expect(newsWords(news, false, toolbarWords('en-GB'))).toBe(
      '1 lead waits less than an hour more · 1 recycled lead is back · 1 answer from marketing',
    );
    expect(newsOf(MINE, news.keys, soon).keys).toEqual([]);
    expect(newsOf(MINE, [], NOW).soon).toEqual([]);
  });

  it('names nobody unless somebody wants that, and then not everybody', () => {
    const news = newsOf(MINE, [], soon);
    expect(newsWords(news, false, toolbarWords('de'))).not.toMatch(/Gordon|Ava|Neville/);
    expect(newsWords(news, true, toolbarWords('de-AT'))).toContain(
      'Es geht um Gordon Kreiger, Ava Reyes',
    );
  });
});
