/** `GET /api/definitions` and `GET /api/definitions/:version`: what is in force, what was, what is proposed. */
import * as z from 'zod/mini';
import { definitionAnswer, definitionsAnswer } from '../../lib/contract/agreement.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { currentDefinition, definitionOf } from '../leads/definition.ts';
import { rescoringOf } from '../leads/rescoring.ts';
import { openAgreed } from './agreed.ts';
import { peopleOf } from './people.ts';
import { maySign } from './sign.ts';
import { noSuchVersion, versionsOf } from './versions.ts';

export const definitionsRoute = route({
  method: 'GET',
  path: '/api/definitions',
  role: 'rep',
  answer: definitionsAnswer,
  handle: async ({ store: { db }, asker: { wsId, member } }) => {
    const current = await currentDefinition(db, wsId);
    const [versions, draft, rescoring] = await Promise.all([
      peopleOf(db, wsId).then((people) => versionsOf(db, wsId, people)),
      openAgreed(db, wsId),
      rescoringOf(db, wsId, current.version),
    ]);
    return done({ current, versions, draft, rescoring, maySign: maySign(member, draft) });
  },
});

export const definitionRoute = route({
  method: 'GET',
  path: '/api/definitions/:version',
  role: 'rep',
  params: z.object({ version: z.coerce.number().check(z.int(), z.gte(1), z.lte(2 ** 31 - 1)) }),
  answer: definitionAnswer,
  handle: async ({ store, asker, params: { version } }) => {
    const definition = await definitionOf(store.db, asker.wsId, version);
    return definition ? done({ definition }) : noSuchVersion(version);
  },
});
