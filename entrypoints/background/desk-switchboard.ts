/** What the review desk asks of the store, by the name of its message. One line each. */
import { done, type Result } from '../../lib/contract/problem.ts';
import type { Switchboard } from '../../lib/messaging/answer.ts';
import type { MessageName } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/sync/client.ts';

type Connected = <T>(use: (client: Client) => Promise<Result<T>>) => Promise<Result<T>>;
type DeskMessage = Extract<
  MessageName,
  `${'review' | 'learning' | 'definition' | 'definitions' | 'report' | 'settings' | 'check-in'}.${string}`
>;

/** @param connected asks the store that this browser is connected to */
export function deskSwitchboard(
  connected: Connected,
): Pick<Switchboard, DeskMessage | 'lead.search' | 'lead.merge'> {
  const quietly = async (
    use: (client: Client) => Promise<Result<unknown>>,
  ): Promise<Result<null>> => {
    const answer = await connected(use);
    return answer.ok ? done(null) : answer;
  };
  return {
    'review.list': (query) => connected((client) => client.review(query)),
    'review.facets': ({ filter }) => connected((client) => client.facets(filter)),
    'review.patterns': () => connected((client) => client.patterns()),
    'review.case': ({ leadId, feedbackId }) =>
      connected((client) => client.reviewCase(leadId, feedbackId)),
    'lead.search': ({ text }) => connected((client) => client.search(text)),
    'lead.merge': ({ leadId, other }) => connected((client) => client.merge(leadId, other)),
    'learning.get': () => connected((client) => client.learning()),
    'definitions.get': () => connected((client) => client.definitions()),
    'definition.get': ({ version }) => connected((client) => client.definition(version)),
    'definition.preview': ({ definition }) => connected((client) => client.preview(definition)),
    'definition.draft': (body) => quietly((client) => client.draft(body)),
    'definition.discard': ({ draftId }) => quietly((client) => client.discardDraft(draftId)),
    'definition.sign': ({ draftId, side }) => connected((client) => client.sign(draftId, side)),
    'definition.unsign': ({ draftId, side }) => connected((client) => client.unsign(draftId, side)),
    'definition.comment': ({ draftId, ...comment }) =>
      connected((client) => client.comment(draftId, comment)),
    'definition.start': ({ draftId, startsOn }) =>
      connected((client) => client.start(draftId, startsOn)),
    'definition.publish': ({ draftId }) => connected((client) => client.publish(draftId)),
    'definition.roll-back': (body) => connected((client) => client.rollBack(body)),
    'report.headline': (query) => connected((client) => client.reports.headline(query)),
    'report.funnel': (query) => connected((client) => client.reports.funnel(query)),
    'report.acceptance': (query) => connected((client) => client.reports.acceptance(query)),
    'report.reasons': (query) => connected((client) => client.reports.reasons(query)),
    'report.calibration': (query) => connected((client) => client.reports.calibration(query)),
    'report.rules': (query) => connected((client) => client.reports.rules(query)),
    'report.delays': (query) => connected((client) => client.reports.delays(query)),
    'report.recycled': (query) => connected((client) => client.reports.recycled(query)),
    'report.sourced': (query) => connected((client) => client.reports.sourced(query)),
    'report.agreement': (query) => connected((client) => client.reports.agreement(query)),
    'report.drift': (query) => connected((client) => client.reports.drift(query)),
    'report.segments': () => connected((client) => client.segments()),
    'report.leads': (query) => connected((client) => client.behind(query)),
    'settings.get': () => connected((client) => client.settings()),
    'settings.set': (settings) => connected((client) => client.setSettings(settings)),
    'check-in.get': (query) => connected((client) => client.checkIn(query)),
    'check-in.decide': (decision) => connected((client) => client.decide(decision)),
    'check-in.done': ({ decisionId, done: isDone }) =>
      connected((client) => client.decisionDone(decisionId, isDone)),
    'check-in.take-back': ({ decisionId }) =>
      quietly((client) => client.takeBackDecision(decisionId)),
  };
}
