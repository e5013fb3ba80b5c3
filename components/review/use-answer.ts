/** Marketing's answers while they are written: one draft per case, so that looking elsewhere loses nothing. */
import { useState } from 'react';
import type { LeadFound, ReviewLine } from '../../lib/contract/review.ts';
import type { ResolutionKind } from '../../lib/contract/words.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { QueueState, ReviewCallbacks } from './props.ts';
import type { Selection } from './use-selection.ts';

export type Draft = {
  kind: ResolutionKind | null;
  reply: string;
  /** The other lead of a duplicate. */
  other: LeadFound | null;
  /** They were made one already: only the answer is still to be saved. */
  joined: boolean;
};

const EMPTY: Draft = { kind: null, reply: '', other: null, joined: false };
/** The draft for all that are selected. */
const SELECTED = 'selected';

/** What is still missing before an answer can be sent. */
type Missing = 'kind' | 'reply' | 'other' | null;

function missingIn({ kind, reply, other }: Draft): Missing {
  if (!kind) return 'kind';
  if (kind === 'kept' && !reply.trim()) return 'reply';
  return kind === 'duplicate' && !other ? 'other' : null;
}

type Acts = Pick<ReviewCallbacks, 'onAnswer' | 'onAnswerAlike' | 'onMerge' | 'onChoose' | 'onUndo'>;

/** @returns the draft of the open case or of what is selected, what it lacks, and how to change, send and take back. */
export function useAnswer(state: QueueState, selection: Selection, acts: Acts) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [asked, setAsked] = useState<string | null>(null);
  const [done, setDone] = useState(0);
  const [last, setLast] = useState<{ id: string; draft: Draft } | null>(null);
  const saving = useSaving();

  const { lines } = state;
  const many = selection.selected.length > 0;
  const id = many ? SELECTED : state.chosen;
  const draft = (id && drafts[id]) || EMPTY;
  const missing = missingIn(draft);

  function change(part: Partial<Draft>) {
    if (!id || (many && part.kind === 'duplicate')) return;
    setDrafts((all) => ({ ...all, [id]: { ...(all[id] ?? EMPTY), ...part } }));
  }

  /** Saves, then forgets the draft and goes on to `next`, chosen before: afterwards this line has left the list. */
  async function save(how: () => ReturnType<ReviewCallbacks['onAnswer']>, next: string | null) {
    if (!id) return;
    setAsked(id);
    if (missing) return;
    if (!(await saving.run(how))) return;
    setDrafts(({ [id]: _sent, ...rest }) => rest);
    // Taken back, the two stay one lead: that is undone elsewhere.
    setLast({ id, draft: { ...draft, joined: draft.kind === 'duplicate' } });
    setAsked(null);
    setDone((before) => before + 1);
    selection.clear();
    acts.onChoose(next);
  }

  const said = (line: ReviewLine) => ({
    feedbackId: line.entry.id,
    leadId: line.entry.leadId,
    resolution: draft.kind ?? 'kept',
    reply: draft.reply.trim(),
  });

  async function send() {
    if (many) {
      const ids = new Set(selection.selected.map(({ entry }) => entry.id));
      const rest = lines.filter(({ entry }) => !ids.has(entry.id));
      const stays = rest.find(({ entry }) => entry.id === state.chosen);
      await save(() => acts.onAnswer(selection.selected.map(said)), stays?.entry.id ?? null);
      return;
    }
    const at = lines.findIndex(({ entry }) => entry.id === id);
    const line = lines[at] ?? openedLine(state);
    if (!line) return;
    const next = lines[at + 1] ?? lines[at - 1] ?? null;
    await save(() => answerOne(line), next?.entry.id ?? null);
  }

  async function answerOne(line: ReviewLine) {
    const { other } = draft;
    if (draft.kind === 'duplicate' && other && !draft.joined) {
      const made = await acts.onMerge(line.entry.leadId, other.leadId);
      if (!made.ok) return made;
      change({ joined: true });
    }
    return acts.onAnswer([said(line)]);
  }

  /** The same answer for every open line with this reason from this source. */
  async function sendAlike() {
    const line = openedLine(state);
    if (many || !line || draft.kind === 'duplicate') return;
    const unlike = (each: ReviewLine) =>
      each.entry.reason !== line.entry.reason || each.source !== line.source;
    const { kind, reply } = draft;
    const at = lines.indexOf(line);
    const next = lines.slice(at + 1).find(unlike) ?? lines.find(unlike) ?? null;
    await save(
      () => acts.onAnswerAlike({ resolution: kind ?? 'kept', reply: reply.trim() }),
      next?.entry.id ?? null,
    );
  }

  /** Takes back what was sent last; what was written comes back with it. */
  async function undo() {
    const back = await acts.onUndo();
    if (back.length === 0 || !last) return;
    setDrafts((all) => ({ ...all, [last.id]: last.draft }));
    setLast(null);
    if (last.id === SELECTED) selection.select(back);
    else acts.onChoose(last.id);
  }

  return {
    draft,
    /** So many are answered together; 0 while it is the open case. */
    many: selection.selected.length,
    /** Said only after an attempt to send. */
    missing: asked === id ? missing : null,
    /** Grows with every answer that is safe. */
    done,
    busy: saving.busy,
    problem: saving.problem,
    change,
    send,
    sendAlike,
    undo,
  };
}

export type Answering = ReturnType<typeof useAnswer>;

function openedLine({ lines, chosen, opened }: QueueState): ReviewLine | null {
  const listed = lines.find(({ entry }) => entry.id === chosen);
  if (listed) return listed;
  return opened.is === 'case' && opened.case.line.entry.id === chosen ? opened.case.line : null;
}
