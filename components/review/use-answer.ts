/** Marketing's answers while they are written: one draft per case, so that looking elsewhere loses nothing. */
import { useState } from 'react';
import type { ReviewLine } from '../../lib/contract/review.ts';
import type { ResolutionKind } from '../../lib/contract/words.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { QueueState, ReviewCallbacks } from './props.ts';

export type Draft = { kind: ResolutionKind | null; reply: string };

const EMPTY: Draft = { kind: null, reply: '' };

/** What is still missing before an answer can be sent. */
type Missing = 'kind' | 'reply' | null;

/** @returns the draft of the open case, what it lacks, and how to change and send it. */
export function useAnswer(
  state: QueueState,
  shown: ReviewLine[],
  { onAnswer, onChoose }: Pick<ReviewCallbacks, 'onAnswer' | 'onChoose'>,
) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [asked, setAsked] = useState<string | null>(null);
  const [done, setDone] = useState(0);
  const saving = useSaving();

  const id = state.chosen;
  const draft = (id && drafts[id]) || EMPTY;
  const missing: Missing = !draft.kind
    ? 'kind'
    : draft.kind === 'kept' && !draft.reply.trim()
      ? 'reply'
      : null;

  function change(part: Partial<Draft>) {
    if (id) setDrafts((all) => ({ ...all, [id]: { ...(all[id] ?? EMPTY), ...part } }));
  }

  async function send() {
    const at = shown.findIndex(({ entry }) => entry.id === id);
    const line = shown[at] ?? state.lines.find(({ entry }) => entry.id === id);
    if (!id || !line) return;
    setAsked(id);
    if (missing || !draft.kind) return;
    // Chosen before the save: by the time it is done, this line may have left the list.
    const next = shown[at + 1] ?? shown[at - 1] ?? null;
    const said = {
      feedbackId: id,
      leadId: line.entry.leadId,
      resolution: draft.kind,
      reply: draft.reply.trim(),
    };
    if (!(await saving.run(() => onAnswer(said)))) return;
    setDrafts(({ [id]: _sent, ...rest }) => rest);
    setAsked(null);
    setDone((before) => before + 1);
    onChoose(next?.entry.id ?? null);
  }

  return {
    draft,
    /** Said only after an attempt to send. */
    missing: asked === id ? missing : null,
    /** Grows with every answer that is safe. */
    done,
    busy: saving.busy,
    problem: saving.problem,
    change,
    send,
  };
}

export type Answering = ReturnType<typeof useAnswer>;
