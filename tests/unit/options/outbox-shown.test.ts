import { expect, it } from 'vitest';
import { shownOf } from '../../../components/options/outbox-shown.ts';
import type { OutboxItemView } from '../../../components/options/props.ts';

const told = (lead: string, state: OutboxItemView['state']): OutboxItemView => ({
  id: lead,
  item: {
    id: lead,
    leadId: lead,
    madeAt: '2026-11-23T13:05:00.000Z',
    seq: 1,
    kind: 'registration',
    record: { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: lead },
    facts: { name: lead },
  },
  lead,
  state,
  message: null,
  nextTryAt: null,
});

it('lists a hundred of ten thousand, those that need somebody first, and counts the others', () => {
  const waiting = Array.from({ length: 9_999 }, (_, place) => told(`${place}`, 'waiting'));
  const { shown, more } = shownOf([...waiting, told('refused', 'attention')]);
  expect(shown.map(({ lead }) => lead).slice(0, 3)).toEqual(['refused', '0', '1']);
  expect(shown).toHaveLength(100);
  expect(more).toBe(9_900);
  expect(shownOf(waiting.slice(0, 100)).more).toBe(0);
});
