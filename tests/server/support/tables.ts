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
  lead_part: 'lead_id',
  kept_apart: 'lead_id',
  lead_merge: 'merge_id',
  audit: 'audit_id',
  import_job: 'import_id',
  import_chunk: 'import_id',
  import_refused: 'import_id',
  intake: 'intake_id',
  change: 'bucket',
  hook_delivery: 'delivery_id',
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
  'import_mapping',
  'hook_endpoint',
  'sign_on',
  'sign_on_code',
];
/** Spread over servers, and no business of any lead. */
export const NOT_OF_LEADS = new Set([
  'import_job',
  'import_chunk',
  'import_refused',
  'audit',
  'lead_merge',
  'intake',
  'change',
  'hook_delivery',
]);
