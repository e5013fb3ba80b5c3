import { describe, expect, it } from 'vitest';
import type { FindAnswer } from '../../../lib/contract/lead.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import type { PageFacts, SeenRecord } from '../../../lib/contract/record.ts';
import { type CardMemory, cardMemory } from '../../../lib/engagement/card-memory.ts';
import type { KeptCard } from '../../../lib/engagement/cards.ts';
import { oneLead } from '../../../lib/lead/one-lead.ts';
import { leadSession } from '../../../lib/lead/session.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { aCard } from '../../fixtures/card.ts';

const OPENED = Date.UTC(2026, 10, 22, 9);

/** The session with every answer in our hands, so that they can come in any order. */
function stage(
  kept: Record<string, KeptCard> = {},
  other: { memory?: CardMemory; ofRecord?: () => Promise<KeptCard> } = {},
) {
  type Asked = { record: { id: string }; facts: PageFacts; lookedAt?: string };
  const asked: (Omit<Asked, 'record'> & {
    id: string;
    answer(result: Result<FindAnswer>): void;
  })[] = [];
  const ask = ((_name: string, { record, ...body }: Asked) =>
    new Promise((resolve) => {
      asked.push({ id: record.id, ...body, answer: resolve });
    })) as unknown as Ask;
  const session = leadSession({
    ask,
    now: () => OPENED,
    cards: { ofRecord: other.ofRecord ?? (async ({ id }) => kept[id] ?? null) },
    ...(other.memory && { memory: other.memory }),
  });
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  return { asked, session, soon, view: () => session.view.get() };
}

const seen = (id: string, facts?: PageFacts): SeenRecord => ({
  record: { crm: 'atomic', org: 'localhost:1', kind: 'contact', id },
  crmName: 'Atomic CRM',
  facts: facts ?? {},
  settled: facts !== undefined,
});
const found = (name: string, rev = 1) =>
  done<FindAnswer>({
    found: true,
    card: aCard({ rev, who: { name, title: null, company: null, email: null, owner: null } }),
  });
const nobody = done<FindAnswer>({ found: false });
const offline = failed('offline', 'No answer', 'Wait.');

