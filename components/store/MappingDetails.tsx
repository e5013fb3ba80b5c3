import type { ColumnMapping } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { Field, SelectField } from '../ui/Field.tsx';
import styles from './Imports.module.css';
import { NO_RECORD, withRecord } from './mapping.ts';

type Props = { mapping: ColumnMapping; onChange: (mapping: ColumnMapping) => void };

/** What no column says: what happened in every row, in which zone, in which CRM. Asked only where it matters. */
export function MappingDetails({ mapping, onChange }: Props) {
  const t = importWords().mapping;
  const roles = Object.values(mapping.columns);
  return (
    <div className={styles.details}>
      {roles.includes('event') ? null : (
        <Field
          label={t.everyEvent}
          name="every-event"
          autoComplete="off"
          placeholder="Webinar Attended"
          hint={t.everyEventHint}
          value={mapping.event ?? ''}
          onChange={(event) => onChange({ ...mapping, event: event.target.value || null })}
        />
      )}
      {roles.includes('at') ? (
        <SelectField
          label={t.zone}
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
          label={t.dates}
          name="dates"
          value={mapping.dates ?? ''}
          onChange={(event) => {
            const { dates: _, ...rest } = mapping;
            const { value } = event.target;
            onChange(value === 'dmy' || value === 'mdy' ? { ...rest, dates: value } : rest);
          }}
        >
          <option value="">{t.datesTell}</option>
          <option value="dmy">{t.dmy}</option>
          <option value="mdy">{t.mdy}</option>
        </SelectField>
      ) : null}
      {roles.includes('record') ? <Records mapping={mapping} onChange={onChange} /> : null}
    </div>
  );
}

/** Whose ids they are; without it they are told apart from all others, but open no page in a CRM. */
function Records({ mapping, onChange }: Props) {
  const t = importWords().mapping;
  const record = mapping.record ?? NO_RECORD;
  return (
    <>
      <Field
        label={t.crm}
        name="record-crm"
        autoComplete="off"
        spellCheck={false}
        placeholder="salesforce"
        hint={t.crmHint}
        value={record.crm}
        onChange={(event) => onChange(withRecord(mapping, { crm: event.target.value.trim() }))}
      />
      <Field
        label={t.account}
        name="record-org"
        autoComplete="off"
        spellCheck={false}
        placeholder="acme.lightning.force.com"
        value={record.org}
        onChange={(event) => onChange(withRecord(mapping, { org: event.target.value.trim() }))}
      />
      <SelectField
        label={t.recordKind}
        name="record-kind"
        value={record.kind}
        onChange={(event) => onChange(withRecord(mapping, { kind: event.target.value }))}
      >
        <option value="lead">{t.leads}</option>
        <option value="contact">{t.contacts}</option>
        <option value="record">{t.notSaid}</option>
      </SelectField>
    </>
  );
}

/** All zones this browser knows; first the one that is set. */
function zones(set: string): string[] {
  return [...new Set([set, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
