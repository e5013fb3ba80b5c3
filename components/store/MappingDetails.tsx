import type { ColumnMapping } from '../../lib/contract/imports.ts';
import { Field, SelectField } from '../ui/Field.tsx';
import styles from './Imports.module.css';
import { NO_RECORD, withRecord } from './mapping.ts';

type Props = { mapping: ColumnMapping; onChange: (mapping: ColumnMapping) => void };

/** What no column says: what happened in every row, in which zone, in which CRM. Asked only where it matters. */
export function MappingDetails({ mapping, onChange }: Props) {
  const roles = Object.values(mapping.columns);
  return (
    <div className={styles.details}>
      {roles.includes('event') ? null : (
        <Field
          label="What happened in every row"
          name="every-event"
          autoComplete="off"
          placeholder="Webinar Attended"
          hint="Leave it empty when the rows are people, not events."
          value={mapping.event ?? ''}
          onChange={(event) => onChange({ ...mapping, event: event.target.value || null })}
        />
      )}
      {roles.includes('at') ? (
        <SelectField
          label="Times without a zone are those of"
          name="zone"
          value={mapping.zone}
          onChange={(event) => onChange({ ...mapping, zone: event.target.value })}
        >
          {zones(mapping.zone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
      ) : null}
      {roles.includes('at') ? (
        <SelectField
          label="03/04/2026 is"
          name="dates"
          value={mapping.dates ?? ''}
          onChange={(event) => {
            const { dates: _, ...rest } = mapping;
            const { value } = event.target;
            onChange(value === 'dmy' || value === 'mdy' ? { ...rest, dates: value } : rest);
          }}
        >
          <option value="">what the file’s other dates tell</option>
          <option value="dmy">3 April, the day first</option>
          <option value="mdy">4 March, the month first</option>
        </SelectField>
      ) : null}
      {roles.includes('record') ? <Records mapping={mapping} onChange={onChange} /> : null}
    </div>
  );
}

/** Whose ids they are; without it they are told apart from all others, but open no page in a CRM. */
function Records({ mapping, onChange }: Props) {
  const record = mapping.record ?? NO_RECORD;
  return (
    <>
      <Field
        label="Whose ids these are: the CRM, optional"
        name="record-crm"
        autoComplete="off"
        spellCheck={false}
        placeholder="salesforce"
        hint="As it is called in the options of Truce, in small letters."
        value={record.crm}
        onChange={(event) => onChange(withRecord(mapping, { crm: event.target.value.trim() }))}
      />
      <Field
        label="Its address or account"
        name="record-org"
        autoComplete="off"
        spellCheck={false}
        placeholder="acme.lightning.force.com"
        value={record.org}
        onChange={(event) => onChange(withRecord(mapping, { org: event.target.value.trim() }))}
      />
      <SelectField
        label="What the records are"
        name="record-kind"
        value={record.kind}
        onChange={(event) => onChange(withRecord(mapping, { kind: event.target.value }))}
      >
        <option value="lead">leads</option>
        <option value="contact">contacts</option>
        <option value="record">its addresses do not say</option>
      </SelectField>
    </>
  );
}

/** All zones this browser knows; first the one that is set. */
function zones(set: string): string[] {
  return [...new Set([set, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
