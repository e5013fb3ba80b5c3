/** The people of the demo CRM, as its build wrote them down. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const crmPerson = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  title: z.string(),
  company: z.string(),
  companyId: z.string(),
  industry: z.string(),
  country: z.string(),
});
export type CrmPerson = z.infer<typeof crmPerson>;

/**
 * @param dist folder of the built CRM
 * @returns its newest contacts, in the order of its contact list
 */
export async function readPeople(dist: string): Promise<CrmPerson[]> {
  const text = await readFile(join(dist, 'people.json'), 'utf8');
  return z.array(crmPerson).parse(JSON.parse(text));
}
