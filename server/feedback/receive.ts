/**
 * server/feedback: what people say about leads.
 *
 * In: batches from the outbox of the extension: verdicts, flags and registrations of sales, resolutions of
 * marketing. Out: one word per item (stored, duplicate, refused, retry), and leads in the stage that follows.
 * The item's own id makes it happen once, however often it is sent; one bad item costs only itself.
 */
import * as z from 'zod/mini';
import {
  type FeedbackItem,
  feedbackAnswer,
  feedbackBatch,
  feedbackItem,
  type ItemAnswer,
} from '../../lib/contract/feedback.ts';
import { parseWith } from '../../lib/contract/parse.ts';
import { done } from '../../lib/contract/problem.ts';
import { mayActAs, type Role } from '../../lib/contract/words.ts';
import { isNeverKept } from '../db/never-kept.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { idOfBroken } from './broken.ts';
import type { Outcome } from './outcome.ts';
import { storeRegistration } from './registration.ts';
import { storeResolution } from './resolution.ts';
import { storeVerdictOrFlag } from './verdict.ts';

export const feedbackRoute = route({
  method: 'POST',
  path: '/api/feedback',
  role: 'rep',
  input: feedbackBatch,
  answer: feedbackAnswer,
  handle: async ({ store, asker, input }) => {
    const results: ItemAnswer[] = [];
    const held = new Set<string>();
    // One after the other: a registration may come right before the verdict on the same lead.
    for (const raw of input.items) {
      const leadId = leadOf(raw);
      const answer =
        leadId !== null && held.has(leadId)
          ? { id: idOfBroken(raw), ...LATER }
          : await answerTo(store, asker, raw);
      // What was said next about this lead must not get in before it.
      if (answer.outcome === 'retry' && leadId !== null) held.add(leadId);
      results.push(answer);
    }
    return done({ results });
  },
});

const NEEDS: Record<FeedbackItem['kind'], Role> = {
  verdict: 'rep',
  flag: 'rep',
  registration: 'rep',
  resolution: 'marketer',
};

const LATER: Outcome = {
  outcome: 'retry',
  message: 'The store could not save this now. Truce tries again by itself.',
};

/** It would be tried for ever, and hold up all that is said of its lead. */
const NEVER: Outcome = {
  outcome: 'refused',
  message:
    'The database cannot keep this: something in it is too long, or no text or number it knows. Say it again in other words.',
};

const ofALead = z.object({ leadId: z.string() });

function leadOf(raw: unknown): string | null {
  const said = ofALead.safeParse(raw);
  return said.success ? said.data.leadId : null;
}

async function answerTo(store: Store, asker: Asker, raw: unknown): Promise<ItemAnswer> {
  const parsed = parseWith(feedbackItem, raw, 'feedback item');
  if (!parsed.ok) {
    const { title, detail } = parsed.problem;
    return { id: idOfBroken(raw), outcome: 'refused', message: `${title}. ${detail}` };
  }
  const item = parsed.value;
  try {
    return { id: item.id, ...(await keep(store, asker, item)) };
  } catch (error) {
    // The next item may well go through: a lock, a value the database chokes on, a connection that broke.
    store.log.error({ err: error, kind: item.kind }, 'a feedback item could not be stored');
    return { id: item.id, ...(isNeverKept(error) ? NEVER : LATER) };
  }
}

async function keep(store: Store, asker: Asker, item: FeedbackItem): Promise<Outcome> {
  if (!mayActAs(asker.member.role, NEEDS[item.kind])) {
    return {
      outcome: 'refused',
      message: 'Only marketers answer feedback. Ask an admin if you should be one.',
    };
  }
  switch (item.kind) {
    case 'verdict':
    case 'flag':
      return storeVerdictOrFlag(store, asker, item);
    case 'registration':
      return storeRegistration(store, asker, item);
    case 'resolution':
      return storeResolution(store, asker, item);
  }
}
