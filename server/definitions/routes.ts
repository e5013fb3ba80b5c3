import type { Route } from '../http/route.ts';
import { commentRoute } from './comments.ts';
import { draftRoute, dropDraftRoute } from './draft-routes.ts';
import { publishRoute } from './publish.ts';
import { rollBackRoute } from './roll-back.ts';
import { definitionRoute, definitionsRoute } from './show.ts';
import { signRoute, unsignRoute } from './sign.ts';
import { startRoute } from './start.ts';

/** The definition: what is in force, what is proposed, who agreed. */
export const definitionRoutes: readonly Route[] = [
  definitionsRoute,
  definitionRoute,
  draftRoute,
  dropDraftRoute,
  signRoute,
  unsignRoute,
  commentRoute,
  startRoute,
  publishRoute,
  rollBackRoute,
];
