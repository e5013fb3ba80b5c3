/** What “Send a test” sends: a person who does not exist. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { HookBody, HookLead, HookTopic } from '../../lib/contract/hooks.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const FEEDBACK = '01900000-0000-7000-8000-000000000000';
const RESOLUTION = '01900000-0000-7000-8000-000000000001';

const lead: HookLead = {
  leadId: NOBODY,
  records: [{ crm: 'hubspot', org: '12345', kind: 'contact', id: '1' }],
  email: 'jo@example.com',
  name: 'Jo Example',
  company: 'Example Ltd',
  stage: 'rejected',
  points: 64,
};

type Example = HookBody extends infer Body
  ? Body extends HookBody
    ? Pick<Body, 'type' | 'data'>
    : never
  : never;

/** @returns a message on this topic, whole and made up */
export function exampleBody(topic: HookTopic, definition: LeadDefinition, at: Date): Example {
  const madeAt = at.toISOString();
  switch (topic) {
    case 'feedback.received':
      return {
        type: topic,
        data: {
          lead,
          feedback: {
            id: FEEDBACK,
            kind: 'verdict',
            verdict: 'rejected',
            flag: null,
            ruleId: null,
            fault: null,
            reason: 'Wrong market',
            note: 'They sell to consumers.',
            until: null,
            wakeOn: [],
            by: 'Ben',
            madeAt,
          },
        },
      };
    case 'resolution.made':
      return {
        type: topic,
        data: {
          lead,
          resolution: {
            id: RESOLUTION,
            feedbackId: FEEDBACK,
            kind: 'changed',
            reply: 'Consumer companies are left out from now on.',
            by: 'Ines',
            madeAt,
          },
        },
      };
    case 'definition.published':
      return { type: topic, data: { definition } };
    case 'lead.handed-over': {
      const dueAt = new Date(at.getTime() + definition.sla.salesHours * 3_600_000).toISOString();
      const handoff = { at: madeAt, dueAt, by: 'line' as const };
      return { type: topic, data: { lead: { ...lead, stage: 'mql' }, handoff } };
    }
  }
}
