/** The people the CRM shows, read from the CRM's own generator, in the order of its contact list. */
import './seed.js';
import generate from './sample-data.js';

/**
 * @param {number} count how many of the newest contacts
 * @returns what a marketing tool would know of them: address, name, title, company
 */
export function firstPeople(count) {
  return generate()
    .contacts.toSorted((a, b) => b.last_seen.localeCompare(a.last_seen))
    .slice(0, count)
    .map((contact) => ({
      id: String(contact.id),
      firstName: contact.first_name,
      lastName: contact.last_name,
      email: contact.email,
      title: contact.title,
      company: contact.company_name,
      companyId: String(contact.company_id),
      industry: contact.industry,
      country: contact.country,
    }));
}
