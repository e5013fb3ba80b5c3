/** What a card tells of events is the same whether they are read one by one or summed up by the database. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { type EventKind, eventKind } from '../../lib/contract/words.ts';
import { type Random, seeded } from '../../lib/score/learn/random.ts';
import { type Digest, digestOf } from '../../server/leads/digest.ts';
import { digestInDatabase } from '../../server/leads/digest-in-database.ts';
import { eventsOf, type LeadEvent } from '../../server/leads/scored-events.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { makeScene, START } from './support/scene.ts';

/** Few different times, things and sources, so that nearly everything happens at the same moment as something else. */
function anEvent(random: Random): LeadEvent {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] ?? (of[0] as T);
  const kinds: EventKind[] = [...eventKind.options, 'page_viewed', 'page_viewed'];
  return {
    id: randomUUID(),
    kind: one(kinds),
    name: one(['Home', 'Pricing']),
    title: one([null, 'Home', 'Guide']),
    path: one([null, '/', '/pricing']),
    url: one([null, 'https://acme.example/']),
    campaign: null,
    channel: one([null, 'newsletter']),
    mail: null,
    source: one(['Website', 'Mailer', 'CRM']),
    machine: random() < 0.2,
    at: START + Math.floor(random() * 6) * 1000,
  };
}

const row = (wsId: string, leadId: string, { id, at, ...event }: LeadEvent) => ({
  ...event,
  lead_id: leadId,
  ws_id: wsId,
  event_id: id,
  at: new Date(at),
  clock_corrected: false,
  props: '{}',
  received_at: new Date(at),
});

/** The order of tallies means nothing. */
function comparable({ tallies, ...rest }: Digest) {
  const key = ({ source, kind, machine }: Digest['tallies'][number]) =>
    `${source} ${kind} ${machine}`;
  return { ...rest, tallies: tallies.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

describe.each(enginesFor(import.meta.url))('the digest of a lead, on %s', (engine) => {
  const db = useEngine(engine);

  it('is the same from its events and from the database', async () => {
    const random = seeded(3);
    const wsId = randomUUID();
    for (let round = 0; round < 40; round++) {
      const leadId = randomUUID();
      const events = Array.from({ length: round }, () => anEvent(random));
      const rows = events.map((event) => row(wsId, leadId, event));
      if (rows.length > 0) await db().insertInto('event').values(rows).execute();
      const all = (await eventsOf(db(), wsId, [leadId])).get(leadId) ?? [];
      const summed = await digestInDatabase(db(), { lead_id: leadId, ws_id: wsId });
      expect(comparable(summed)).toEqual(comparable(digestOf(all)));
    }
  });

  it('makes the same card of a long history as of a short one', async () => {
    const scene = await makeScene(db());
    const view = (n: number) => ({
      type: 'page',
      anonymousId: 'often',
      messageId: `p${n}`,
      timestamp: new Date(START - (1000 - n) * 60_000).toISOString(),
      properties: {
        path: n % 3 === 0 ? '/pricing' : `/page-${n}`,
        title: n % 3 === 0 ? 'Pricing' : `Page ${n}`,
      },
    });
    const identify = {
      type: 'identify',
      anonymousId: 'often',
      messageId: 'i',
      traits: { email: 'often@acme.example' },
    };
    const form = {
      type: 'track',
      event: 'Form Submitted',
      anonymousId: 'often',
      messageId: 'f',
      timestamp: new Date(START - 500 * 60_000).toISOString(),
      properties: { form_name: 'Guide' },
    };
    await scene.send(identify, form, ...Array.from({ length: 150 }, (_, n) => view(n)));
    const short = await scene.card('often@acme.example');
    const byKind = (views: number) => ({ page_viewed: views, form_submitted: 1 });
    expect(short.counts).toEqual({ all: 151, moments: 1, byKind: byKind(150) });
    await scene.send(...Array.from({ length: 150 }, (_, n) => view(150 + n)));
    const long = await scene.cardById(short.leadId);
    expect(long.counts).toEqual({ all: 301, moments: 1, byKind: byKind(300) });
    expect(long.content).toHaveLength(10);
    expect(long.content[0]).toMatchObject({ title: 'Pricing', times: 100 });
    expect(long.moments).toEqual(short.moments);
    expect(long.sources.map(({ name }) => name)).toEqual(['Website']);
    const words = (card: LeadCard) => card.story.map(({ text }) => text).join('');
    expect(words(short)).toContain('“Pricing” (50 times');
    expect(words(long)).toBe(words(short).replace('(50 times', '(100 times'));
  });
});
