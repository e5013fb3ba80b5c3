import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

import type { LearningAnswer, Suggestion } from '../../../lib/contract/learning.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import type { NotNow } from '../../../lib/desk/not-now.ts';
import { scoreRoom } from '../../../lib/desk/score-room.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';
import { DRAFT, LEARNED } from '../../gallery/learned.ts';
import { MEMBER } from '../../gallery/members.ts';

const connected = (memberId: string): Connection => ({
  store: 'https://store.example',
  token: memberId,
  refused: false,
  member: { ...MEMBER, memberId },
});

const OFFLINE = failed('offline', 'The store does not answer', 'Try again.');

/** A room whose store answers what the test wants, and notes what it was asked. */
function roomWith(learned: Result<LearningAnswer>, remembered: NotNow = {}) {
  const answers: Record<string, Result<unknown>> = {
    'learning.get': learned,
    'definition.draft': done(null),
  };
  const asked: { name: string; body: unknown }[] = [];
  const ask = (async (name: string, body: unknown) => {
    asked.push({ name, body });
    return answers[name];
  }) as unknown as Ask;
  const connection = cell<Connection | null | undefined>(connected('ines'));
  const kept = { now: remembered };
  const waiting: (() => void)[] = [];
  const room = scoreRoom({
    ask,
    connection,
    notNow: {
      read: async () => kept.now,
      write: async (all) => {
        kept.now = all;
      },
    },
    later: (then) => waiting.push(then),
  });
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  const shown = () => {
    const view = room.view.get();
    if (view.is !== 'learned') throw new Error(`It shows ${view.is}.`);
    return view;
  };
  const names = () => asked.map(({ name }) => name);
  return { room, connection, answers, asked, names, kept, waiting, soon, shown };
}

const drafted = { ...LEARNED, draft: DRAFT };

