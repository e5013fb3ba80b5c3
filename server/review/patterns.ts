/** `GET /api/review/patterns`: from reasons, given many times, to changes of the definition. */
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { done } from '../../lib/contract/problem.ts';
import { type PatternsAnswer, patternsAnswer } from '../../lib/contract/review.ts';
import type { JudgedLead } from '../../lib/score/learn/pattern-features.ts';
import { patternsOf } from '../../lib/score/learn/patterns.ts';
import type { Language } from '../../lib/words/speak.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { repWords } from '../words/asked.ts';
import { WITH_LEAD } from './filter.ts';

const DAY = 86_400_000;
const LOOKED_BACK = 180 * DAY;

export const patternsRoute = route({
  method: 'GET',
  path: '/api/review/patterns',
  role: 'marketer',
  answer: patternsAnswer,
  handle: async ({ store, asker: { wsId, language } }) =>
    done(await patternsToday(store, wsId, language)),
});

/** @returns what the last words of half a year have in common, reason by reason */
export async function patternsToday(
  { db, now }: Pick<Store, 'db' | 'now'>,
  wsId: string,
  language: Language,
): Promise<PatternsAnswer> {
  const [definition, judged] = await Promise.all([
    currentDefinition(db, wsId),
    judgedSince(db, wsId, new Date(now() - LOOKED_BACK)),
  ]);
  return patternsOf(judged, definition, repWords(language).ruleAbout);
}

/** Each lead by the last word about it. Of those that were erased nothing is known that could be in common. */
async function judgedSince(db: Db, wsId: string, since: Date): Promise<JudgedLead[]> {
  const { rows } = await sql<Omit<JudgedLead, 'rules'> & { rules: string | null }>`
    select distinct on (f.lead_id) f.verdict, f.reason_label as reason, l.first_source as source,
      l.first_campaign as campaign, l.title, l.domain, f.rules_then::text as rules
    from feedback f ${WITH_LEAD}
    where f.ws_id = ${wsId} and f.kind = 'verdict' and f.order_at >= ${since} and l.merged_into is null
    order by f.lead_id, f.order_at desc, f.seq desc, f.feedback_id desc`.execute(db);
  const rulesIn = rulesReader();
  return rows.map((row) => ({ ...row, rules: rulesIn(row.rules) }));
}

const ruleIds = z.array(z.string());

/** Of fifty thousand leads, a few hundred had different lines. */
function rulesReader(): (text: string | null) => string[] {
  const read = new Map<string, string[]>();
  return (text) => {
    if (text === null) return [];
    const known = read.get(text);
    if (known) return known;
    const rules = ruleIds.parse(JSON.parse(text));
    read.set(text, rules);
    return rules;
  };
}
