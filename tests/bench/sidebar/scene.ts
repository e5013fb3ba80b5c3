/** What the bench walks through: the demo CRM, and contacts of it that the store knows, two of them with few and with many events. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type CrmServer, serveCrm } from '../../../demo/crm-server.ts';
import { startTestStore, type TestStore } from '../../e2e/support/store.ts';
import { openWorkspace, type Workspace } from '../../e2e/support/workspace.ts';

const CRM = join(import.meta.dirname, '../../../demo/crm/dist');
const person = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
});

export interface Contact {
  id: string;
  name: string;
  email: string;
}

export interface BenchScene {
  store: TestStore;
  workspace: Workspace;
  crm: CrmServer;
  /** Known, with a handful of events each. */
  contacts: Contact[];
  /** With 50 events; `grown` gets 4,950 more when it is told to. */
  few: Contact;
  grown: Contact;
  grow(): Promise<void>;
  /** Makes everybody known, and which record of the CRM is theirs, so that each row of its list has something to say. */
  knowAll(origin: string): Promise<void>;
  close(): Promise<void>;
}

const WALKED = 10;

export async function openBenchScene(): Promise<BenchScene> {
  const people = z
    .array(person)
    .parse(JSON.parse(await readFile(join(CRM, 'people.json'), 'utf8')))
    .map(({ id, firstName, lastName, email }) => ({ id, email, name: `${firstName} ${lastName}` }));
  const [few, grown, ...others] = people;
  if (!few || !grown) throw new Error('The demo CRM has no people.');
  const contacts = others.slice(0, WALKED);
  const [store, crm] = await Promise.all([startTestStore(), serveCrm({ port: 0, dir: CRM })]);
  const workspace = await openWorkspace(store.url);
  const tell = (who: Contact, to: number, from = 0) =>
    sendEvents(store.url, workspace.writeKey, who, from, to);
  for (const contact of contacts) await tell(contact, 40);
  await tell(few, 50);
  await tell(grown, 50);
  return {
    store,
    workspace,
    crm,
    contacts,
    few,
    grown,
    grow: () => tell(grown, 5000, 50),
    async knowAll(origin) {
      for (const who of people) {
        if (!contacts.includes(who)) await tell(who, 5);
        await workspace.find(origin, who.email, who.id);
      }
    },
    async close() {
      await Promise.all([store.remove(), crm.close()]);
    },
  };
}

const TITLES = [
  'Pricing',
  'Customers: how a freight company halved its backlog',
  'Careers',
  'Plans',
];

/** As the website's tracker does, but many at a time. */
async function sendEvents(url: string, writeKey: string, who: Contact, from: number, to: number) {
  const events = Array.from({ length: to - from }, (_, index) => eventOf(who, from + index));
  const [firstName, lastName] = who.name.split(' ');
  const traits = { email: who.email, firstName, lastName, title: 'Planner' };
  const batch = [{ type: 'identify', userId: who.email, messageId: who.id, traits }, ...events];
  for (let sent = 0; sent < batch.length; sent += 250) {
    const answer = await fetch(`${url}/v1/batch`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
      },
      body: JSON.stringify({ batch: batch.slice(sent, sent + 250) }),
    });
    if (!answer.ok) throw new Error(`The store took no events: ${answer.status}`);
  }
}

/** The newest first, one every hundred minutes. */
function eventOf(who: Contact, n: number) {
  const title = TITLES[n % 4];
  return {
    userId: who.email,
    messageId: `${who.id}-${n}`,
    timestamp: new Date(Date.now() - n * 100 * 60_000).toISOString(),
    ...(n % 5 === 0
      ? { type: 'track', event: 'Form Submitted', properties: { name: `Form ${n}` } }
      : {
          type: 'page',
          name: title,
          properties: { title, url: `https://www.truce.example/${n % 4}` },
        }),
  };
}
