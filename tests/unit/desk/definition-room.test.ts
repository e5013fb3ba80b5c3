import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import { fromFile, toFile } from '../../../lib/desk/definition-file.ts';
import { definitionRoom } from '../../../lib/desk/definition-room.ts';
import type { KeptEdits } from '../../../lib/desk/kept-edits.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { cell } from '../../../lib/platform/cell.ts';
import type { Connection } from '../../../lib/platform/connection.ts';
import { AGREED, AHEAD, DEFINITIONS, EVIDENCE, IN_FORCE } from '../../gallery/definitions.ts';
import { LEARNED } from '../../gallery/learned.ts';
import { MEMBER } from '../../gallery/members.ts';
import { id, NOW } from '../../gallery/moment.ts';

const connected = (memberId: string): Connection => ({
  store: 'https://store.example',
  token: memberId,
  refused: false,
  member: { ...MEMBER, memberId },
});

/** A room whose store answers what the test wants; the disk is shared by all rooms of one test. */
function roomOn(disk: { now: KeptEdits | null }) {
  const answers: Record<string, Result<unknown>> = {
    'definitions.get': done(DEFINITIONS),
    'definition.preview': done(AHEAD),
    'definition.draft': done(null),
    'report.rules': done(EVIDENCE),
    'learning.get': done(LEARNED),
  };
  const asked: { name: string; body: unknown }[] = [];
  const held: (() => void)[] = [];
  const hold = { preview: false };
  const ask = (async (name: string, body: unknown) => {
    asked.push({ name, body });
    const answer = answers[name];
    if (name === 'definition.preview' && hold.preview) {
      await new Promise<void>((go) => held.push(go));
    }
    return answer;
  }) as unknown as Ask;
  const waiting: { then: () => void; ms: number }[] = [];
  const room = definitionRoom({
    ask,
    connection: cell<Connection | null | undefined>(connected(MEMBER.memberId)),
    kept: {
      read: async () => disk.now,
      write: async (edits) => {
        disk.now = edits;
      },
    },
    notNow: { read: async () => ({}), write: async () => {} },
    newId: () => id(1),
    now: () => NOW,
    later: (then, ms) => waiting.push({ then, ms }),
  });
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  const shown = () => {
    const view = room.view.get();
    if (view.is !== 'definitions') throw new Error(`It shows ${view.is}.`);
    return view;
  };
  const sent = (name: string) => asked.filter((each) => each.name === name);
  return { room, answers, asked, sent, waiting, held, hold, soon, shown };
}

const opened = async (disk: { now: KeptEdits | null } = { now: null }) => {
  const made = roomOn(disk);
  await made.room.open();
  await made.soon();
  return { ...made, disk };
};

const line = (mqlAt: number) => ({ ...AGREED.definition, mqlAt });

