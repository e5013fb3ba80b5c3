/** What administrators do for a person who asks, and how long things are kept. */
import * as z from 'zod/mini';
import {
  eraseAnswer,
  eraseRequest,
  type PersonAnswer,
  personAnswer,
  personExport,
  personRequest,
  retention,
  retentionAnswer,
} from '../../lib/contract/privacy.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import { route } from '../http/route.ts';
import { leadByIdent } from '../leads/find.ts';
import { liveLead } from '../leads/follow.ts';
import { addressOf, emailIdent } from '../leads/idents.ts';
import { noSuchLead } from '../leads/no-such-lead.ts';
import { erase } from './erase.ts';
import { exportPerson } from './export.ts';
import { erasedAmong } from './marks.ts';
import { type Person, personOf } from './person.ts';
import { retentionOf, setRetention } from './retention.ts';

/** `POST /api/privacy/find`: who would be exported or erased. */
export const findPersonRoute = route({
  method: 'POST',
  path: '/api/privacy/find',
  role: 'admin',
  input: personRequest,
  answer: personAnswer,
  handle: async ({ store, asker, input }) => {
    const { wsId } = asker;
    const ident = emailIdent(input.email);
    const lead = await leadByIdent(store.db, wsId, ident);
    const erasedAt = (await erasedAmong(store, wsId, [ident])).get(ident);
    return done({
      person: lead && (await shown(store.db, await personOf(store.db, lead))),
      erasedAt: erasedAt === undefined ? null : new Date(erasedAt).toISOString(),
    });
  },
});

/** `GET /api/privacy/people/:leadId`: everything that is kept of one person, as a file. */
export const exportPersonRoute = route({
  method: 'GET',
  path: '/api/privacy/people/:leadId',
  role: 'admin',
  params: z.object({ leadId: uuid }),
  answer: personExport,
  handle: async ({ store, asker, params, context }) => {
    const lead = await liveLead(store.db, asker.wsId, params.leadId);
    if (!lead) return noSuchLead();
    context.header('content-disposition', `attachment; filename="person-${lead.lead_id}.json"`);
    return done(await exportPerson(store, asker, lead));
  },
});

/** `POST /api/privacy/erase`. */
export const erasePersonRoute = route({
  method: 'POST',
  path: '/api/privacy/erase',
  role: 'admin',
  input: eraseRequest,
  answer: eraseAnswer,
  handle: async ({ store, asker, input }) => {
    const { wsId, member } = asker;
    const lead = await liveLead(store.db, wsId, input.leadId);
    if (!lead) return noSuchLead();
    const { idents } = await personOf(store.db, lead);
    const addresses = idents.flatMap((ident) => addressOf(ident) ?? []);
    const isMeant = input.email === null ? addresses.length === 0 : addresses.includes(input.email);
    if (!isMeant) return notTheAddress();
    const erased = await erase(store, wsId, lead.lead_id, member.memberId);
    if (!erased) return noSuchLead();
    const { events, feedback, at } = erased;
    return done({ events, feedback, erasedAt: at.toISOString() });
  },
});

/** `GET /api/privacy/retention`. */
export const retentionRoute = route({
  method: 'GET',
  path: '/api/privacy/retention',
  role: 'admin',
  answer: retentionAnswer,
  handle: async ({ store, asker }) => done(await retentionOf(store, asker.wsId)),
});

/** `PUT /api/privacy/retention`. */
export const setRetentionRoute = route({
  method: 'PUT',
  path: '/api/privacy/retention',
  role: 'admin',
  input: retention,
  answer: retentionAnswer,
  handle: async ({ store, asker, input }) => {
    await setRetention(store, asker, input);
    return done(await retentionOf(store, asker.wsId));
  },
});

async function shown(db: Db, { lead, idents }: Person): Promise<PersonAnswer['person']> {
  const count = async (table: 'event' | 'feedback') => {
    const row = await db
      .selectFrom(table)
      .where('lead_id', '=', lead.lead_id)
      .where('ws_id', '=', lead.ws_id)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  return {
    leadId: lead.lead_id,
    name: lead.name,
    company: lead.company,
    names: idents,
    events: await count('event'),
    feedback: await count('feedback'),
    firstAt: lead.first_at?.toISOString() ?? null,
  };
}

function notTheAddress(): Result<never> {
  return failed(
    'bad-request',
    'This is not the address of that person',
    'Type the address as the search shows it, so that nobody is erased by a slip.',
    { field: 'email' },
  );
}
