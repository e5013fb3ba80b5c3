import { describe, expect, it } from 'vitest';
import { choices, mayBeSaid, stepAt } from '../../../components/sidebar/said.ts';
import type { FeedbackEntry } from '../../../lib/contract/lead.ts';
import { stage } from '../../../lib/contract/words.ts';

describe('what may be said of a lead', () => {
  const accepted = { kind: 'verdict', verdict: 'accepted' } as FeedbackEntry;

  it('is something in every stage, as long as nothing was said', () => {
    for (const one of stage.options) {
      const step = stepAt(one);
      expect(mayBeSaid(step, null), one).toBe(true);
      expect(choices(step, null).length, one).toBeGreaterThan(0);
    }
  });

  it('is nothing new at the end, once something was said; that can be changed', () => {
    for (const one of ['sql', 'won', 'lost', 'opportunity', 'rejected'] as const) {
      expect(mayBeSaid(stepAt(one), accepted), one).toBe(false);
      expect(choices(stepAt(one), accepted)).toContain('disqualified');
    }
    expect(mayBeSaid(stepAt('sal'), accepted)).toBe(true);
  });
});