describe('the room of the lead definition', () => {
  it('keeps edits through a reload, undoes and redoes them, and forgets them when they are dropped', async () => {
    const { room, shown, soon, disk } = await opened();
    room.edit(line(24), 'mqlAt');
    room.edit(line(25), 'mqlAt');
    room.edit({ ...line(25), fitCap: 12 }, 'fitCap');
    room.undo();
    expect(shown().shown).toMatchObject({ mqlAt: 25, fitCap: IN_FORCE.fitCap });
    room.undo();
    expect(shown().edits.unsaved).toBe(false);
    room.redo();
    expect(shown().shown.mqlAt).toBe(25);
    await soon();
    const again = await opened(disk);
    expect(again.shown()).toMatchObject({ shown: { mqlAt: 25 }, edits: { unsaved: true } });
    again.room.dropEdits();
    await again.soon();
    expect(again.shown().shown.mqlAt).toBe(AGREED.definition.mqlAt);
    expect(disk.now).toBeNull();
  });

  it('keeps JSON that is no definition yet as it was typed, through a reload, too', async () => {
    const { room, shown, soon, disk } = await opened();
    room.typeJson('{"mqlAt": 2');
    expect(shown().edits).toMatchObject({ json: '{"mqlAt": 2', issues: [{ is: 'not-json' }] });
    expect(await room.save()).toMatchObject({ ok: false });
    await soon();
    const again = await opened(disk);
    expect(again.shown().edits.json).toBe('{"mqlAt": 2');
    again.room.typeJson(JSON.stringify(line(30)));
    expect(again.shown()).toMatchObject({
      shown: { mqlAt: 30 },
      edits: { json: null, issues: [] },
    });
  });

  it('asks what edits would do once typing pauses, and drops older answers', async () => {
    const { room, answers, sent, waiting, held, hold, soon, shown } = await opened();
    const before = sent('definition.preview').length;
    room.edit(line(24), 'mqlAt');
    room.edit(line(25), 'mqlAt');
    expect(waiting.map(({ ms }) => ms)).toEqual([400, 400]);
    hold.preview = true;
    for (const { then } of waiting.splice(0)) then();
    expect(sent('definition.preview')).toHaveLength(before + 1);
    room.edit(line(26), 'mqlAt');
    answers['definition.preview'] = done({ ...AHEAD, verdicts: 26 });
    waiting.pop()?.then();
    held[1]?.();
    await soon();
    expect(shown().preview).toMatchObject({ busy: false, preview: { verdicts: 26 } });
    held[0]?.();
    await soon();
    expect(shown().preview.preview?.verdicts).toBe(26);
  });

  it('saves edits in place of the draft they were made from', async () => {
    const { room, sent, shown } = await opened();
    room.edit(line(24), 'mqlAt');
    expect((await room.save()).ok).toBe(true);
    expect(sent('definition.draft')[0]?.body).toMatchObject({
      basedOn: 7,
      replaces: AGREED.draftId,
      definition: { version: 8, mqlAt: 24, signedBy: { marketing: null, sales: null } },
    });
    expect(shown().edits.unsaved).toBe(false);
  });

  it('saves once, however often it is pressed, and what is typed on meanwhile is no conflict', async () => {
    const { room, answers, sent, shown, soon, disk } = await opened();
    const mine = { ...AGREED, draftId: id(651), definition: line(24) };
    room.edit(line(24), 'mqlAt');
    const [first, second] = [room.save(), room.save()];
    room.edit(line(25), 'mqlAt');
    answers['definitions.get'] = new Promise((resolve) =>
      setTimeout(() => {
        // The draft is saved, and the answer that names it is on its way.
        room.edit(line(26), 'mqlAt');
        resolve(done({ ...DEFINITIONS, draft: mine }));
      }),
    ) as unknown as Result<unknown>;
    expect(await first).toBe(await second);
    expect(sent('definition.draft')).toHaveLength(1);
    expect(shown()).toMatchObject({
      shown: { mqlAt: 26 },
      edits: { unsaved: true, conflict: null },
    });
    await soon();
    expect(disk.now?.draftId).toBe(mine.draftId);
    await room.save();
    expect(sent('definition.draft').at(-1)?.body).toMatchObject({ replaces: mine.draftId });
  });

  it('brings a draft of an older version up to date, without any edit', async () => {
    const { room, answers, sent } = roomOn({ now: null });
    answers['definitions.get'] = done({ ...DEFINITIONS, draft: { ...AGREED, basedOn: 6 } });
    await room.open();
    expect(await room.save()).toMatchObject({ ok: true });
    expect(sent('definition.draft').at(-1)?.body).toMatchObject({
      basedOn: 7,
      replaces: AGREED.draftId,
      definition: { version: 8, mqlAt: AGREED.definition.mqlAt },
    });
  });

  it('keeps edits when somebody changed the draft meanwhile, shows both, and saves only when told to', async () => {
    const { room, answers, sent, shown } = await opened();
    room.edit(line(24), 'mqlAt');
    const theirs = { ...AGREED, draftId: id(650), by: 'Omar', definition: line(30) };
    answers['definition.draft'] = failed('conflict', 'Somebody changed it', 'Load again.');
    answers['definitions.get'] = done({ ...DEFINITIONS, draft: theirs });
    expect((await room.save()).ok).toBe(false);
    expect(shown().shown.mqlAt).toBe(24);
    expect(shown().edits.conflict?.draft?.by).toBe('Omar');
    expect(shown().edits.conflict?.theirs).toContainEqual({
      of: 'number',
      name: 'mqlAt',
      was: 20,
      now: 30,
    });
    room.keepMine();
    answers['definition.draft'] = done(null);
    await room.save();
    expect(sent('definition.draft').at(-1)?.body).toMatchObject({ replaces: id(650) });
  });

  it('puts a suggestion among the edits, its cap along', async () => {
    const { room, shown } = await opened();
    const [webinar] = LEARNED.suggestions;
    if (webinar) room.takeUp(webinar);
    const rule = shown().shown.engagement.find((each) => each.id === 'webinar');
    expect(rule).toMatchObject({ points: 15, cap: 30 });
    expect(shown().edits.unsaved).toBe(true);
  });
});

describe('a definition as a file', () => {
  it('comes back as it went', () => {
    expect(fromFile(toFile(IN_FORCE, '2026-11-23T13:05:00Z'))).toEqual({
      ok: true,
      definition: IN_FORCE,
    });
    expect(fromFile(JSON.stringify(IN_FORCE)).ok).toBe(true);
  });

  it.each([
    ['{', 'not-json'],
    ['{"truce":"lead-definition","format":2,"definition":{}}', 'newer'],
    ['{"leads":[]}', 'no-file-of-ours'],
  ])('is refused with the reason: %s', (text, is) => {
    expect(fromFile(text)).toEqual({ ok: false, issues: [{ path: [], is }] });
  });
});
