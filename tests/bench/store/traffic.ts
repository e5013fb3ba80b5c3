/** What a website and a mail tool send: messages of one team's ordinary day, and the worst day there could be. */
import type { Random } from '../../../lib/score/learn/random.ts';
import { type Person, personOf, uuidOf } from './people.ts';

const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
const PAGES = Array.from({ length: 40 }, (_, n) =>
  n < 3 ? ['/pricing', '/plans', '/compare'][n] : `/resources/article-${n}`,
) as string[];

type Body = Record<string, unknown>;

/** One message as a client library sends it, about a kilobyte. */
export function messageOf(person: Person, random: Random, id: string, at: number): Body {
  const roll = random();
  const common = {
    messageId: id,
    anonymousId: person.anonymousId,
    timestamp: new Date(at).toISOString(),
    sentAt: new Date(at).toISOString(),
    integrations: {},
  };
  if (roll < 0.1 && person.email !== null) {
    const name = roll < 0.06 ? 'Email Delivered' : 'Email Link Clicked';
    return {
      ...common,
      type: 'track',
      event: name,
      userId: person.email,
      properties: {
        email_id: `mail-${Math.floor(random() * 30)}`,
        email_subject: 'Planning for the next quarter',
        link_url: 'https://www.example.com/resources/article-7?utm_campaign=spring',
      },
      context: { library: { name: 'analytics-node', version: '3.1.0' } },
    };
  }
  const path = PAGES[Math.floor(random() ** 2 * PAGES.length)] ?? '/';
  const url = `https://www.example.com${path}`;
  const page = {
    path,
    url,
    title: `Page ${path}`,
    referrer: 'https://www.google.com/',
    search: '',
  };
  const context = {
    page,
    userAgent: AGENT,
    locale: 'en-GB',
    timezone: 'Europe/London',
    library: { name: 'analytics.js', version: 'npm:next-1.84.3' },
    ...(roll < 0.2 ? { campaign: { name: 'spring', source: 'newsletter', medium: 'email' } } : {}),
  };
  if (roll > 0.95) {
    return {
      ...common,
      context,
      type: 'track',
      event: roll > 0.98 ? 'Form Submitted' : 'Content Downloaded',
      properties: {
        ...page,
        title: `Guide ${Math.floor(roll * 1000) % 9}`,
        form_name: 'Guide form',
      },
    };
  }
  return { ...common, context, type: 'page', name: null, properties: page };
}

export function identifyOf(person: Person, id: string, at: number): Body {
  return {
    type: 'identify',
    messageId: id,
    anonymousId: person.anonymousId,
    timestamp: new Date(at).toISOString(),
    traits: {
      email: person.email,
      name: person.name,
      title: person.title,
      company: person.company,
    },
    context: { userAgent: AGENT, library: { name: 'analytics.js', version: 'npm:next-1.84.3' } },
  };
}

/** Messages, and the number of the person each is about. */
export interface Batch {
  messages: Body[];
  people: Person[];
}

export interface Day {
  random: Random;
  leads: number;
  /** In every id, so that no two runs send the same. */
  run: string;
  now: () => number;
}

/**
 * People come in visits of one to seven messages. Of ten visits, eight are by somebody who has been here before, two by
 * somebody new; of the new ones a fourth say who they are, of the known ones with a name a twentieth.
 */
export function ordinary(day: Day, size: number): Batch {
  const { random } = day;
  const visits: Batch[] = [];
  for (let count = 0; count < size; ) {
    const isNew = random() < 0.2;
    const person = isNew ? newcomer(day) : personOf(Math.floor(random() * day.leads));
    const length = Math.min(size - count, 1 + Math.floor(random() * 7));
    const messages = Array.from({ length }, () =>
      messageOf(anyName(person, isNew), random, nextId(day), day.now()),
    );
    const identifies = person.email !== null && random() < (isNew ? 0.5 : 0.05);
    if (identifies && length > 1) messages[length - 1] = identifyOf(person, nextId(day), day.now());
    visits.push({ messages, people: messages.map(() => person) });
    count += length;
  }
  return interleaved(visits, random);
}

/** Each event is another lead's. */
export function worst(day: Day, size: number): Batch {
  const people = Array.from({ length: size }, () => personOf(Math.floor(day.random() * day.leads)));
  const messages = people.map((person) => messageOf(person, day.random, nextId(day), day.now()));
  return { messages, people };
}

/** A newcomer has no address until they say so. */
function anyName(person: Person, isNew: boolean): Person {
  return isNew ? { ...person, email: null } : person;
}

let last = 0;

function nextId(day: Day): string {
  last += 1;
  return `${day.run}-${last}`;
}

function newcomer(day: Day): Person {
  last += 1;
  const person = personOf(day.leads + last);
  const own = `${day.run} ${last}`;
  return {
    ...person,
    leadId: uuidOf(own),
    anonymousId: `visitor-${uuidOf(`visitor ${own}`)}`,
    email: person.email === null ? null : `${day.run}-${person.email}`,
  };
}

/** Visits overlap, but each keeps its order. */
function interleaved(visits: Batch[], random: Random): Batch {
  const whole: Batch = { messages: [], people: [] };
  const waiting = visits.map(({ messages, people }) => ({
    messages: [...messages],
    people: [...people],
  }));
  while (waiting.length > 0) {
    const at = Math.floor(random() * Math.min(waiting.length, 6));
    const visit = waiting[at];
    const [message, person] = [visit?.messages.shift(), visit?.people.shift()];
    if (message && person) {
      whole.messages.push(message);
      whole.people.push(person);
    } else waiting.splice(at, 1);
  }
  return whole;
}
