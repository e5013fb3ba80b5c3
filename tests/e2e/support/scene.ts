/** What end-to-end tests start from: the store with a workspace, the real CRM, and two of its contacts as leads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type CrmServer, serveCrm } from '../../../demo/crm-server.ts';
import { startTestStore, type TestStore } from './store.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const CRM = join(import.meta.dirname, '../../../demo/crm/dist');

const person = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  title: z.string(),
  company: z.string(),
});
export type Person = z.infer<typeof person>;

export interface Scene {
  store: TestStore;
  workspace: Workspace;
  crm: CrmServer;
  /** Well known to marketing. */
  hot: Person;
  /** Known a little. */
  cool: Person;
  /** In the CRM, and nowhere else. */
  stranger: Person;
  /** More of whom marketing knows nothing yet. */
  others: Person[];
  /** Address of a contact's page. */
  pageOf(person: Person): string;
  close(): Promise<void>;
}

/** @returns who is in the demo CRM */
export function people(): [Person, Person, Person, ...Person[]] {
  const all = JSON.parse(readFileSync(join(CRM, 'people.json'), 'utf8'));
  return z.tuple([person, person, person], person).parse(all);
}

/** A page title that no CRM page contains by itself: whoever finds it in the page found a leak. */
export const SECRET = 'Secret plans for teams';

export async function openScene(): Promise<Scene> {
  const [hot, cool, stranger, ...others] = people();
  const [store, crm] = await Promise.all([startTestStore(), serveCrm({ port: 0, dir: CRM })]);
  const workspace = await openWorkspace(store.url);
  await workspace.send(hot.email, traitsOf(hot), [
    { name: 'Webinar Attended', properties: { name: 'Planning for 2027' }, daysAgo: 12 },
    { name: 'Demo Requested', properties: { name: 'Website' }, daysAgo: 3 },
    {
      name: 'page',
      properties: { title: SECRET, url: 'https://www.truce.example/pricing', path: '/pricing' },
      daysAgo: 1,
    },
  ]);
  await workspace.send(cool.email, traitsOf(cool), [
    { name: 'Form Submitted', properties: { name: 'Newsletter' }, daysAgo: 40 },
  ]);
  return {
    store,
    workspace,
    crm,
    hot,
    cool,
    stranger,
    others,
    pageOf: ({ id }) => `${crm.origin}/#/contacts/${id}/show`,
    async close() {
      await Promise.all([store.remove(), crm.close()]);
    },
  };
}

export const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`;

function traitsOf({ firstName, lastName, title, company }: Person) {
  return { firstName, lastName, title, company };
}
