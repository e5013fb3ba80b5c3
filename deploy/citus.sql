-- Spreads the tables of a store over the workers of a Citus cluster. Once, after `npm run store -- migrate` and before any
-- data. A test keeps the list whole; that it runs has not been tried with this release (docs/deploy.md).
--   psql "$DATABASE_URL" --single-transaction --file deploy/citus.sql

select create_distributed_table('lead', 'lead_id', colocate_with => 'none');
select create_distributed_table('event', 'lead_id', colocate_with => 'lead');
select create_distributed_table('feedback', 'lead_id', colocate_with => 'lead');
select create_distributed_table('resolution', 'lead_id', colocate_with => 'lead');
select create_distributed_table('identity', 'ident', colocate_with => 'none');
select create_distributed_table('counter', 'lead_id', colocate_with => 'lead');
select create_distributed_table('verdict_case', 'lead_id', colocate_with => 'lead');
select create_distributed_table('lead_part', 'lead_id', colocate_with => 'lead');
select create_distributed_table('watched', 'lead_id', colocate_with => 'lead');
select create_distributed_table('kept_apart', 'lead_id', colocate_with => 'lead');
select create_distributed_table('lead_merge', 'merge_id', colocate_with => 'none');
select create_distributed_table('erased', 'name_hash', colocate_with => 'none');
select create_distributed_table('audit', 'audit_id', colocate_with => 'none');
select create_distributed_table('import_job', 'import_id', colocate_with => 'none');
select create_distributed_table('import_chunk', 'import_id', colocate_with => 'import_job');
select create_distributed_table('import_refused', 'import_id', colocate_with => 'import_job');
select create_distributed_table('intake', 'intake_id', colocate_with => 'none');
select create_distributed_table('change', 'bucket', colocate_with => 'none');
select create_distributed_table('hook_delivery', 'delivery_id', colocate_with => 'none');

-- Small, and read with everything: a copy on every worker.
select create_reference_table('erasure');
select create_reference_table('retention');
select create_reference_table('retention_run');
select create_reference_table('workspace');
select create_reference_table('member');
select create_reference_table('device');
select create_reference_table('invite');
select create_reference_table('pair_attempt');
select create_reference_table('source');
select create_reference_table('definition');
select create_reference_table('shared_crm');
select create_reference_table('calibration');
select create_reference_table('definition_draft');
select create_reference_table('definition_comment');
select create_reference_table('decision');
select create_reference_table('rescoring');
select create_reference_table('import_mapping');
select create_reference_table('hook_endpoint');
select create_reference_table('sign_on');
select create_reference_table('sign_on_code');

-- install and lease stay on the coordinator as they are: whose turn background work is goes by its clock, and Citus takes no
-- volatile function in an update of a table that it spreads.
