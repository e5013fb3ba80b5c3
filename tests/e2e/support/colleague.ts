/** Another rep of the same team, on another machine: what they say comes to the store as from any client. */
import { pairAnswer } from '../../../lib/contract/access.ts';
import { feedbackAnswer } from '../../../lib/contract/feedback.ts';
import { leadCard } from '../../../lib/contract/lead.ts';
import type { VerdictKind } from '../../../lib/contract/words.ts';
import { realTools, verdictItem } from '../../../lib/feedback/items.ts';
import type { Scene } from './scene.ts';
import { call } from './workspace.ts';

export interface Colleague {
  /** Says it now; settles when the store has it. */
  say(leadId: string, verdict: VerdictKind): Promise<void>;
}

export async function openColleague({ store, workspace }: Scene, name: string): Promise<Colleague> {
  const code = await workspace.invite(name, 'rep');
  const body = { code, label: 'Another browser' };
  const { token } = await call(store.url, '/api/pair', pairAnswer, { body });
  return {
    async say(leadId, verdict) {
      const card = await call(store.url, `/api/leads/${leadId}`, leadCard, { token });
      const said = { verdict, reason: null, note: '', until: null };
      const items = [{ ...verdictItem(card, said, realTools), seq: 1 }];
      const answer = await call(store.url, '/api/feedback', feedbackAnswer, {
        token,
        body: { items },
      });
      const [result] = answer.results;
      if (result?.outcome !== 'stored') throw new Error(`Not stored: ${result?.message}`);
    },
  };
}
