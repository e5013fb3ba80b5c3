/** What a file's columns mean: changing it, and what is wrong with it. */
import type { ColumnMapping, ColumnRole } from '../../lib/contract/imports.ts';

/** These say who it is. */
const WHO: readonly ColumnRole[] = ['email', 'record', 'userId', 'anonymousId'];

export const NO_MAPPING: ColumnMapping = { columns: {}, event: null, zone: 'UTC', record: null };

/** @returns the mapping with this column meaning that; null leaves it out */
export function withColumn(
  mapping: ColumnMapping,
  name: string,
  role: ColumnRole | null,
): ColumnMapping {
  const { [name]: _, ...rest } = mapping.columns;
  const columns = role === null ? rest : { ...rest, [name]: role };
  const roles = Object.values(columns);
  return {
    ...mapping,
    columns,
    event: roles.includes('event') ? null : mapping.event,
    record: roles.includes('record') ? mapping.record : null,
  };
}

/** @returns the mapping with this said of its records; nothing said at all is nothing */
export function withRecord(
  mapping: ColumnMapping,
  said: Partial<NonNullable<ColumnMapping['record']>>,
): ColumnMapping {
  const record = { ...(mapping.record ?? NO_RECORD), ...said };
  return { ...mapping, record: record.crm || record.org ? record : null };
}

export const NO_RECORD = { crm: '', org: '', kind: 'contact' };

/** @returns what has to be mended before the file can be read by it; null when nothing has */
export function faultOf({ columns, record }: ColumnMapping): 'noOne' | 'sayBoth' | null {
  const roles = Object.values(columns);
  if (!roles.some((role) => WHO.includes(role))) {
    return 'noOne';
  }
  if (record && (!/^[a-z][a-z0-9-]{1,39}$/.test(record.crm) || !record.org)) {
    return 'sayBoth';
  }
  return null;
}
