/**
 * Marketo's webhooks: whatever the payload template says; ours is in docs/sources.md. Activities as Data Streams sends them are
 * understood, too.
 *
 * Confirmed (Adobe's developer guide, "Webhooks"): POST with a free template whose tokens are put in quotes by Marketo, only in
 * trigger campaigns, 30 seconds at most, custom headers and no signature. So the proof is the secret in the address. Marketo
 * gives such a call no id: an event's id is what it says, `guid` in the template tells two alike apart.
 */
import { isObject, type Loose, line, own, pick } from '../ingest/read.ts';
import { extIdent, idOf } from '../leads/idents.ts';
import { jsonItems } from './body.ts';
import { type Door, type Heard, type NotKept, notKept } from './door.ts';
import { marketoActivity } from './marketo-activities.ts';

export const marketo: Door = {
  open: ({ bytes }) =>
    jsonItems(bytes).flatMap((item) => {
      const activities = isObject(item) ? own(item, 'activities') : null;
      return Array.isArray(activities) ? activities : [item];
    }),
  read: (item) => {
    if (!isObject(item)) return notKept('What Marketo sends has to be an object.');
    return own(item, 'activityTypeId') === undefined ? templated(item) : marketoActivity(item);
  },
};

/** The template of our documentation: one lead, and what it did, if anything. */
function templated(item: Loose): Heard[] | NotKept {
  const id = idOf(own(item, 'leadId') ?? own(item, 'id'));
  const email = own(item, 'email');
  const names = id === null ? [] : [extIdent('marketo', id)];
  const traits = {
    email,
    firstName: own(item, 'firstName'),
    lastName: own(item, 'lastName'),
    title: own(item, 'title') ?? own(item, 'jobTitle'),
    company: own(item, 'company'),
    phone: own(item, 'phone'),
    industry: own(item, 'industry'),
    country: own(item, 'country'),
    employees: own(item, 'employees'),
    unsubscribed: own(item, 'unsubscribed'),
  };
  const timestamp = own(item, 'at') || undefined;
  const event = line(own(item, 'event'));
  const guid = line(own(item, 'guid'));
  if (event === null) {
    return [{ message: { type: 'identify', timestamp, traits }, names }];
  }
  const properties = {
    // Under each name by which one kind of event or another looks for it.
    name: line(own(item, 'name')),
    title: line(own(item, 'name')),
    email_subject: line(own(item, 'subject')),
    campaign_name: pick(item, ['campaign', 'program']),
    url: own(item, 'url'),
    link_url: own(item, 'url'),
  };
  const context = { traits };
  const message = { type: 'track', event, timestamp, properties, context };
  return [{ message: guid === null ? message : { ...message, messageId: guid }, names }];
}
