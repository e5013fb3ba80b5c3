/** Enough information is a matter of what is known, not of how it adds up. */
import { describe, expect, it } from 'vitest';
import { definitionWith, nobody, scoreOf } from './support/leads.ts';

describe('enough information', () => {
  it('counts the rules somebody meets, and not the line that says fit counts at most so much', () => {
    const person = { ...nobody, email: 'a@acme.example', title: 'Head of Operations' };
    const met = scoreOf([], person, definitionWith({ fitCap: 1 })).contributions;
    expect(met.filter(({ side }) => side === 'fit')).toHaveLength(3);
    const enough = (fitRules: number) =>
      scoreOf([], person, definitionWith({ fitCap: 1, enough: { events: 1, fitRules } })).enough;
    expect([enough(3), enough(4)]).toEqual([true, false]);
  });
});
