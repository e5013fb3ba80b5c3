/**
 * What became of leads, in figures both sides can check. Every figure stands for leads that can be listed by its mark.
 *
 * Words of all reports. A lead *came* on the UTC day of its first event (of its creation where it has none). It was *handed
 * over* when it has a handoff. Its *verdict* is the last one given: accepted, qualified and disqualified mean that sales *accepted* it
 * (whoever is disqualified was talked to), rejected and recycled that sales did not; recycled is always told apart. A recycled lead
 * that woke has none until it gets a new one: it waits. Rates are of all with a verdict, and from `FEWEST` on only. Intervals are
 * 95 % (Wilson).
 */
export * from './reports-behind.ts';
export * from './reports-flow.ts';
export * from './reports-frame.ts';
export * from './reports-score.ts';
