/** The CRM's page for one person: which record (from the URL), and what the page offered (from the DOM). */
import * as z from 'zod/mini';
import { filled, LIMITS, text } from './text.ts';

/** Name of a CRM's recipe: one that comes with Truce (lib/crm/registry.ts) or one that somebody taught. */
export const crmId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/));
export type CrmId = z.infer<typeof crmId>;

/** `record`: the CRM's addresses do not say of what kind. */
export const recordKind = z.enum(['lead', 'contact', 'deal', 'account', 'record']);
export type RecordKind = z.infer<typeof recordKind>;

/** A record id is short and, percent-encoded, plain. Anything else that a page puts into its URL is not an id. */
export const recordId = z.string().check(z.regex(/^[\w.~%!'()*/-]{1,160}$/));

/**
 * One record of one CRM installation. `org` tells installations apart: the account in the address where there is one
 * (HubSpot's portal), else the host with the folder the CRM lives in (`acme.lightning.force.com`, `intranet.example/espo`).
 */
export const crmRecord = z.object({
  crm: crmId,
  org: z.string().check(z.regex(/^[a-z0-9.:_~/-]{1,200}$/)),
  kind: recordKind,
  id: recordId,
});
export type CrmRecord = z.infer<typeof crmRecord>;

/** What the page showed about the person, when it had settled. All optional, all hostile until escaped. */
export const pageFacts = z.object({
  name: z.optional(text(LIMITS.name)),
  email: z.optional(text(254)),
  company: z.optional(text(LIMITS.name)),
  title: z.optional(text(LIMITS.name)),
  phone: z.optional(text(60)),
  /** The colleague the CRM says this record belongs to. */
  owner: z.optional(text(LIMITS.name)),
});
export type PageFacts = z.infer<typeof pageFacts>;

/** What the scout reports: the record from the URL at once, the facts when the page has settled. */
export const seenRecord = z.object({
  record: crmRecord,
  /** The CRM as people say it, for the screen. */
  crmName: text(60),
  facts: pageFacts,
  settled: z.boolean(),
});
export type SeenRecord = z.infer<typeof seenRecord>;

/** A person that sales found without marketing: what a rep confirms when registering a lead. */
export const registrationFacts = z.object({
  name: filled(LIMITS.name),
  email: z.optional(text(254)),
  company: z.optional(text(LIMITS.name)),
  title: z.optional(text(LIMITS.name)),
});
export type RegistrationFacts = z.infer<typeof registrationFacts>;
