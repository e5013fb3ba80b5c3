/** The sample behind the sidebar in place of the store: it answers, takes verdicts, and keeps nothing. */
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { done, type Result } from '../../lib/contract/problem.ts';
import { STAGE_AFTER } from '../../lib/contract/words.ts';
import { saidAbout } from '../../lib/feedback/said.ts';
import type { Speaker } from '../../lib/feedback/speaker.ts';
import { SAMPLE_SEEN, sampleCard } from '../../lib/lead/sample-card.ts';
import { type LeadSession, leadSession } from '../../lib/lead/session.ts';
import type { Source } from '../../lib/lead/source.ts';
import type { MessageAnswer } from '../../lib/messaging/answers.ts';
import type { Ask } from '../../lib/messaging/ask.ts';
import type { MessageName } from '../../lib/messaging/protocol.ts';
import { cell } from '../../lib/platform/cell.ts';
import { failedInWords } from '../../lib/words/problems.ts';
import { sampleWords } from '../../lib/words/sample.ts';

const UNDO_MS = 10_000;

export interface Sample {
  source: Source;
  ask: Ask;
  session: LeadSession;
  said: Speaker;
}

type Answers = { [N in MessageName]?: Result<MessageAnswer<N>> };

/** @returns everything the sidebar needs to show the made-up lead; what is said of it lives as long as the page */
export function openSample(now: () => number = Date.now): Sample {
  const card = sampleCard(now());
  const said: FeedbackItem[] = [];
  const undoable: Speaker['undoable'] = cell(null);

  const ask: Ask = async (name) => {
    const answers: Answers = {
      'lead.find': done({ found: true, card: withSaid(card, said) }),
      'lead.events': done({ events: card.moments, next: null }),
      'lead.identity': done({ leadId: card.leadId, names: [], merges: [] }),
    };
    const t = sampleWords();
    return answers[name] ?? failedInWords('not-found', t.notHere, t.notHereHelp);
  };
  const session = leadSession({ ask, cards: { ofRecord: async () => null } });

  return {
    ask,
    session,
    source: (hear) => {
      // Not `shown`: nothing is listened for, nobody has looked.
      hear({ kind: 'panel', side: null, shown: false });
      hear({ kind: 'seen', seen: SAMPLE_SEEN });
      return () => undefined;
    },
    said: {
      undoable,
      async say(item, label) {
        said.push(item);
        const until = now() + UNDO_MS;
        if (label !== null) undoable.set({ id: item.id, leadId: card.leadId, label, until });
        setTimeout(() => undoable.get()?.id === item.id && undoable.set(null), UNDO_MS);
        await session.refresh();
        return done(null);
      },
      async undo() {
        const gone = said.findIndex(({ id }) => id === undoable.get()?.id);
        undoable.set(null);
        if (gone >= 0) said.splice(gone, 1);
        await session.refresh();
        return gone >= 0;
      },
    },
  };
}

/** The lead after what was said of it, as the store would have it. */
function withSaid(card: LeadCard, said: readonly FeedbackItem[]): LeadCard {
  const last = said.findLast((item) => item.kind === 'verdict');
  return {
    ...card,
    stage: last?.kind === 'verdict' ? STAGE_AFTER[last.verdict] : card.stage,
    handoff: card.handoff && { ...card.handoff, answeredAt: last?.madeAt ?? null },
    feedback: saidAbout(card, said, sampleWords().owner),
  };
}
