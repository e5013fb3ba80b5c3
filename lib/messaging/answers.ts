/** What comes back for each message; the asking side parses it, since the worker may be of another version. */
import * as z from 'zod/mini';
import { member } from '../contract/access.ts';
import {
  agreedDraft,
  definitionAnswer,
  definitionsAnswer,
  inForceAnswer,
} from '../contract/agreement.ts';
import { checkIn, decision } from '../contract/check-in.ts';
import { identityAnswer } from '../contract/identity.ts';
import { learningAnswer, preview } from '../contract/learning.ts';
import { mine } from '../contract/mine.ts';
import { ownDevices, signOn } from '../contract/people.ts';
import {
  acceptanceReport,
  agreementReport,
  behindAnswer,
  calibrationReport,
  delaysReport,
  driftReport,
  funnelReport,
  headlineReport,
  reasonsReport,
  recycledReport,
  rulesReport,
  segmentsAnswer,
  sourcedReport,
  teamSettings,
} from '../contract/reports.ts';
import {
  patternsAnswer,
  reviewCase,
  reviewFacets,
  reviewPage,
  searchAnswer,
} from '../contract/review.ts';
import { sharedNote } from '../contract/shared-crms.ts';
import { CARD_ANSWERS } from './card-answers.ts';
import type { MessageName } from './protocol.ts';

const nothing = z.null();

export const ANSWERS = {
  ...CARD_ANSWERS,
  'frame.offer': nothing,
  'record.begin': nothing,
  'list.begin': nothing,
  'frame.blocked': nothing,
  'tab.seen': nothing,
  'tab.beside': nothing,
  'lead.open': nothing,
  'mine.get': mine,
  'mine.seen': nothing,
  'review.list': reviewPage,
  'review.facets': reviewFacets,
  'review.patterns': patternsAnswer,
  'lead.search': searchAnswer,
  'lead.merge': identityAnswer,
  'review.case': reviewCase,
  'learning.get': learningAnswer,
  'definition.preview': preview,
  'definition.draft': nothing,
  'definition.discard': nothing,
  'definitions.get': definitionsAnswer,
  'definition.get': definitionAnswer,
  'definition.sign': agreedDraft,
  'definition.unsign': agreedDraft,
  'definition.comment': agreedDraft,
  'definition.start': agreedDraft,
  'definition.publish': inForceAnswer,
  'definition.roll-back': inForceAnswer,
  'report.headline': headlineReport,
  'report.funnel': funnelReport,
  'report.acceptance': acceptanceReport,
  'report.reasons': reasonsReport,
  'report.calibration': calibrationReport,
  'report.rules': rulesReport,
  'report.delays': delaysReport,
  'report.recycled': recycledReport,
  'report.sourced': sourcedReport,
  'report.agreement': agreementReport,
  'report.drift': driftReport,
  'report.segments': segmentsAnswer,
  'report.leads': behindAnswer,
  'settings.get': teamSettings,
  'settings.set': teamSettings,
  'check-in.get': checkIn,
  'check-in.decide': decision,
  'check-in.done': decision,
  'check-in.take-back': nothing,
  'connection.pair': member,
  'connection.provider': signOn,
  'connection.sign-on': member,
  'connection.forget': nothing,
  'connection.devices': ownDevices,
  'connection.let-go': ownDevices,
  'crms.share': z.array(sharedNote),
  'crms.unshare': z.array(sharedNote),
  'crms.refresh': z.array(sharedNote),
  'sites.changed': nothing,
  'teach.begin': nothing,
  'teach.end': nothing,
} as const satisfies Record<MessageName, z.ZodMiniType>;

export type MessageAnswer<N extends MessageName> = z.infer<(typeof ANSWERS)[N]>;
