import { describe, expect, it } from 'vitest';
import type { FindAnswer } from '../../../lib/contract/lead.ts';
import { done, failed, type Result } from '../../../lib/contract/problem.ts';
import type { PageFacts, SeenRecord } from '../../../lib/contract/record.ts';
import type { KeptCard } from '../../../lib/engagement/cards.ts';
import { leadSession } from '../../../lib/lead/session.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { aCard } from '../../fixtures/card.ts';

/** The session with every answer in our hands, so that they can come in any order. */
function stage(kept: Record<string, KeptCard> = {}) {
  const asked: { id: string; facts: PageFacts; answer(result: Result<FindAnswer>): void }[] = [];
  const ask = ((_name: string, body: { record: { id: string }; facts: PageFacts }) =>
    new Promise((resolve) => {
      asked.push({ id: body.record.id, facts: body.facts, answer: resolve });
    })) as unknown as Ask;
  const session = leadSession({
    ask,
    cards: { ofRecord: async ({ id }) => kept[id] ?? null },
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
