/** What waits for somebody to decide. */
import { sql } from 'kysely';
import type { OpenPoint } from '../../lib/contract/check-in.ts';
import { FEWEST } from '../../lib/contract/reports.ts';
import { missingSides, openAgreed } from '../definitions/agreed.ts';
import { currentDefinition } from '../leads/definition.ts';
import { studyAtHand } from '../learning/studies.ts';
import { agreement } from '../reports/agreement.ts';
import type { Asked } from '../reports/report.ts';
import { patternsToday } from '../review/patterns.ts';

const HOUR_MS = 3_600_000;
/** Of one kind; a meeting has an hour. */
const MOST = 3;
/** Below this share two people who judge do not mean the same by the definition. */
const ALIKE = 0.8;

/** What is open is so today, whatever the period; only whether people agreed is asked of the period. */
export async function openPoints(asked: Asked): Promise<OpenPoint[]> {
  const { store, wsId } = asked;
  const definition = await currentDefinition(store.db, wsId);
  const today = { ...asked, definition };
  const points = await Promise.all([
    draftPoint(today),
    lateAnswers(today),
    lateVerdicts(today),
    studyPoints(today),
    patternPoints(today),
    disagreement(asked),
  ]);
  return points.flat();
}

async function draftPoint({ store, wsId }: Asked): Promise<OpenPoint[]> {
  const draft = await openAgreed(store.db, wsId);
  if (!draft) return [];
  const waitsFor = missingSides(draft);
  // What only waits for its day is decided; not so where somebody who signed has left since.
  if (draft.scheduled && waitsFor.length === 0) return [];
  return [{ what: 'draft', version: draft.definition.version, waitsFor }];
}

async function lateAnswers({ store, wsId, definition, now }: Asked): Promise<OpenPoint[]> {
  const late = new Date(now - definition.sla.marketingHours * HOUR_MS);
  const { n } = await store.db
    .selectFrom('feedback')
    .where('ws_id', '=', wsId)
    .where('queue', '=', sql.lit('open'))
    .where('made_at', '<', late)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n === 0 ? [] : [{ what: 'late-answers', n }];
}

async function lateVerdicts({ store, wsId, definition, now }: Asked): Promise<OpenPoint[]> {
  const late = new Date(now - definition.sla.salesHours * HOUR_MS);
  const { n } = await store.db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    .where('stage', '=', sql.lit('mql'))
    .where('merged_into', 'is', null)
    .where('handoff_at', '<', late)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n === 0 ? [] : [{ what: 'late-verdicts', n }];
}

/** Nobody waits for a study: what it finds is there the next time the page is opened. */
async function studyPoints({ store, wsId, definition }: Asked): Promise<OpenPoint[]> {
  const made = await studyAtHand(store, wsId, definition);
  if (!made) return [];
  const { suggestions, suspicions } = made.study;
  const n = suggestions.length;
  return [
    ...(n === 0 ? [] : [{ what: 'suggestions' as const, n }]),
    ...suspicions
      .slice(0, MOST)
      .map(({ label, n, accepted }) => ({ what: 'suspicion' as const, label, n, accepted })),
  ];
}

/** Those that a change would answer. What they are called is said by leads and rules, in nobody's language. */
async function patternPoints({ store, wsId }: Asked): Promise<OpenPoint[]> {
  const { patterns } = await patternsToday(store, wsId, 'en');
  return patterns
    .filter(({ change }) => change !== null)
    .slice(0, MOST)
    .map(({ reason, label, among }) => ({
      what: 'pattern',
      reason,
      label,
      n: among.n,
      of: among.of,
    }));
}

async function disagreement(asked: Asked): Promise<OpenPoint[]> {
  const { pairs, same } = await agreement.figures(asked);
  return pairs < FEWEST || same / pairs >= ALIKE ? [] : [{ what: 'disagreement', pairs, same }];
}