describe('the session', () => {
  it('never shows a record the answer of another, whatever order answers come in', async () => {
    const { asked, session, soon, view } = stage();
    session.see(seen('1'));
    session.see(seen('2'));
    asked[1]?.answer(found('Ava'));
    await soon();
    asked[0]?.answer(found('Gordon'));
    await soon();
    expect(view()).toMatchObject({ is: 'lead', card: { who: { name: 'Ava' } } });
  });

  it('paints what was seen before at once, then what the store says', async () => {
    const kept = { '1': { card: aCard(), seenAt: 5 } };
    const { asked, session, soon, view } = stage(kept);
    session.see(seen('1'));
    await soon();
    expect(view()).toMatchObject({ is: 'lead', stale: { seenAt: 5, problem: null } });
    asked[0]?.answer(found('Gordon', 2));
    await soon();
    expect(view()).toMatchObject({ is: 'lead', stale: null, card: { rev: 2 } });
  });

  it('keeps an old card and says so when the store does not answer', async () => {
    const { asked, session, soon, view } = stage({ '1': { card: aCard(), seenAt: 5 } });
    session.see(seen('1'));
    await soon();
    asked[0]?.answer(offline);
    await soon();
    expect(view()).toMatchObject({
      is: 'lead',
      stale: { seenAt: 5, problem: { code: 'offline' } },
    });
  });

  it('shows a record it has shown before at once, and what the disk has if that is newer', async () => {
    const disk = Promise.withResolvers<KeptCard>();
    const memory = cardMemory();
    const { asked, session, soon, view } = stage({}, { memory, ofRecord: () => disk.promise });
    session.see(seen('1'));
    asked[0]?.answer(found('Gordon'));
    await soon();
    session.see(seen('2'));
    expect(view()).toMatchObject({ is: 'skeleton' });
    session.see(seen('1'));
    expect(view()).toMatchObject({
      is: 'lead',
      card: { who: { name: 'Gordon' } },
      stale: { seenAt: OPENED, problem: null },
    });
    disk.resolve({ card: aCard({ rev: 3 }), seenAt: OPENED + 1 });
    await soon();
    expect(view()).toMatchObject({ card: { rev: 3 }, stale: { seenAt: OPENED + 1 } });
    // Somebody else is connected now.
    memory.clear();
    session.see(seen('2'));
    session.see(seen('1'));
    expect(view()).toMatchObject({ is: 'skeleton' });
  });

  it('does not show again whom the store does not know any more', async () => {
    const { asked, session, soon, view } = stage();
    session.see(seen('1', { name: 'Ava' }));
    asked[0]?.answer(found('Ava'));
    await soon();
    void session.refresh();
    asked[1]?.answer(nobody);
    await soon();
    session.see(seen('2'));
    session.see(seen('1'));
    expect(view()).toMatchObject({ is: 'skeleton' });
  });

  it('shows an old card although the store said sooner that it is away than the disk gave it', async () => {
    const disk = Promise.withResolvers<KeptCard>();
    const kept = { card: aCard(), seenAt: 5 };
    const record = leadSession({
      ask: (async () => offline) as unknown as Ask,
      cards: { ofRecord: () => disk.promise },
    });
    record.see(seen('1'));
    const lead = oneLead(
      { ask: (async () => offline) as unknown as Ask, cards: { ofLead: () => disk.promise } },
      kept.card.leadId,
    );
    const views = () => [record.view.get(), lead.view.get()];
    await new Promise((resolve) => setTimeout(resolve));
    expect(views()).toMatchObject([{ is: 'problem' }, { is: 'problem' }]);
    disk.resolve(kept);
    await new Promise((resolve) => setTimeout(resolve));
    const old = { is: 'lead', stale: { seenAt: 5, problem: { code: 'offline' } } };
    expect(views()).toMatchObject([old, old]);
  });

  it('says what is new since the last look for as long as it is looked at, and not what it saw happen', async () => {
    const since = (at: string) => ({ at, events: 2, moments: 1, pointsThen: 3 });
    const answer = (at: string | null, rev: number) =>
      done<FindAnswer>({ found: true, card: aCard({ rev, since: at ? since(at) : null }) });
    const old = { card: aCard({ since: since('2026-11-01T00:00:00.000Z') }), seenAt: 5 };
    const { asked, session, soon, view } = stage({ '1': old });
    session.see(seen('1'));
    await soon();
    expect(view()).toMatchObject({ is: 'lead', card: { since: null } });
    // The background knows when that was; asked again, it is told to stay with it.
    expect(asked[0]?.lookedAt).toBeUndefined();
    asked[0]?.answer(answer('2026-11-20T08:00:00.000Z', 2));
    await soon();
    expect(view()).toMatchObject({ card: { since: { at: '2026-11-20T08:00:00.000Z' } } });
    void session.refresh();
    expect(asked[1]?.lookedAt).toBe('2026-11-20T08:00:00.000Z');

    session.see(seen('2'));
    asked[2]?.answer(answer(null, 1));
    await soon();
    void session.refresh();
    expect(asked[3]?.lookedAt).toBe('2026-11-22T09:00:00.000Z');
    asked[3]?.answer(answer('2026-11-22T09:00:00.000Z', 3));
    await soon();
    expect(view()).toMatchObject({ card: { rev: 3, since: null } });
  });

  it('does not say "unknown" before the page had its say', async () => {
    const { asked, session, soon, view } = stage();
    session.see(seen('1'));
    asked[0]?.answer(nobody);
    await soon();
    expect(view()).toEqual({ is: 'skeleton', waitingFor: 'page' });
    session.see(seen('1', { email: 'ava@x.example' }));
    expect(asked[1]?.facts).toEqual({ email: 'ava@x.example' });
    asked[1]?.answer(nobody);
    await soon();
    expect(view()).toMatchObject({ is: 'unknown', facts: { email: 'ava@x.example' } });
  });

  it('does not let a late "nobody" for the bare id undo what the address found', async () => {
    const { asked, session, soon, view } = stage();
    session.see(seen('1'));
    session.see(seen('1', { email: 'gordon@shanahan.example' }));
    asked[1]?.answer(found('Gordon'));
    await soon();
    asked[0]?.answer(nobody);
    await soon();
    expect(view()).toMatchObject({ is: 'lead' });
  });

  it('keeps what somebody may be typing about a stranger when the network goes', async () => {
    const { asked, session, soon, view } = stage();
    session.see(seen('1', { email: 'ava@x.example' }));
    asked[0]?.answer(nobody);
    await soon();
    void session.refresh();
    asked[1]?.answer(offline);
    await soon();
    expect(view()).toMatchObject({ is: 'unknown' });
  });

  it('says when the page gave nothing, when nothing is connected, when there is nothing to show', async () => {
    const { asked, session, soon, view } = stage();
    session.see(seen('1', {}));
    asked[0]?.answer(nobody);
    await soon();
    expect(view()).toMatchObject({ is: 'pageUnreadable' });
    session.see(seen('2'));
    asked[1]?.answer(failed('not-connected', 'Not connected', 'Connect.'));
    await soon();
    expect(view()).toEqual({ is: 'notConnected' });
    session.see(seen('3'));
    asked[2]?.answer(offline);
    await soon();
    expect(view()).toMatchObject({ is: 'problem', retrying: false });
    session.see(null);
    expect(view()).toEqual({ is: 'skeleton', waitingFor: 'page' });
  });
});
