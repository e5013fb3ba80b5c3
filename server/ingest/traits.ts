/** What messages say about a person, into what is known. */
import type { Lead } from '../leads/follow.ts';
import { changedFit, colleagueKeys, withSince } from '../leads/person.ts';
import type { Message } from './message.ts';

/**
 * Newer words replace older ones; older ones, arriving late, only fill blanks. An opt-out is never taken back by
 * a trait: product databases send `unsubscribed: false` with every sign-in.
 *
 * @returns the lead as it is afterwards; the same object when the message changes nothing
 */
export function hear(lead: Lead, { said, event, at }: Message): Lead {
  const optedOut =
    lead.opted_out || said?.optedOut === true || (event?.kind === 'unsubscribed' && !event.machine);
  const heard = said === null ? lead : withSaid(lead, said, at);
  if (optedOut === lead.opted_out) return heard;
  return { ...heard, opted_out: optedOut };
}

function withSaid(lead: Lead, said: NonNullable<Message['said']>, at: number): Lead {
  const isNewer = lead.traits_at === null || at >= lead.traits_at.getTime();
  const saidOr = <T>(word: T | null, known: T | null) =>
    isNewer ? (word ?? known) : (known ?? word);
  const traits = { ...lead.traits };
  for (const key of ['phone', 'industry', 'country'] as const) {
    const value = saidOr(said[key], lead.traits[key] ?? null);
    if (value !== null) traits[key] = value;
  }
  const employees = saidOr(said.employees, lead.traits.employees ?? null);
  if (employees !== null) traits.employees = employees;
  const person = {
    // The address that names the lead was settled when it was looked up; a new one is told by identify alone.
    email: saidOr(said.email, lead.email),
    name: saidOr(said.name, lead.name),
    title: saidOr(said.title, lead.title),
    company: saidOr(said.company, lead.company),
    traits,
  };
  const same =
    person.email === lead.email &&
    person.name === lead.name &&
    person.title === lead.title &&
    person.company === lead.company &&
    JSON.stringify(traits) === JSON.stringify(lead.traits);
  if (same) return lead;
  const traits_at = isNewer ? new Date(at) : lead.traits_at;
  person.traits = withSince(traits, changedFit(lead, person), at);
  return { ...lead, ...person, ...colleagueKeys(person), traits_at };
}
