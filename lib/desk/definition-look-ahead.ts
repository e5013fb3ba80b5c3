/** What the definition on screen would have done, asked for once the typing pauses; older answers are dropped. */
import type { LeadDefinition } from '../contract/definition.ts';
import { same } from '../contract/same.ts';
import type { Ask } from '../messaging/ask.ts';
import type { PreviewView } from './definition-view.ts';

const PAUSE_MS = 400;
const NOTHING: PreviewView = { preview: null, busy: false, problem: null };

interface Tools {
  ask: Ask;
  later: (then: () => void, ms: number) => void;
  tell: (view: PreviewView) => void;
}

/** @returns `follow` for whenever something else may be on screen, and `again` for after a failure */
export function lookAhead({ ask, later, tell }: Tools) {
  let view = NOTHING;
  /** What the newest question is about. */
  let wanted: LeadDefinition | null = null;
  let asked = 0;

  const show = (part: Partial<PreviewView>) => {
    view = { ...view, ...part };
    tell(view);
  };

  async function lookNow(definition: LeadDefinition, mine: number) {
    if (mine !== asked) return;
    const answer = await ask('definition.preview', { definition });
    if (mine !== asked) return;
    if (answer.ok) show({ preview: answer.value, busy: false, problem: null });
    else show({ busy: false, problem: answer.problem });
  }

  function follow(definition: LeadDefinition | null, { pause = true, again = false } = {}) {
    if (!again && (definition === null ? wanted === null : same(definition, wanted))) return;
    wanted = definition;
    const mine = ++asked;
    if (!definition) {
      show(NOTHING);
      return;
    }
    show({ busy: true });
    if (pause) later(() => void lookNow(definition, mine), PAUSE_MS);
    else void lookNow(definition, mine);
  }

  return {
    /** @param definition null when there is nothing to look at: what is on screen is in force, or is no definition */
    follow,
    again: () => follow(wanted, { pause: false, again: true }),
  };
}
