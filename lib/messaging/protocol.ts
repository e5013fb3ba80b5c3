/**
 * lib/messaging: what the extension's pages and the background say to each other.
 *
 * In: a name and a body. Out: a result. Every message has a schema, and a rule for who may send it. The scout's
 * messages are the only ones a CRM page's process can send at all, and none of them returns data.
 */
import * as z from 'zod/mini';
import { commentRequest, side, startRequest } from '../contract/agreement.ts';
import { checkInQuery, decisionRequest } from '../contract/check-in.ts';
import { leadDefinition } from '../contract/definition.ts';
import { timelineFilter, timelineKinds } from '../contract/event.ts';
import { findLead } from '../contract/lead.ts';
import { previewRequest } from '../contract/learning.ts';
import { lookUp } from '../contract/look-up.ts';
import { factName, recipe } from '../contract/recipe.ts';
import { crmId, crmRecord, recordKind, seenRecord } from '../contract/record.ts';
import { acceptanceQuery, behindQuery, reportQuery, teamSettings } from '../contract/reports.ts';
import { reviewFilter, reviewQuery } from '../contract/review.ts';
import { uuid } from '../contract/text.ts';

/**
 * scout: our content script in a CRM page · frame: our sidebar inside a CRM page, once confirmed · unconfirmed: the
 * same before it is confirmed · page: an extension page of its own (popup, options, review desk)
 */
export type SenderKind = 'scout' | 'frame' | 'unconfirmed' | 'page';

interface Rule<S extends z.ZodMiniType> {
  from: readonly SenderKind[];
  body: S;
}

const rule = <S extends z.ZodMiniType>(from: readonly SenderKind[], body: S): Rule<S> => ({
  from,
  body,
});
const nothing = z.object({});
const nonce = z.object({ nonce: uuid });
const warmLeads = z
  .array(z.object({ leadId: uuid, rev: z.int(), record: z.nullable(crmRecord) }))
  .check(z.minLength(1), z.maxLength(25));

