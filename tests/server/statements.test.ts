/** How many statements a question costs: each is a way to the database and back, which is most of what reps wait for. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verdictItem } from '../../lib/feedback/items.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { aRecord, makeScene, START } from './support/scene.ts';
import { counted } from './support/statements.ts';

const ana = 'ana@acme.example';

const identify = (email: string) => ({
  type: 'identify',
  userId: email,
  messageId: randomUUID(),
  traits: { email, company: 'Acme' },
});

describe.each(enginesFor(import.meta.url))('statements, on %s', (engine) => {
  const db = useEngine(engine);

  /** A lead that was seen, judged, and has a colleague. */
  async function known() {
    const { db: own, sent } = counted(db());
    const scene = await makeScene(db(), { db: own });
    const name = { type: 'track', event: 'Demo Requested', messageId: randomUUID(), userId: ana };
    await scene.send(identify(ana), identify('bo@acme.example'), {
      ...name,
      timestamp: new Date(START).toISOString(),
    });
    const record = aRecord();
    const found = await scene.find(record, { email: ana });
    if (!found.found) throw new Error('Nobody.');
    const { card } = found;
    const said = { verdict: 'rejected', reason: null, note: 'A student.', until: null } as const;
    await scene.say(scene.tokens.rep, verdictItem(card, said, scene.tools));
    const { leadId } = card;
    const cost = async (work: () => Promise<unknown>) => {
      // The first time brings what is remembered from then on: the definition, the hour of the browser.
      await work();
      sent();
      await work();
      return sent().length;
    };
    return { scene, record, leadId, cost };
  }

  it('a card: who asks, the lead, its company with the verdicts so far, its record', async () => {
    const { scene, leadId, cost } = await known();
    expect(await cost(() => scene.cardById(leadId))).toBeLessThanOrEqual(4);
  });

  it('a card that is known already: who asks, and the lead', async () => {
    const { scene, leadId, cost } = await known();
    const token = scene.tokens.rep;
    const path = `/api/leads/${leadId}`;
    const first = await scene.app.request(path, { headers: { authorization: `Bearer ${token}` } });
    const tag = first.headers.get('etag') ?? '';
    const again = async () => {
      const headers = { authorization: `Bearer ${token}`, 'if-none-match': tag };
      expect((await scene.app.request(path, { headers })).status).toBe(304);
    };
    expect(await cost(again)).toBeLessThanOrEqual(2);
  });

  it('a record that is opened: who asks, its names, the lead, its company with the verdicts so far', async () => {
    const { scene, record, cost } = await known();
    expect(await cost(() => scene.find(record, { email: ana }))).toBeLessThanOrEqual(4);
  });

  it('a list of any length: who asks, names, leads, last words', async () => {
    const { scene, cost } = await known();
    const items = [ana, 'bo@acme.example'].map((email) => ({
      record: aRecord(),
      facts: { email },
    }));
    const path = '/api/leads/scores';
    const look = () => scene.ask({ path, token: scene.tokens.rep, body: { items } });
    expect(await cost(look)).toBeLessThanOrEqual(4);
  });

  it('the hot list: who asks, the leads, their counters', async () => {
    const { scene, cost } = await known();
    const look = () => scene.ask({ path: '/api/leads/hot', token: scene.tokens.rep });
    expect(await cost(look)).toBeLessThanOrEqual(3);
  });
});
