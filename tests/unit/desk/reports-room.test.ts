import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import { USUAL } from '../../../lib/desk/report-choice.ts';
import { reportsRoom } from '../../../lib/desk/reports-room.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';
import { MEMBER } from '../../gallery/members.ts';
import { NOW } from '../../gallery/moment.ts';
import { BEHIND } from '../../gallery/report-cases.ts';
import { REPORTS } from '../../gallery/report-data.ts';

const OFFLINE = failed('offline', 'The store does not answer', 'Try again.');
type Body = Record<string, unknown>;

/** A room whose store answers when the test says so. */
function roomWith(
  answer: (name: string, body: Body) => Result<unknown> | Promise<Result<unknown>>,
) {
  const asked: { name: string; body: Body }[] = [];
  const ask = (async (name: string, body: Body) => {
    asked.push({ name, body });
    return answer(name, body);
  }) as unknown as Ask;
  const connection = cell<Connection | null | undefined>({
    store: 'https://store.example',
    token: 'ines',
    refused: false,
    member: MEMBER,
  });
  const room = reportsRoom({ ask, connection, now: () => NOW });
  const bodies = (name: string) =>
    asked.filter((each) => each.name === name).map(({ body }) => body);
  return { room, asked, bodies, connection };
}

const fromFile = (name: string): Result<unknown> => {
  const values: Record<string, unknown> = REPORTS;
  if (name === 'settings.get') return done({ repFigures: false });
  if (name === 'report.leads') return done({ total: 0, leads: [], next: null });
  if (name === 'report.segments') return done({ sources: ['Webinar'], campaigns: [] });
  return done(values[name.replace('report.', '')]);
};
const DAYS = { from: '2026-09-07', to: '2026-11-23', by: 'source' };
const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('the room of reports', () => {
  it('asks for each report once, a few at a time, and shows each when it is there', async () => {
    const waiting: (() => void)[] = [];
    const { room, asked, bodies } = roomWith((name) =>
      name.startsWith('report.') && name !== 'report.segments'
        ? new Promise((answer) => waiting.push(() => answer(fromFile(name))))
        : fromFile(name),
    );
    room.open(USUAL);
    await soon();
    expect(waiting).toHaveLength(3);
    expect(room.panels.funnel.view.get()).toMatchObject({ value: null, loading: true });
    waiting.shift()?.();
    await soon();
    expect(room.panels.funnel.view.get()).toMatchObject({ value: REPORTS.funnel, loading: false });
    expect(room.panels.drift.view.get()).toMatchObject({ value: null, loading: true });
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      next();
      await soon();
    }
    expect(room.panels.drift.view.get().value).toEqual(REPORTS.drift);
    expect(asked.filter(({ name }) => name.startsWith('report.'))).toHaveLength(11);
    expect(bodies('report.funnel')).toEqual([DAYS]);
    expect(room.asked.get()).toMatchObject({ settings: { repFigures: false } });
  });

  it('keeps what it shows while the next answer comes, and throws an old answer away', async () => {
    let answers: ((value: Result<unknown>) => void)[] = [];
    let slow = false;
    const { room } = roomWith((name) =>
      slow && name === 'report.funnel'
        ? new Promise((answer) => answers.push(answer))
        : fromFile(name),
    );
    room.open(USUAL);
    await soon();
    slow = true;
    room.open({ ...USUAL, weeks: 4 });
    await soon();
    room.open({ ...USUAL, weeks: 26 });
    await soon();
    expect(room.panels.funnel.view.get()).toMatchObject({ value: REPORTS.funnel, loading: true });
    const [first, second] = answers;
    answers = [];
    second?.(done({ steps: [] }));
    first?.(OFFLINE);
    await soon();
    expect(room.panels.funnel.view.get()).toMatchObject({
      value: { steps: [] },
      query: { from: '2026-06-01' },
      problem: null,
      loading: false,
    });
  });

  it('says what failed beside the old figures, one report at a time, and tries that one again', async () => {
    let broken = false;
    const { room, bodies } = roomWith((name) =>
      broken && name === 'report.rules' ? OFFLINE : fromFile(name),
    );
    room.open(USUAL);
    await soon();
    broken = true;
    room.again();
    await soon();
    expect(room.panels.rules.view.get()).toMatchObject({
      value: REPORTS.rules,
      problem: { code: 'offline' },
    });
    expect(room.panels.funnel.view.get().problem).toBeNull();
    broken = false;
    room.retry('rules');
    await soon();
    expect(room.panels.rules.view.get().problem).toBeNull();
    expect(bodies('report.rules')).toHaveLength(3);
    expect(bodies('report.funnel')).toHaveLength(2);
  });

  it('shows no figures of other days or leads under those that are asked for', async () => {
    let broken = false;
    const { room } = roomWith((name) => (broken ? OFFLINE : fromFile(name)));
    room.open(USUAL);
    await soon();
    broken = true;
    room.open({ ...USUAL, weeks: 4 });
    await soon();
    expect(room.panels.rules.view.get()).toMatchObject({
      value: null,
      query: null,
      problem: { code: 'offline' },
    });
  });

  it('asks for the days before as well, under the same filter', async () => {
    const { room, bodies } = roomWith(fromFile);
    room.open({ ...USUAL, compare: 'before', source: '', sourced: 'marketing' });
    await soon();
    expect(bodies('report.reasons')).toEqual([
      { ...DAYS, source: '', sourced: 'marketing' },
      { from: '2026-06-15', to: '2026-08-31', by: 'source', source: '', sourced: 'marketing' },
    ]);
    expect(room.panels.reasons.view.get().before).toEqual(REPORTS.reasons);
  });

  it('asks only for acceptance where only its way of dividing changes', async () => {
    const { room, asked, bodies } = roomWith(fromFile);
    room.open(USUAL);
    await soon();
    const before = asked.length;
    room.open({ ...USUAL, by: 'content' });
    await soon();
    expect(asked.slice(before).map(({ name }) => name)).toEqual(['report.acceptance']);
    room.look('acceptance', 's/Webinar', 'Webinar');
    await soon();
    expect(bodies('report.leads')).toEqual([
      { ...DAYS, by: 'content', report: 'acceptance', mark: 's/Webinar' },
    ]);
  });

  it('forgets everything of one person before it shows another', async () => {
    const { room, connection } = roomWith(fromFile);
    room.open(USUAL);
    await soon();
    const now = connection.get();
    connection.set(now ? { ...now, member: { ...MEMBER, memberId: 'other' } } : null);
    expect(room.panels.agreement.view.get().value).toBeNull();
    await soon();
    expect(room.panels.agreement.view.get().value).toEqual(REPORTS.agreement);
  });
});

