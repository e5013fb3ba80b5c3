/** Every table of the store, by how it is laid out on several servers. A new one is added here first. */

/** The column each table is spread over servers by. Small ones are copied everywhere and have none. */
export const SHARDED_BY: Record<string, string> = {
  lead: 'lead_id',
  event: 'lead_id',
  feedback: 'lead_id',
  resolution: 'lead_id',
  identity: 'ident',
  counter: 'lead_id',
  verdict_case: 'lead_id',
  audit: 'audit_id',
};
export const SMALL = [
  'install',
  'workspace',
  'member',
  'device',
  'invite',
  'pair_attempt',
  'source',
  'definition',
  'shared_crm',
  'calibration',
  'definition_draft',
  'rescoring',
  'lease',
];
/** Spread over servers, and no business of any lead. */
export const NOT_OF_LEADS = new Set(['audit']);
