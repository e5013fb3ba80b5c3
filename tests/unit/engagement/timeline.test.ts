import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelineEvent, TimelinePage } from '../../../lib/contract/event.ts';
import { done } from '../../../lib/contract/problem.ts';
import { timeline } from '../../../lib/engagement/timeline.ts';
import { merged } from '../../../lib/engagement/timeline-merge.ts';
import type { Ask } from '../../../lib/messaging/ask.ts';
import { aCard } from '../../fixtures/card.ts';
import { manyEvents } from '../../gallery/events.ts';

const sorted = (events: TimelineEvent[]) =>
  [...events].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));

describe('pages of a timeline', () => {
  it('come together as one sort of all of them would, each event once, the later reading of it', () => {
    const event = fc
      .record({ at: fc.integer({ min: 10, max: 40 }), id: fc.integer({ min: 100, max: 160 }) })
      .map(({ at, id }) => ({
        ...(manyEvents(1)[0] as TimelineEvent),
        id: `${id}`,
        // An event keeps its time, whoever tells of it.
        at: `2026-01-01T00:00:${10 + ((id * 7 + at * 0) % 30)}.000Z`,
        title: `${at}`,
      }));
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (one, other) => {
        const unique = (events: TimelineEvent[]) =>
          sorted([...new Map(events.map((each) => [each.id, each])).values()]);
        const [known, fresh] = [unique(one), unique(other)];
        expect(merged(known, fresh)).toEqual(unique([...known, ...fresh]));
      }),
    );
  });
});

describe('the timeline', () => {
  const events = manyEvents(120);
  const page = (from: number, next: string | null): TimelinePage => ({
    events: events.slice(from, from + 50),
    next,
  });
  /** A store whose answers come when the test says so. */
  function stage() {
    const asked: { name: string; body: unknown; answer(page: unknown): void }[] = [];
    const ask = ((name: string, body: unknown) =>
      new Promise((resolve) => {
        asked.push({ name, body, answer: (value) => resolve(done(value)) });
      })) as unknown as Ask;
    const made = timeline(ask);
    made.take(aCard({ rev: 1, colleagues: 1 }));
    return { asked, made, soon: () => new Promise((resolve) => setTimeout(resolve)) };
  }

  it('asks for kinds from the start, and drops the answer to what was asked before', async () => {
    const { asked, made, soon } = stage();
    made.choose('all');
    made.narrow(['form_submitted']);
    expect(asked[1]?.body).toMatchObject({
      filter: 'all',
      kinds: ['form_submitted'],
      before: null,
    });
    asked[1]?.answer(page(50, null));
    asked[0]?.answer(page(0, 'next'));
    await soon();
    expect(made.view.get()).toMatchObject({ kinds: ['form_submitted'], more: false });
    expect(made.view.get().events).toEqual(events.slice(50, 100));
  });

  it('shows the company from its own route, page by page, with the colleagues', async () => {
    const { asked, made, soon } = stage();
    made.choose('company');
    expect(asked[0]).toMatchObject({ name: 'lead.account', body: { before: null } });
    const colleagues = [{ leadId: 'x' }];
    asked[0]?.answer({ ...page(0, 'older'), company: 'Shanahan', colleagues });
    await soon();
    made.loadMore();
    expect(asked[1]?.body).toMatchObject({ before: 'older' });
    asked[1]?.answer({ ...page(50, null), company: 'Shanahan', colleagues });
    await soon();
    expect(made.view.get()).toMatchObject({ tab: 'company', colleagues, more: false });
    expect(made.view.get().events).toEqual(events.slice(0, 100));
  });

  it('keeps later pages when a new event makes it ask for the first again', async () => {
    const { asked, made, soon } = stage();
    made.choose('all');
    asked[0]?.answer(page(10, 'older'));
    await soon();
    made.take(aCard({ rev: 2, colleagues: 1 }));
    asked[1]?.answer(page(0, 'not this one'));
    await soon();
    expect(made.view.get().events).toEqual(events.slice(0, 60));
    made.loadMore();
    expect(asked[2]?.body).toMatchObject({ before: 'older' });
  });
});
