/** A team whose queue holds a bit of everything, by chance that can be repeated. */
import { randomUUID } from 'node:crypto';
import type { SaidKind } from '../../../lib/contract/review.ts';
import { flagItem, verdictItem } from '../../../lib/feedback/items.ts';
import { type Random, seeded } from '../../../lib/score/learn/random.ts';
import type { Db } from '../../../server/db/database.ts';
import { toJson } from '../../../server/db/json.ts';
import { blankLead, colleagueKeys } from '../../../server/leads/person.ts';
import { insertLeads } from '../../../server/leads/write-lead.ts';
import { HOUR, makeScene } from './scene.ts';

export const SAID: SaidKind[] = [
  'rejected',
  'disqualified',
  'score_too_high',
  'score_too_low',
  'signal_wrong',
];
export const REASONS = ['Student', 'Wrong person', 'Bad data', null];
export const SOURCES = ['linkedin', 'webinar', 'Google', null];
export const CAMPAIGNS = ['Spring', 'spring', 'Autumn fair', null];
export const NAMES = ['Ada Lovelace', 'Jörg Öttl', '100% Ltd', null, 'Bea Marsh'];

/** @returns the scene, and the members who said it all */
export async function withQueue(db: Db, lines: number) {
  const scene = await makeScene(db);
  const email = `${randomUUID()}@acme.example`;
  await scene.send({ type: 'track', event: 'Demo Requested', userId: email });
  const card = await scene.card(email);
  const random = seeded(5);
  const rows = await db
    .selectFrom('member')
    .where('ws_id', '=', scene.wsId)
    .select('member_id')
    .orderBy('name')
    .execute();
  const members = rows.map((row) => row.member_id);
  const leads = Array.from({ length: Math.ceil(lines / 2) }, (_, n) => {
    const person = { email: `p${n}@firm${n % 5}.example`, company: `Firm ${n % 5}` };
    return {
      ...blankLead(randomUUID(), scene.wsId, scene.clock.now),
      ...person,
      ...colleagueKeys(person),
      name: NAMES[n % NAMES.length] ?? null,
      first_source: one(random, SOURCES),
      first_campaign: one(random, CAMPAIGNS),
    };
  });
  // Who is shown by an address is one, or nobody could be told by what is in common.
  for (const lead of leads) if (lead.name === null) lead.email = 'nameless@firm.example';
  await insertLeads(db, leads);
  for (let n = 0; n < lines; n++) {
    const said = n < SAID.length ? SAID[n] : one(random, SAID);
    const lead = leads[n % leads.length];
    if (!said || !lead) continue;
    const shown = {
      ...card,
      leadId: lead.lead_id,
      score: { ...card.score, points: Math.floor(random() * 90) - 20 },
    };
    const item =
      said === 'rejected' || said === 'disqualified'
        ? verdictItem(shown, { verdict: said, reason: null, note: '', until: null }, scene.tools)
        : flagItem(shown, { flag: said, ruleId: null, fault: null, note: '' }, scene.tools);
    // Many at the same moment, some by a clock that runs ahead, some exactly on the edge of a day.
    const made = new Date(scene.clock.now + HOUR - Math.floor(random() * 76) * HOUR);
    const received = new Date(scene.clock.now - Math.floor(random() * 12) * HOUR);
    const answered = random() < 0.25;
    await db
      .insertInto('feedback')
      .values({
        lead_id: lead.lead_id,
        ws_id: scene.wsId,
        feedback_id: item.id,
        member_id: one(random, members),
        kind: item.kind,
        verdict: item.kind === 'verdict' ? item.verdict : null,
        flag: item.kind === 'flag' ? item.flag : null,
        reason_label: item.kind === 'verdict' ? one(random, REASONS) : null,
        body: toJson(item),
        seq: n,
        made_at: made,
        order_at: made,
        received_at: received,
        queue: answered ? 'answered' : 'open',
        answered_at: answered ? new Date(scene.clock.now - Math.floor(random() * 5) * HOUR) : null,
        points_then: item.snapshot.points,
        rules_then: toJson([]),
      })
      .execute();
  }
  return { scene, members };
}

function one<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is none to choose from.');
  return value;
}
