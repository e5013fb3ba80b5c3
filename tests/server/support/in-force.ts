/** A definition on its way through both sides, as every test takes it that needs another one in force. */
import type { InForceAnswer } from '../../../lib/contract/agreement.ts';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import type { DefinitionDraft } from '../../../lib/contract/learning.ts';
import type { Answer } from './ask.ts';
import type { Scene } from './scene.ts';

type Of = Pick<Scene, 'ask' | 'tokens'>;

/** Proposed by the marketer. @param basedOn the version in force */
export async function proposed(
  { ask, tokens }: Of,
  definition: LeadDefinition,
  basedOn = 1,
): Promise<DefinitionDraft> {
  const path = '/api/definitions/drafts';
  const answer = await ask({ path, token: tokens.marketer, body: { basedOn, definition } });
  return said<DefinitionDraft>(answer);
}

/** Signed by the marketer for marketing and by the rep for sales. */
export async function signedByBoth({ ask, tokens }: Of, draftId: string): Promise<void> {
  const path = `/api/definitions/drafts/${draftId}/signatures`;
  said(await ask({ path, token: tokens.marketer, body: { side: 'marketing' } }));
  said(await ask({ path, token: tokens.rep, body: { side: 'sales' } }));
}

/** @returns the answer, whatever it is */
export function published({ ask, tokens }: Of, draftId: string): Promise<Answer> {
  const path = `/api/definitions/drafts/${draftId}/publish`;
  return ask({ path, token: tokens.marketer, body: {} });
}

/** Proposed, signed by both sides, and in force. */
export async function putInForce(
  scene: Of,
  definition: LeadDefinition,
  basedOn = 1,
): Promise<InForceAnswer> {
  const { draftId } = await proposed(scene, definition, basedOn);
  await signedByBoth(scene, draftId);
  return said<InForceAnswer>(await published(scene, draftId));
}

function said<T>({ status, body }: Answer): T {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
