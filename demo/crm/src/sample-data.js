/**
 * The CRM's own invented people, made plausible for a business: addresses at their company instead of at
 * free mail providers, job titles instead of adjectives, notes instead of Latin. Nothing else is touched,
 * and everything hangs on the record's number, so that every load shows the same.
 *
 * Stands in for the CRM's generator by way of vite.config.js; companies get addresses under the reserved
 * `.example`, which nobody owns.
 */
import generate from 'atomic-crm/src/providers/fakerest/dataGenerator/index';
import { NOTES, TASKS, TITLES } from './words.js';

const pick = (list, number) => list[(number * 37) % list.length];
const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** @returns `hintzbraun.example` for "Hintz, Braun and Wyman" */
function domainOf(companyName) {
  const words = companyName
    .split(/[\s,-]+/)
    .filter((word) => !/^(and|inc|llc|group|sons)$/i.test(word));
  return `${words.slice(0, 2).map(plain).join('')}.example`;
}

/** @returns the CRM's sample data, ready to show */
export default function generateSample() {
  const data = generate();
  for (const company of data.companies) {
    company.website = `https://www.${domainOf(company.name)}`;
    company.logo = {};
  }
  for (const contact of data.contacts) {
    const company = data.companies[contact.company_id];
    contact.title = pick(TITLES, contact.id);
    contact.industry = company.sector;
    contact.country = company.country;
    contact.avatar = {};
    contact.background = '';
    // Students write from wherever they like, so they keep the address the CRM gave them.
    if (!contact.title.includes('Student')) {
      const name = `${plain(contact.first_name)}.${plain(contact.last_name)}`;
      contact.email = `${name}@${domainOf(company.name)}`;
    }
  }
  for (const note of data.contactNotes) note.text = pick(NOTES, note.id);
  for (const note of data.dealNotes) note.text = pick(NOTES, note.id);
  for (const task of data.tasks) task.text = pick(TASKS, task.id);
  return data;
}
