/**
 * The reasons a team starts with: short, and none that nobody could act on. Rejected is about targeting
 * (procedural, clerical, definitional, in the words of the demand waterfall), disqualified about the buyer.
 */
import type { LeadDefinition } from '../../contract/definition.ts';

export const defaultReasons: LeadDefinition['reasons'] = {
  rejected: [
    {
      id: 'not-our-market',
      label: 'Not our market',
      question: 'What is outside: company size, region, industry?',
    },
    { id: 'wrong-person', label: 'Wrong person', question: 'Who would be the right one?' },
    { id: 'student', label: 'Student' },
    { id: 'competitor', label: 'Competitor' },
    {
      id: 'bad-data',
      label: 'Bad data',
      question: 'What is wrong: name, address, phone, company?',
      teaches: 'data',
    },
    { id: 'duplicate', label: 'Duplicate', question: 'Of whom?', teaches: 'data' },
  ],
  disqualified: [
    { id: 'no-need', label: 'No need' },
    { id: 'no-budget', label: 'No budget' },
    { id: 'no-authority', label: 'Cannot decide', question: 'Who decides?' },
    { id: 'chose-another', label: 'Chose another', question: 'Whom, and why?' },
    { id: 'not-reached', label: 'Never reached', question: 'How often did you try?' },
  ],
  recycled: [
    { id: 'bad-timing', label: 'Bad timing' },
    { id: 'budget-later', label: 'Budget later' },
    { id: 'still-looking', label: 'Still looking around' },
    { id: 'not-reached', label: 'Not reached yet' },
  ],
};
