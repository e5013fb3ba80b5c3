/** What was done, as a sentence goes: who, this, to what. */
import type { AuditEntry } from '../../lib/contract/people.ts';
import { privacyWords } from '../../lib/words/privacy.ts';
import { storeWords } from '../../lib/words/store.ts';

/** @returns the sentence with places for who and what; where nobody did it, the store did */
export function actionWords({ action, by }: AuditEntry): string {
  const t = privacyWords().audit;
  return action === 'member.joined' && !by ? t.letIn : t.did[action];
}

/** @returns who did it */
export const doerOf = ({ by }: AuditEntry): string => by?.name ?? storeWords().page.storeItself;

/** @returns the whole sentence, to look in */
export const sentenceOf = (entry: AuditEntry): string =>
  actionWords(entry)
    .replace('{who}', () => doerOf(entry))
    .replace('{what}', () => entry.what);
