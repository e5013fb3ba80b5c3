/** Topics and deliveries as people read them. */
import { type Delivery, type HookTopic, hookTopic } from '../../lib/contract/hooks.ts';

export const TOPICS: Record<HookTopic, { short: string; long: string }> = {
  'feedback.received': { short: 'what sales says', long: 'Sales gave a verdict or a flag' },
  'resolution.made': { short: 'what marketing answers', long: 'Marketing answered it' },
  'definition.published': {
    short: 'new definitions',
    long: 'A new lead definition came into force',
  },
  'lead.handed-over': { short: 'handoffs', long: 'A lead was handed over to sales' },
};

export const TOPIC_ORDER = hookTopic.options;

/** @returns how a delivery stands, in a word or two */
export function stateWords({ state, attempts }: Delivery): string {
  if (state === 'delivered') return attempts > 1 ? `heard at attempt ${attempts}` : 'heard';
  if (state === 'given-up') return `given up after ${attempts} attempts`;
  return attempts === 0
    ? 'on its way'
    : `not heard in ${attempts === 1 ? '1 attempt' : `${attempts} attempts`}`;
}
