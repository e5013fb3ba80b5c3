/**
 * lib/messaging: what the extension's pages and the background say to each other.
 *
 * In: a name and a body. Out: a result. Every message has a schema, and names everybody who may send it. The scout's
 * messages are the only ones a CRM page's process can send at all, and none of them returns data.
 */
import * as z from 'zod/mini';
import { commentRequest, side, startRequest } from '../contract/agreement.ts';
import { checkInQuery, decisionRequest } from '../contract/check-in.ts';
import { leadDefinition } from '../contract/definition.ts';
import { timelineFilter, timelineKinds } from '../contract/event.ts';
import { firstHeard } from '../contract/first-heard.ts';
import { findLead } from '../contract/lead.ts';
import { previewRequest } from '../contract/learning.ts';
import { lookUp } from '../contract/look-up.ts';
import { recipe } from '../contract/recipe.ts';
import { crmId, crmRecord, seenRecord } from '../contract/record.ts';
import { acceptanceQuery, behindQuery, reportQuery, teamSettings } from '../contract/reports.ts';
import { reviewFilter, reviewQuery } from '../contract/review.ts';
import { uuid } from '../contract/text.ts';
import type { SenderKind } from './senders.ts';

interface Rule<S extends z.ZodMiniType> {
  from: readonly SenderKind[];
  body: S;
}

const rule = <S extends z.ZodMiniType>(from: readonly SenderKind[], body: S): Rule<S> => ({
  from,
  body,
});
/** The rooms of the card, in the page, in a list and beside the page; those that show one lead; the desk; the options. */
const CARD = ['sidebar', 'rows', 'panel'] as const;
const LEAD = ['sidebar', 'panel'] as const;
const ROWS = ['rows'] as const;
const DESK = ['review'] as const;
const OPTIONS = ['options'] as const;
const nothing = z.object({});
const nonce = z.object({ nonce: uuid });
const warmLeads = z
  .array(z.object({ leadId: uuid, rev: z.int(), record: z.nullable(crmRecord) }))
  .check(z.minLength(1), z.maxLength(25));

