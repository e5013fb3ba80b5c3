/** What became of everything, beside what people were told. */
import { STAGE_AFTER } from '../../../lib/contract/words.ts';
import type { OutboxEntry } from '../../../lib/feedback/entry.ts';
import type { Db } from '../../../server/db/database.ts';
import { type Note, type Stage, willBeRefused } from './notes.ts';

export const BROKEN = [
  'lost',
  'doubled',
  'misordered',
  'sent as another',
  'stuck',
  'loops',
] as const;

export interface Broken {
  what: (typeof BROKEN)[number];
  why: string;
}

/** Requests a browser may make, per thing said in it, whatever goes wrong. */
const MOST_REQUESTS = 40;

/** @returns every promise that was not kept */
export async function checked(stage: Stage): Promise<Broken[]> {
  const workspaces = [...new Set(stage.reps.map(({ wsId }) => wsId))];
  const rows = await rowsOf(stage.store.db, workspaces);
  const held = await heldOf(stage);
  return [
    ...stage.notes.flatMap((note) => ofOne(note, rows, held, stage)),
    ...ofRows(rows, stage),
    ...ofOrder(rows, stage),
    ...(await ofLeads(rows, workspaces, stage)),
    ...ofRequests(stage),
  ];
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(db: Db, workspaces: string[]) {
  return db
    .selectFrom('feedback')
    .where('ws_id', 'in', workspaces)
    .select(['feedback_id', 'ws_id', 'member_id', 'lead_id', 'verdict', 'seq', 'order_at', 'kind'])
    .execute();
}

async function heldOf({ browsers }: Stage): Promise<Map<string, OutboxEntry>> {
  const held = new Map<string, OutboxEntry>();
  for (const browser of browsers) {
    for (const entry of await browser.entries()) held.set(entry.item.id, entry);
  }
  return held;
}

function ofOne(note: Note, rows: Row[], held: Map<string, OutboxEntry>, stage: Stage): Broken[] {
  const { id } = note.item;
  const isIn = rows.some((row) => row.feedback_id === id);
  const entry = held.get(id);
  const said = `${note.item.kind} ${id} (${note.told}, browser ${note.browser})`;
  if (note.told === 'undone' || note.told === 'failed') {
    return isIn || entry ? [{ what: 'doubled', why: `${said} is there all the same` }] : [];
  }
  if (isIn && entry) return [{ what: 'stuck', why: `${said} arrived and is still in the outbox` }];
  if (entry) {
    const mayStay = willBeRefused(note, stage);
    if (entry.state === 'parked' && entry.message && mayStay) return [];
    return [{ what: 'stuck', why: `${said} stays ${entry.state}: ${entry.message}` }];
  }
  if (isIn && note.overtook) {
    return [{ what: 'misordered', why: `${said} came before its registration` }];
  }
  const mayBeGone = note.told !== 'saved' || note.replaced;
  return isIn || mayBeGone ? [] : [{ what: 'lost', why: `${said} is nowhere` }];
}

function ofRows(rows: Row[], { notes, reps }: Stage): Broken[] {
  return rows.flatMap((row): Broken[] => {
    const note = notes.find(({ item }) => item.id === row.feedback_id);
    if (!note) return [{ what: 'doubled', why: `Nobody said ${row.feedback_id}` }];
    const rep = reps.find(({ member }) => member.memberId === note.as?.memberId);
    if (note.as === null) return [];
    const isOwn = rep?.wsId === row.ws_id && rep.member.memberId === row.member_id;
    return isOwn
      ? []
      : [{ what: 'sent as another', why: `${row.feedback_id} of ${rep?.member.name}` }];
  });
}

/** In each browser, of each lead: as it was said. */
function ofOrder(rows: Row[], { notes, arrived }: Stage): Broken[] {
  const known = notes.filter(({ place, item }) => place !== null && item.kind !== 'registration');
  const groups = Map.groupBy(known, (note) =>
    [note.browser, note.item.leadId, note.as?.store, note.as?.memberId].join(),
  );
  return [...groups.values()].flatMap((group): Broken[] => {
    const said = group.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
    const counted = said.flatMap(
      ({ item }) => rows.find((row) => row.feedback_id === item.id) ?? [],
    );
    const later = counted.find((row, at) => at > 0 && !isAfter(row, counted[at - 1]));
    const came = said.filter(({ revived }) => !revived).map(({ item }) => arrived.indexOf(item.id));
    const there = came.filter((at) => at >= 0);
    const late = there.findIndex((at, place) => place > 0 && at < (there[place - 1] ?? 0));
    return [
      ...(later
        ? [{ what: 'misordered' as const, why: `${later.feedback_id} counts as earlier` }]
        : []),
      ...(late > 0
        ? [{ what: 'misordered' as const, why: `${arrived[there[late] ?? 0]} arrived first` }]
        : []),
    ];
  });
}

function isAfter(row: Row, before: Row | undefined): boolean {
  if (!before) return true;
  const [at, earlier] = [row.order_at.getTime(), before.order_at.getTime()];
  return at > earlier || (at === earlier && row.seq > before.seq);
}

/** Each thing moved its lead once, and the last verdict is what stands. */
async function ofLeads(rows: Row[], workspaces: string[], stage: Stage): Promise<Broken[]> {
  const leads = await stage.store.db
    .selectFrom('lead')
    .where('ws_id', 'in', workspaces)
    .select(['lead_id', 'ws_id', 'stage', 'rev'])
    .execute();
  return leads.flatMap((lead): Broken[] => {
    const own = rows.filter((row) => row.lead_id === lead.lead_id && row.ws_id === lead.ws_id);
    const broken: Broken[] = [];
    if (lead.rev !== 1 + own.length) {
      broken.push({
        what: 'doubled',
        why: `Lead ${lead.lead_id} was moved ${lead.rev - 1} times by ${own.length}`,
      });
    }
    const last = lastOf(own, stage);
    if (
      last.length > 0 &&
      !last.some(({ verdict }) => verdict && STAGE_AFTER[verdict] === lead.stage)
    ) {
      const should = last.map(({ verdict }) => verdict).join(' or ');
      broken.push({
        what: 'misordered',
        why: `${lead.lead_id} is ${lead.stage}, last was ${should}`,
      });
    }
    return broken;
  });
}

/** @returns the verdict that was said last; several when clocks were moved and each browser has its own last */
function lastOf(rows: Row[], { notes, clocksMoved }: Stage): Row[] {
  const said = rows
    .filter(({ kind }) => kind === 'verdict')
    .flatMap((row) => {
      const note = notes.find(({ item }) => item.id === row.feedback_id);
      return note ? [{ row, note }] : [];
    });
  const groups = Map.groupBy(said, ({ note }) => [note.browser, note.as?.memberId].join());
  // Two presses at once count as they were written down, and so no earlier than the first of them.
  const lasts = [...groups.values()].flatMap((some) => {
    const last = some.toSorted((a, b) => (a.note.place ?? 0) - (b.note.place ?? 0)).at(-1);
    return last ? [{ row: last.row, at: Math.max(...some.map(({ note }) => note.at)) }] : [];
  });
  if (clocksMoved) return lasts.map(({ row }) => row);
  return lasts
    .toSorted((a, b) => b.at - a.at)
    .slice(0, 1)
    .map(({ row }) => row);
}

function ofRequests({ browsers, notes }: Stage): Broken[] {
  return browsers.flatMap(({ requests }, place): Broken[] => {
    const said = notes.filter(({ browser }) => browser === place).length;
    const most = MOST_REQUESTS * (said + 1);
    return requests > most
      ? [{ what: 'loops', why: `${requests} requests for ${said} items` }]
      : [];
  });
}