describe('the leads behind a figure', () => {
  const page = (leads: unknown[], next: string | null) => done({ total: 3, leads, next });
  const [one, two, three] = BEHIND.leads;

  it('come page by page, and all of them for a file', async () => {
    const { room, bodies } = roomWith((name, { before }) => {
      if (name !== 'report.leads') return fromFile(name);
      if (before === undefined) return page([one], 'a');
      return before === 'a' ? page([two], 'b') : page([three], null);
    });
    room.open(USUAL);
    await soon();
    room.look('funnel', 'mql', 'MQL');
    await soon();
    expect(room.behind.view.get()).toMatchObject({
      title: 'MQL',
      total: 3,
      leads: [one],
      more: true,
    });
    const all = await room.behind.all();
    expect(all).toMatchObject({ leads: [one, two, three], more: false });
    expect(bodies('report.leads').map(({ before }) => before)).toEqual([undefined, 'a', 'b']);
  });

  it('say why there are none, keep what came, and are gone when closed, however late the answer', async () => {
    let failing = false;
    const { room } = roomWith((name) => {
      if (name !== 'report.leads') return fromFile(name);
      return failing ? OFFLINE : page([one], 'a');
    });
    room.open(USUAL);
    await soon();
    room.look('funnel', 'mql', 'MQL');
    await soon();
    failing = true;
    expect(await room.behind.all()).toBeNull();
    expect(room.behind.view.get()).toMatchObject({ leads: [one], problem: { code: 'offline' } });
    failing = false;
    room.behind.more();
    room.behind.close();
    await soon();
    expect(room.behind.view.get()).toBeNull();
  });
});
