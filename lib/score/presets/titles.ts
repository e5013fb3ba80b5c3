/** What a title says about seniority, for every preset: at most one of the three counts. */
import type { FitRule } from '../../contract/definition.ts';

type Title = Pick<FitRule, 'label' | 'group' | 'test'>;

const title = (label: string, words: string): Title => ({
  label,
  group: 'seniority',
  test: { is: 'contains', attribute: 'title', words: words.split(', ') },
});

export const titles = {
  decides: title(
    'Title decides',
    'chief, ceo, cto, cfo, coo, cio, vp, vice president, president, director, head, founder, owner, executive',
  ),
  manages: title('Title manages', 'manager, lead, supervisor, coordinator, planner'),
  experienced: title('Title is senior', 'senior, principal, specialist, consultant'),
};
