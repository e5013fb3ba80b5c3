/** Which patterns were put into the next definition here, and what became of the last try. */
import { useState } from 'react';
import type { Pattern } from '../../lib/contract/review.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { ReviewCallbacks } from './props.ts';

export function useDrafting(onDraft: ReviewCallbacks['onDraft']) {
  const [drafted, setDrafted] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState<string | null>(null);
  const saving = useSaving();

  async function draft({ id, change }: Pattern) {
    if (!change || drafted.has(id)) return;
    setTried(id);
    if (await saving.run(() => onDraft(change))) setDrafted((all) => new Set([...all, id]));
  }

  return {
    draft,
    isDrafted: ({ id }: Pattern) => drafted.has(id),
    busy: saving.busy,
    problem: saving.problem,
    /** The pattern that could not be drafted. */
    failed: saving.problem ? tried : null,
  };
}

export type Drafting = ReturnType<typeof useDrafting>;
