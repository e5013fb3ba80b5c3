/** Gives the sample opinions to the store, each as the person who had it, through the door the extension uses. */
import { v7 } from 'uuid';
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { CrmRecord } from '../../lib/contract/record.ts';
import { flagItem, type ItemTools, resolutionItem, verdictItem } from '../../lib/feedback/items.ts';
import type { StoreClient } from '../store-client.ts';
import type { SamplePerson } from './arcs.ts';
import type { PastLead } from './last-year.ts';
import { OPINIONS, type Opinion } from './opinions.ts';
import type { CrmPerson } from './people.ts';
import type { Team, TeamName } from './team.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The store takes no more in one request. */
const MOST_ITEMS = 100;

export interface Saying {
  store: StoreClient;
  team: Team;
  people: readonly SamplePerson[];
  /** Host of the demo CRM, `localhost:4861`. */
  crmHost: string;
  now: number;
}

/** Sends every opinion and every answer, in the order in which they were said. */
export async function sayOpinions(saying: Saying): Promise<void> {
  for (const [seq, opinion] of OPINIONS.entries()) await sayOne(saying, opinion, seq);
}

async function sayOne(saying: Saying, opinion: Opinion, seq: number): Promise<void> {
  const { store, team, people, crmHost, now } = saying;
  const about = people.filter(({ arc }) => arc === opinion.about)[opinion.nth];
  if (!about) return;
  const rep = team[opinion.by];
  const card = await store.find(rep.token, recordOf(about.person, crmHost));
  if (!card) throw new Error(`The store does not know ${about.person.email} yet.`);

  const item = itemOf(card, opinion, toolsAt(now - opinion.hoursAgo * HOUR), now);
  await store.feedback(rep.token, [{ ...item, seq }]);
  if (!opinion.answer) return;

  const { hoursAgo, resolution, reply } = opinion.answer;
  const said = { leadId: card.leadId, feedbackId: item.id, resolution, reply };
  const answer = resolutionItem(said, toolsAt(now - hoursAgo * HOUR));
  await store.feedback(team.ines.token, [{ ...answer, seq }]);
}

/** Of verdicts that are older than this the chance is made; what came later is promised one. */
const UNPROMISED_DAYS = 190;

/**
 * Sends what was said in the past year. The chance is learned from the older part, so that every later lead has one beside it when it
 * is judged, and whether such a promise was kept can be told.
 */
export async function sayLastYear(saying: Saying, leads: readonly PastLead[]): Promise<void> {
  const early = leads.filter(({ at }) => at < saying.now - UNPROMISED_DAYS * DAY);
  await sayAll(saying, early);
  await untilPromised(saying, leads);
  await sayAll(
    saying,
    leads.filter((lead) => !early.includes(lead)),
  );
}

/** How often, and how many times, it is asked whether leads have a chance by now. */
const EVERY_MS = 500;
const MOST_TIMES = 60;

/** The store learns by itself, in seconds. One that is too busy for that gives a sample without promises. */
async function untilPromised({ store, team, crmHost }: Saying, leads: readonly PastLead[]) {
  const one = leads[0];
  for (let times = 0; one && times < MOST_TIMES; times++) {
    const card = await store.find(team.omar.token, recordOf(one.person, crmHost));
    if (card?.score.chance) return;
    await new Promise((next) => setTimeout(next, EVERY_MS));
  }
}

/** As many items in one request as the store takes, each by who said it. */
async function sayAll({ store, team, crmHost }: Saying, leads: readonly PastLead[]): Promise<void> {
  const items: Record<TeamName, FeedbackItem[]> = { omar: [], lena: [], tom: [], ines: [] };
  for (const [seq, { person, by, at, said, answer }] of leads.entries()) {
    const card = await store.find(team[by].token, recordOf(person, crmHost));
    if (!card) throw new Error(`The store does not know ${person.email} yet.`);
    const item = verdictItem(card, said, toolsAt(at));
    items[by].push({ ...item, seq });
    if (!answer) continue;
    const { resolution, reply } = answer;
    const replied = { leadId: card.leadId, feedbackId: item.id, resolution, reply };
    items.ines.push({ ...resolutionItem(replied, toolsAt(answer.at)), seq });
  }
  // Ines last: what she answers has to be there.
  for (const name of ['omar', 'lena', 'tom', 'ines'] as const) {
    for (let from = 0; from < items[name].length; from += MOST_ITEMS) {
      await store.feedback(team[name].token, items[name].slice(from, from + MOST_ITEMS));
    }
  }
}

function itemOf(card: LeadCard, { said }: Opinion, tools: ItemTools, now: number): FeedbackItem {
  if ('flag' in said) return flagItem(card, said.flag, tools);
  const until =
    said.wakesInDays === undefined
      ? null
      : new Date(now + said.wakesInDays * DAY).toISOString().slice(0, 10);
  return verdictItem(card, { ...said.verdict, until }, tools);
}

/** Things are dated and numbered as if said then. */
export function toolsAt(at: number): ItemTools {
  return { now: () => at, id: () => v7({ msecs: at }) };
}

/** What the extension would report from this person's page in the demo CRM. */
export function recordOf(
  person: CrmPerson,
  crmHost: string,
): { record: CrmRecord; facts: Record<string, string> } {
  return {
    record: { crm: 'atomic', org: crmHost, kind: 'contact', id: person.id },
    facts: {
      name: `${person.firstName} ${person.lastName}`,
      email: person.email,
      title: person.title,
      company: person.company,
    },
  };
}
