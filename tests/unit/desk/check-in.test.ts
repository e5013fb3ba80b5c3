import { describe, expect, it } from 'vitest';
import { agendaOf, isBlank } from '../../../components/check-in/agenda.ts';
import type { Decision } from '../../../lib/contract/check-in.ts';
import { failed } from '../../../lib/contract/problem.ts';
import { checkInRoom, daysOf } from '../../../lib/desk/check-in.ts';
import { hashOf, type Period, periodFrom } from '../../../lib/desk/check-in-period.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';
import { FIRST, FULL } from '../../gallery/meeting.ts';
import { MEMBER } from '../../gallery/members.ts';
import { NOW } from '../../gallery/moment.ts';

const OFFLINE = failed('offline', 'The store does not answer', 'Try again.');

/** A room, and the store behind it: what it was asked, and what it says next. */
function open() {
  const asked: { name: string; body: unknown }[] = [];
  const answers: unknown[] = [];
  let ids = 0;
  const connection = cell<Connection | null | undefined>({
    store: 'https://store.example',
    token: 'token',
    member: MEMBER,
    refused: false,
  });
  const room = checkInRoom({
    ask: (async (name: string, body: unknown) => {
      asked.push({ name, body });
      return answers.shift() ?? { ok: true, value: FULL };
    }) as Ask,
    connection,
    now: () => NOW,
    newId: () => `id-${++ids}`,
  });
  return { room, asked, answers };
}

const settled = () => new Promise((next) => setImmediate(next));
const DECISION: Decision = {
  decisionId: 'id-1',
  at: '2026-11-23T13:05:00.000Z',
  by: 'Ines Moreau',
  text: 'Weekly',
  owner: null,
  dueOn: null,
  doneAt: null,
};

describe('the days of a period', () => {
  it('are whole weeks up to today, both ends included', () => {
    expect(daysOf({ weeks: 2 }, NOW)).toEqual({ from: '2026-11-10', to: '2026-11-23' });
    expect(daysOf({ from: '2026-01-01', to: '2026-01-31' }, NOW).to).toBe('2026-01-31');
  });
});

describe('the address of a meeting', () => {
  it.each<[string, Period]>([
    ['#check-in', { weeks: 4 }],
    ['#check-in/weeks=2', { weeks: 2 }],
    ['#check-in/from=2026-01-01&to=2026-01-31', { from: '2026-01-01', to: '2026-01-31' }],
  ])('%s says which days it is about, and is said of them', (address, period) => {
    expect(periodFrom(address)).toEqual(period);
    expect(hashOf(period)).toBe(address);
  });

  it.each(['#check-in/weeks=3', '#check-in/from=2026-02-01&to=2026-01-31', '#reports/weeks=2'])(
    'is as usual where it says no period: %s',
    (address) => expect(periodFrom(address)).toEqual({ weeks: 4 }),
  );
});

describe('the room of the meeting', () => {
  it('keeps what it shows when the store stops answering', async () => {
    const { room, answers } = open();
    room.open({ weeks: 4 });
    await settled();
    answers.push(OFFLINE);
    room.refresh();
    await settled();
    expect(room.view.get()).toMatchObject({
      is: 'meeting',
      checkIn: FULL,
      problem: OFFLINE.ok ? null : OFFLINE.problem,
    });
  });

  it('shows no figures of other days under new ones', async () => {
    const { room, answers } = open();
    room.open({ weeks: 4 });
    await settled();
    answers.push(OFFLINE);
    room.open({ weeks: 2 });
    expect(room.view.get()).toEqual({ is: 'loading', period: { weeks: 2 } });
    await settled();
    expect(room.view.get()).toMatchObject({ is: 'problem', period: { weeks: 2 } });
  });

  it('decides once, however often it has to be said, and twice what is said twice', async () => {
    const { room, asked, answers } = open();
    room.open({ weeks: 4 });
    await settled();
    const decided = { text: 'Weekly', owner: null, dueOn: null };
    answers.push(OFFLINE, { ok: true, value: DECISION });
    expect(await room.decide(decided)).toMatchObject({ ok: false });
    expect(await room.decide(decided)).toMatchObject({ ok: true });
    answers.push({ ok: true, value: { ...DECISION, decisionId: 'id-2' } });
    await room.decide(decided);
    const ids = asked.filter(({ name }) => name === 'check-in.decide').map(({ body }) => body);
    expect(ids).toMatchObject([
      { decisionId: 'id-1' },
      { decisionId: 'id-1' },
      { decisionId: 'id-2' },
    ]);
    const shown = room.view.get();
    const last = shown.is === 'meeting' ? shown.checkIn.decisions.slice(-2) : [];
    expect(last.map(({ decisionId }) => decisionId)).toEqual(['id-1', 'id-2']);
  });

  it('asks again when something was decided while an answer was on its way', async () => {
    const { room, asked, answers } = open();
    room.open({ weeks: 4 });
    await settled();
    const slow = Promise.withResolvers();
    const after = { ...FULL, decisions: [DECISION] };
    answers.push(slow.promise, { ok: true, value: DECISION }, { ok: true, value: after });
    room.refresh();
    await room.decide({ text: 'Weekly', owner: null, dueOn: null });
    slow.resolve({ ok: true, value: FULL });
    await settled();
    expect(asked.filter(({ name }) => name === 'check-in.get')).toHaveLength(3);
    expect(room.view.get()).toMatchObject({ checkIn: after, refreshing: false });
  });
});

describe('the agenda', () => {
  it('has a point for everything there is to talk about, and none for what there is not', () => {
    expect(agendaOf(FULL).map(({ about }) => about)).toEqual([
      'earlier',
      'numbers',
      'promises',
      'changes',
      'open',
      'next',
    ]);
    expect(agendaOf(FIRST).map(({ about }) => about)).toEqual(['numbers', 'promises', 'next']);
  });

  it('talks of no single kind longer than people listen', () => {
    const open = Array.from({ length: 40 }, (_, n) => ({ what: 'suggestions' as const, n }));
    expect(agendaOf({ ...FULL, open }).find(({ about }) => about === 'open')?.minutes).toBe(25);
  });

  it('finds a page blank only if there is nothing at all on it', () => {
    expect(isBlank(FIRST)).toBe(true);
    expect(isBlank({ ...FIRST, decisions: [DECISION] })).toBe(false);
    expect(isBlank({ ...FIRST, open: FULL.open })).toBe(false);
    expect(isBlank({ ...FIRST, changes: FULL.changes })).toBe(false);
  });
});
