/** Both sides of the sample team sign the lead definition, as the first thing they do with it. */
import { definitionsAnswer, inForceAnswer } from '../../lib/contract/agreement.ts';
import { definitionDraft } from '../../lib/contract/learning.ts';
import type { StoreClient } from '../store-client.ts';
import type { Team } from './team.ts';

const DRAFTS = '/api/definitions/drafts';
/** What Ines promises sales. */
const PER_WEEK = 3;

/** Ines proposes what the store began with and a promise of her own; she and Omar sign it. Once is enough. */
export async function agreeOnDefinition({ ask }: StoreClient, { ines, omar }: Team): Promise<void> {
  const { current } = await ask('/api/definitions', definitionsAnswer, ines.token);
  if (current.signedBy.marketing) return;
  const definition = { ...current, promisedPerWeek: PER_WEEK };
  const asked = { basedOn: current.version, definition };
  const { draftId } = await ask(DRAFTS, definitionDraft, ines.token, asked);
  const under = `${DRAFTS}/${draftId}`;
  await ask(`${under}/signatures`, definitionDraft, ines.token, { side: 'marketing' });
  await ask(`${under}/signatures`, definitionDraft, omar.token, { side: 'sales' });
  await ask(`${under}/publish`, inForceAnswer, ines.token, {});
}