export const RULES = {
  /** The scout is about to hand a port with this nonce to its frame. */
  'frame.offer': rule(
    ['scout'],
    z.object({ nonce: uuid, page: uuid, seat: z.enum(['sidebar', 'rows', 'teach']) }),
  ),
  /** The scout has come to a list of the CRM: the script for lists is wanted in its tab. */
  'list.begin': rule(['scout'], nothing),
  /** The scout's frame did not come up. */
  'frame.blocked': rule(['scout'], z.object({ why: z.enum(['frame-refused']) })),
  /** A record page was read, and these facts were found on it: counted, so that a broken recipe is noticed. */
  'page.read': rule(
    ['scout'],
    z.object({ crm: crmId, kind: recordKind, found: z.array(factName).check(z.maxLength(10)) }),
  ),
  /** Which record is in front of the scout's tab now, for the browser's own panel. */
  'tab.seen': rule(['scout'], z.object({ seen: z.nullable(seenRecord) })),
  /** Somebody pressed the tab of a sidebar that this page forbids: it is to open beside the page. */
  'tab.beside': rule(['scout'], nothing),
  /** The frame was handed this nonce by whoever embeds it: is that our scout, in this very tab? */
  'frame.claim': rule(['unconfirmed'], nonce),
  /** Scores for the rows of a list; nothing is linked by it. */
  'rows.scores': rule(['frame'], lookUp),
  /** Leads that are on screen in a list: their cards are to be here before somebody opens one. */
  'rows.warm': rule(['frame'], z.object({ leads: warmLeads })),
  'lead.find': rule(['frame', 'page'], findLead),
  /** One lead by its id, where no page of the CRM is in front. */
  'lead.get': rule(['page'], z.object({ leadId: uuid })),
  'lead.events': rule(
    ['frame', 'page'],
    z.object({
      leadId: uuid,
      filter: timelineFilter,
      kinds: z._default(timelineKinds, []),
      before: z.nullable(z.string()),
    }),
  ),
  /** Everybody of the lead's company, and what all of them did. */
  'lead.account': rule(
    ['frame', 'page'],
    z.object({ leadId: uuid, before: z.nullable(z.string()) }),
  ),
  /** Onto one's own watch list, or off it. */
  'lead.watch': rule(['frame', 'page'], z.object({ leadId: uuid, on: z.boolean() })),
  /** Brings the page of one of these records to the front, or our own page of the lead. */
  'lead.open': rule(
    ['page'],
    z.object({ leadId: uuid, records: z.array(crmRecord).check(z.maxLength(5)) }),
  ),
  /** The rep's own day; and which of its answers from marketing were on screen. */
  'mine.get': rule(['page'], nothing),
  'mine.seen': rule(
    ['page'],
    z.object({ replies: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(100)) }),
  ),
  /** All names of a lead, and what joined them. */
  'lead.identity': rule(['frame', 'page'], z.object({ leadId: uuid })),
  /** Something was saved or has become due. */
  'outbox.drain': rule(['frame', 'page'], nothing),
  'review.list': rule(['page'], reviewQuery),
  'review.facets': rule(['page'], z.object({ filter: reviewFilter })),
  /** What leads with one reason have in common. */
  'review.patterns': rule(['page'], nothing),
  'lead.search': rule(['page'], z.object({ text: z.string().check(z.maxLength(200)) })),
  /** Two leads are one person. */
  'lead.merge': rule(['page'], z.object({ leadId: uuid, other: uuid })),
  'review.case': rule(['page'], z.object({ leadId: uuid, feedbackId: uuid })),
  /** What verdicts teach about the definition in force. */
  'learning.get': rule(['page'], nothing),
  /** What another definition would have done with recorded verdicts. */
  'definition.preview': rule(['page'], previewRequest),
  'definition.draft': rule(
    ['page'],
    z.object({
      basedOn: z.int(),
      definition: leadDefinition,
      /** The draft this was made from; somebody else's that came meanwhile is not replaced. */
      replaces: z.nullable(uuid),
    }),
  ),
  'definition.discard': rule(['page'], z.object({ draftId: uuid })),
  /** What is in force, what was, and what is proposed. */
  'definitions.get': rule(['page'], nothing),
  'definition.get': rule(['page'], z.object({ version: z.int() })),
  'definition.sign': rule(['page'], z.object({ draftId: uuid, side })),
  'definition.unsign': rule(['page'], z.object({ draftId: uuid, side })),
  'definition.comment': rule(['page'], z.object({ draftId: uuid, ...commentRequest.shape })),
  'definition.start': rule(['page'], z.object({ draftId: uuid, ...startRequest.shape })),
  /** What both sides signed comes into force, now or on its day. */
  'definition.publish': rule(['page'], z.object({ draftId: uuid })),
  'definition.roll-back': rule(['page'], z.object({ to: z.int(), basedOn: z.int() })),
  'report.headline': rule(['page'], reportQuery),
  'report.funnel': rule(['page'], reportQuery),
  'report.acceptance': rule(['page'], acceptanceQuery),
  'report.reasons': rule(['page'], reportQuery),
  'report.calibration': rule(['page'], reportQuery),
  'report.rules': rule(['page'], reportQuery),
  'report.delays': rule(['page'], reportQuery),
  'report.recycled': rule(['page'], reportQuery),
  'report.sourced': rule(['page'], reportQuery),
  'report.agreement': rule(['page'], reportQuery),
  'report.drift': rule(['page'], reportQuery),
  'report.segments': rule(['page'], nothing),
  /** The leads behind a figure. */
  'report.leads': rule(['page'], behindQuery),
  'settings.get': rule(['page'], nothing),
  'settings.set': rule(['page'], teamSettings),
  'check-in.get': rule(['page'], checkInQuery),
  'check-in.decide': rule(['page'], decisionRequest),
  'check-in.done': rule(['page'], z.object({ decisionId: uuid, done: z.boolean() })),
  'check-in.take-back': rule(['page'], z.object({ decisionId: uuid })),
  'connection.pair': rule(['page'], z.object({ store: z.string(), code: z.string() })),
  /** Whether people of this store sign in with their company, before anybody is connected to it. */
  'connection.provider': rule(['page'], z.object({ store: z.string() })),
  'connection.sign-on': rule(['page'], z.object({ store: z.string() })),
  'connection.forget': rule(['page'], nothing),
  /** One's own browsers, and letting one of them go. */
  'connection.devices': rule(['page'], nothing),
  'connection.let-go': rule(['page'], z.object({ deviceId: uuid })),
  /** For administrators: let the whole team use a taught CRM, or no longer. */
  'crms.share': rule(['page'], z.object({ recipe })),
  'crms.unshare': rule(['page'], z.object({ id: crmId })),
  /** Asks the store now which CRMs the team shares. */
  'crms.refresh': rule(['page'], nothing),
  /** The list of CRM sites, a permission or a recipe changed; `added` are the match patterns to start in at once. */
  'sites.changed': rule(['frame', 'page'], z.object({ added: z.array(z.string()) })),
  /** Teaching a CRM starts in this tab, whose origin was permitted; `end` takes the teacher off again. */
  'teach.begin': rule(['page'], z.object({ tabId: z.int(), origin: z.url() })),
  'teach.end': rule(['frame', 'page'], nothing),
  /** Opens the options page, which a frame in a web page cannot do by itself. */
  'page.options': rule(['frame', 'page'], z.object({ part: z.enum(['connection', 'outbox']) })),
} as const;

export type MessageName = keyof typeof RULES;
export type MessageBody<N extends MessageName> = z.infer<(typeof RULES)[N]['body']>;

/** The envelope on the wire. */
export const envelope = z.object({
  to: z.literal('background'),
  name: z.enum(Object.keys(RULES) as [MessageName, ...MessageName[]]),
  body: z.unknown(),
});