describe('the room that asks whether the score is honest', () => {
  it('asks nothing before somebody looks', async () => {
    const { room, names, soon, shown } = roomWith(done(LEARNED));
    await soon();
    expect(names()).toEqual([]);
    await room.open();
    await soon();
    expect(names()).toEqual(['learning.get']);
    expect(shown().suggestions).toHaveLength(3);
  });

  it('keeps what it shows when the store falls silent, and says so', async () => {
    const { room, answers, soon, shown } = roomWith(done(LEARNED));
    await room.open();
    await soon();
    answers['learning.get'] = OFFLINE;
    room.refresh();
    expect(shown().refreshing).toBe(true);
    await soon();
    expect(shown()).toMatchObject({ refreshing: false, problem: { code: 'offline' } });
    expect(shown().learned).toEqual(LEARNED);
    answers['learning.get'] = done(LEARNED);
    room.refresh();
    await soon();
    expect(shown().problem).toBeNull();
  });

  it('says that nothing came, and tries again', async () => {
    const { room, answers, soon, shown } = roomWith(OFFLINE);
    await room.open();
    await soon();
    expect(room.view.get()).toMatchObject({ is: 'problem', retrying: false });
    answers['learning.get'] = done(LEARNED);
    room.refresh();
    expect(room.view.get()).toMatchObject({ retrying: true });
    await soon();
    expect(shown().learned.definition.version).toBe(7);
  });

  it('makes the second of two hurried changes to what the first one left', async () => {
    const { room, asked, answers, soon, shown } = roomWith(done(LEARNED));
    await room.open();
    await soon();
    const sent = () => asked.filter(({ name }) => name === 'definition.draft');
    const first = room.putInDraft({ of: 'points', ruleId: 'webinar', step: null, to: 15 });
    const second = room.putInDraft({ of: 'line', points: 24 });
    // What the store makes of the first is there before the second is put together.
    answers['learning.get'] = done({
      ...LEARNED,
      draft: { ...DRAFT, basedOn: 7, definition: { ...DRAFT.definition, name: 'with the first' } },
    });
    await Promise.all([first, second]);
    expect(sent().map(({ body }) => body)).toMatchObject([
      { replaces: null, definition: { mqlAt: LEARNED.definition.mqlAt } },
      { replaces: DRAFT.draftId, definition: { name: 'with the first', mqlAt: 24 } },
    ]);
    expect(shown().learned.draft?.draftId).toBe(DRAFT.draftId);
  });

  it('puts a suggestion on top of the draft that is open, unsigned, as the next version', async () => {
    const { room, asked, soon } = roomWith(done(drafted));
    await room.open();
    await soon();
    await room.putInDraft({ of: 'points', ruleId: 'near', step: null, to: -3 });
    const { body } = asked.find(({ name }) => name === 'definition.draft') ?? {};
    expect(body).toMatchObject({
      basedOn: 7,
      definition: { version: 8, signedBy: { marketing: null, sales: null } },
    });
    const { definition } = body as { definition: LearningAnswer['definition'] };
    expect(definition.fit.find(({ id }) => id === 'near')?.points).toBe(-3);
    expect(definition.engagement.find(({ id }) => id === 'webinar')).toMatchObject({
      points: 15,
      cap: 30,
    });
  });

  it('starts from what is in force where the draft is of a version that is not any more', async () => {
    const old = { ...drafted, definition: { ...LEARNED.definition, version: 8 } };
    const { room, asked, soon } = roomWith(done(old));
    await room.open();
    await soon();
    await room.putInDraft({ of: 'line', points: 22 });
    const { body } = asked.find(({ name }) => name === 'definition.draft') ?? {};
    expect(body).toMatchObject({ basedOn: 8, definition: { version: 9, mqlAt: 22 } });
    const { definition } = body as { definition: LearningAnswer['definition'] };
    expect(definition.engagement.find(({ id }) => id === 'webinar')?.points).toBe(8);
  });

  it('shows how far the re-scoring is until it is done', async () => {
    const rescoring = {
      version: 8,
      startedAt: DRAFT.madeAt,
      total: 60_000,
      done: 12_400,
      finishedAt: null,
    };
    const { room, answers, names, waiting, soon, shown } = roomWith(
      done({ ...LEARNED, rescoring }),
    );
    await room.open();
    await soon();
    expect(shown().learned.rescoring?.done).toBe(12_400);
    expect(waiting).toHaveLength(1);
    answers['learning.get'] = done({
      ...LEARNED,
      rescoring: { ...rescoring, done: 60_000, finishedAt: DRAFT.madeAt },
    });
    const before = names().length;
    waiting[0]?.();
    await soon();
    expect(names().slice(before)).toEqual(['learning.get']);
    expect(waiting).toHaveLength(1);
  });

  it('reads again after a conflict, and hands the conflict on', async () => {
    const { room, answers, names, soon } = roomWith(done(drafted));
    await room.open();
    await soon();
    answers['definition.draft'] = failed('conflict', 'Version 8 is in force', 'Load again.');
    const before = names().length;
    const answer = await room.putInDraft({ of: 'line', points: 24 });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect(names().slice(before)).toEqual(['definition.draft', 'learning.get']);
  });

  it('hides a suggestion until it says something else', async () => {
    const { room, answers, kept, soon, shown } = roomWith(done(LEARNED));
    await room.open();
    await soon();
    const [webinar] = LEARNED.suggestions;
    if (!webinar) throw new Error('no suggestion');
    await room.setAside(webinar);
    expect(shown()).toMatchObject({ aside: 1 });
    expect(shown().suggestions).toHaveLength(2);
    expect(kept.now).toEqual({ 'webinar:': { from: 8, to: 15, n: 84 } });

    const ids = async (over: Partial<Suggestion>) => {
      answers['learning.get'] = done({
        ...LEARNED,
        suggestions: [{ ...webinar, ...over }],
      });
      room.refresh();
      await soon();
      return shown().suggestions.map(({ ruleId }) => ruleId);
    };
    expect(await ids({ to: 14, with: { n: 100, accepted: 80 } })).toEqual([]);
    expect(await ids({ to: 13 })).toEqual(['webinar']);
    expect(await ids({ from: 9 })).toEqual(['webinar']);
    expect(await ids({ with: { n: 126, accepted: 90 } })).toEqual(['webinar']);
    await room.bringBack();
    expect(kept.now).toEqual({});
    expect(await ids({})).toEqual(['webinar']);
  });

  it('shows nothing of one member to the next', async () => {
    const { room, connection, soon, shown } = roomWith(done(LEARNED));
    await room.open();
    await soon();
    connection.set(connected('omar'));
    expect(room.view.get()).toEqual({ is: 'loading' });
    await soon();
    expect(shown().member.memberId).toBe('omar');
    connection.set(null);
    expect(room.view.get()).toEqual({ is: 'loading' });
  });
});
