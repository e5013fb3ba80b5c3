/** What the two sides do with a draft: sign it, talk about it, choose its day, put it in force, throw it away, go back. */
import type { AgreedDraft, Side } from '../contract/agreement.ts';
import { failed, type Result } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import type { DefinitionsView } from './definition-view.ts';

interface Tools {
  ask: Ask;
  newId: () => string;
  shown: () => DefinitionsView | null;
  change: (part: Partial<DefinitionsView>) => void;
  load: () => Promise<void>;
}

type Act<T> = (draft: AgreedDraft) => Promise<Result<T>>;

export function definitionActs({ ask, newId, shown, change, load }: Tools) {
  /** A comment that may not have arrived is said again under the same id. */
  let saying: { text: string; commentId: string } | null = null;

  const withDraft = async <T>(act: Act<T>): Promise<Result<T>> => {
    const draft = shown()?.answer.draft;
    if (!draft) return failed('not-found', 'There is no draft any more', 'Nothing was done.');
    const answer = await act(draft);
    // What is on screen is old.
    if (!answer.ok && ['conflict', 'not-found'].includes(answer.problem.code)) await load();
    return answer;
  };

  /** Of one draft, answered with that draft. */
  const onDraft = (act: Act<AgreedDraft>) =>
    withDraft(async (draft) => {
      const answer = await act(draft);
      const now = shown();
      if (answer.ok && now) change({ answer: { ...now.answer, draft: answer.value } });
      return answer;
    });

  /** Of the whole, so that all of it is asked for again. */
  const onAll = <T>(act: Act<T>) =>
    withDraft(async (draft) => {
      const answer = await act(draft);
      if (answer.ok) await load();
      return answer;
    });

  return {
    sign: (side: Side) => onDraft(({ draftId }) => ask('definition.sign', { draftId, side })),
    unsign: (side: Side) => onDraft(({ draftId }) => ask('definition.unsign', { draftId, side })),
    startOn: (startsOn: string | null) =>
      onDraft(({ draftId }) => ask('definition.start', { draftId, startsOn })),
    async comment(text: string): Promise<Result<unknown>> {
      const said = saying?.text === text ? saying : { text, commentId: newId() };
      saying = said;
      const answer = await onDraft(({ draftId }) =>
        ask('definition.comment', { draftId, ...said }),
      );
      if (answer.ok) saying = null;
      return answer;
    },
    publish: () => onAll(({ draftId }) => ask('definition.publish', { draftId })),
    discard: () => onAll(({ draftId }) => ask('definition.discard', { draftId })),
    async rollBack(to: number): Promise<Result<unknown>> {
      const basedOn = shown()?.answer.current.version;
      if (basedOn === undefined) {
        return failed('not-found', 'Nothing is loaded yet', 'Nothing was done. Try again.');
      }
      const answer = await ask('definition.roll-back', { to, basedOn });
      if (answer.ok || answer.problem.code === 'conflict') await load();
      return answer;
    },
  };
}