export const RULES = {
  /** The scout hands a port with this nonce to its frame, or will as soon as that has loaded. */
  'frame.offer': rule(
    ['scout'],
    z.object({
      nonce: uuid,
      page: uuid,
      seat: z.enum(['sidebar', 'rows', 'teach']),
      first: z._default(firstHeard, []),
    }),
  ),
  /** The scout has come to a record, or to a list, of the CRM: the script for those is wanted in its tab. */
  'record.begin': rule(['scout'], nothing),
  'list.begin': rule(['scout'], nothing),
  /** The scout's frame did not come up. */
  'frame.blocked': rule(['scout'], z.object({ why: z.enum(['frame-refused']) })),
  /**
   * Which record is in front of the scout's tab now, for the browser's own panel. `read`: its page was read just now, and which facts
   * were found on it is counted, so that a broken recipe is noticed.
   */
  'tab.seen': rule(
    ['scout'],
    z.object({ seen: z.nullable(seenRecord), read: z._default(z.boolean(), false) }),
  ),
  /** Somebody pressed the tab of a sidebar that this page forbids: it is to open beside the page. */
  'tab.beside': rule(['scout'], nothing),
  /** The frame has this nonce from whoever embeds it: is that our scout, in this very tab? And what is it to hear first? */
  'frame.claim': rule(['unconfirmed'], nonce),
  /** Scores for the rows of a list; nothing is linked by it. */
  'rows.scores': rule(ROWS, lookUp),
  /** Leads that are on screen in a list: their cards are to be here before somebody opens one. */
  'rows.warm': rule(ROWS, z.object({ leads: warmLeads })),
  'lead.find': rule(LEAD, findLead),
  /** One lead by its id, where no page of the CRM is in front. */
  'lead.get': rule(['panel'], z.object({ leadId: uuid })),
  'lead.events': rule(
    CARD,
    z.object({
      leadId: uuid,
      filter: timelineFilter,
      kinds: z._default(timelineKinds, []),
      before: z.nullable(z.string()),
    }),
  ),
  /** Everybody of the lead's company, and what all of them did. */
  'lead.account': rule(CARD, z.object({ leadId: uuid, before: z.nullable(z.string()) })),
  /** Onto one's own watch list, or off it. */
  'lead.watch': rule(LEAD, z.object({ leadId: uuid, on: z.boolean() })),
  /** Brings the page of one of these records to the front, or our own page of the lead. */
  'lead.open': rule(
    ['popup', 'review'],
    z.object({ leadId: uuid, records: z.array(crmRecord).check(z.maxLength(5)) }),
  ),
  /** The rep's own day; and which of its answers from marketing were on screen. */
  'mine.get': rule(['popup'], nothing),
  'mine.seen': rule(
    ['popup'],
    z.object({ replies: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(100)) }),
  ),
  /** All names of a lead, and what joined them. */
  'lead.identity': rule(['sidebar', 'panel', 'review'], z.object({ leadId: uuid })),
  /** Something was saved or has become due. */
  'outbox.drain': rule(['sidebar', 'rows', 'panel', 'popup', 'options', 'review'], nothing),
  'review.list': rule(DESK, reviewQuery),
  'review.facets': rule(DESK, z.object({ filter: reviewFilter })),
  /** What leads with one reason have in common. */
  'review.patterns': rule(DESK, nothing),
  'lead.search': rule(DESK, z.object({ text: z.string().check(z.maxLength(200)) })),
  /** Two leads are one person. */
  'lead.merge': rule(DESK, z.object({ leadId: uuid, other: uuid })),
  'review.case': rule(DESK, z.object({ leadId: uuid, feedbackId: uuid })),
  /** What verdicts teach about the definition in force. */
  'learning.get': rule(DESK, nothing),
  /** What another definition would have done with recorded verdicts. */
  'definition.preview': rule(DESK, previewRequest),
  'definition.draft': rule(
    DESK,
    z.object({
      basedOn: z.int(),
      definition: leadDefinition,
      /** The draft this was made from; somebody else's that came meanwhile is not replaced. */
      replaces: z.nullable(uuid),
    }),
  ),
  'definition.discard': rule(DESK, z.object({ draftId: uuid })),
  /** What is in force, what was, and what is proposed. */
  'definitions.get': rule(DESK, nothing),
  'definition.get': rule(DESK, z.object({ version: z.int() })),
  'definition.sign': rule(DESK, z.object({ draftId: uuid, side })),
  'definition.unsign': rule(DESK, z.object({ draftId: uuid, side })),
  'definition.comment': rule(DESK, z.object({ draftId: uuid, ...commentRequest.shape })),
  'definition.start': rule(DESK, z.object({ draftId: uuid, ...startRequest.shape })),
  /** What both sides signed comes into force, now or on its day. */
  'definition.publish': rule(DESK, z.object({ draftId: uuid })),
  'definition.roll-back': rule(DESK, z.object({ to: z.int(), basedOn: z.int() })),
  'report.headline': rule(DESK, reportQuery),
  'report.funnel': rule(DESK, reportQuery),
  'report.acceptance': rule(DESK, acceptanceQuery),
  'report.reasons': rule(DESK, reportQuery),
  'report.calibration': rule(DESK, reportQuery),
  'report.rules': rule(DESK, reportQuery),
  'report.delays': rule(DESK, reportQuery),
  'report.recycled': rule(DESK, reportQuery),
  'report.sourced': rule(DESK, reportQuery),
  'report.agreement': rule(DESK, reportQuery),
  'report.drift': rule(DESK, reportQuery),
  'report.segments': rule(DESK, nothing),
  /** The leads behind a figure. */
  'report.leads': rule(DESK, behindQuery),
  'settings.get': rule(DESK, nothing),
  'settings.set': rule(DESK, teamSettings),
  'check-in.get': rule(DESK, checkInQuery),
  'check-in.decide': rule(DESK, decisionRequest),
  'check-in.done': rule(DESK, z.object({ decisionId: uuid, done: z.boolean() })),
  'check-in.take-back': rule(DESK, z.object({ decisionId: uuid })),
  'connection.pair': rule(OPTIONS, z.object({ store: z.string(), code: z.string() })),
  /** Whether people of this store sign in with their company, before anybody is connected to it. */
  'connection.provider': rule(OPTIONS, z.object({ store: z.string() })),
  'connection.sign-on': rule(OPTIONS, z.object({ store: z.string() })),
  'connection.forget': rule(OPTIONS, nothing),
  /** One's own browsers, and letting one of them go. */
  'connection.devices': rule(OPTIONS, nothing),
  'connection.let-go': rule(OPTIONS, z.object({ deviceId: uuid })),
  /** For administrators: let the whole team use a taught CRM, or no longer. */
  'crms.share': rule(OPTIONS, z.object({ recipe })),
  'crms.unshare': rule(OPTIONS, z.object({ id: crmId })),
  /** Asks the store now which CRMs the team shares. */
  'crms.refresh': rule(OPTIONS, nothing),
  /** The list of CRM sites, a permission or a recipe changed; `added` are the match patterns to start in at once. */
  'sites.changed': rule(['options', 'popup', 'teach'], z.object({ added: z.array(z.string()) })),
  /** Teaching a CRM starts in this tab, whose origin was permitted; `end` takes the teacher off again. */
  'teach.begin': rule(['popup'], z.object({ tabId: z.int(), origin: z.url() })),
  'teach.end': rule(['teach'], nothing),
  /** Opens the options page, which a frame in a web page cannot do by itself. */
  'page.options': rule(CARD, z.object({ part: z.enum(['connection', 'outbox']) })),
} as const;

export type MessageName = keyof typeof RULES;
export type MessageBody<N extends MessageName> = z.infer<(typeof RULES)[N]['body']>;
