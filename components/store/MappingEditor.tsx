import { type ReactNode, useState } from 'react';
import {
  type ColumnMapping,
  type ImportFormat,
  type ImportJob,
  importFormat,
} from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import styles from './Imports.module.css';
import lines from './Lines.module.css';
import { MappingDetails } from './MappingDetails.tsx';
import { faultOf, NO_MAPPING } from './mapping.ts';
import type { ImportsProps } from './props.ts';
import type { Says } from './Said.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Pick<ImportsProps, 'mappings' | 'onTry' | 'onSaveMapping' | 'onDropMapping'> & {
  job: ImportJob;
  says: Says;
  /** Nobody knows this file; there is nothing to go back to. */
  unknown: boolean;
  onClose: () => void;
  forget: ReactNode;
};

/** Says what a file is: one of the known kinds, or what each of its columns means. Then it is read through again. */
export function MappingEditor(props: Props) {
  const { job, says, unknown, onClose } = props;
  const { mapping: t, formats } = importWords();
  const tried = job.format ?? 'mapped';
  const [format, setFormat] = useState<ImportFormat>(tried);
  const [mapping, setMapping] = useState<ColumnMapping>(job.mapping ?? NO_MAPPING);
  const [asked, setAsked] = useState(false);
  // What the columns of another kind of file are is the store's to say, when it has read it as such.
  const byColumns = format === tried && format !== 'segment-messages';
  const fault = byColumns ? faultOf(mapping) : null;

  async function read() {
    setAsked(true);
    if (fault) return;
    const how = { format, mapping: byColumns ? mapping : null };
    const ok = await says.act(() => props.onTry(job.importId, how), {
      text: t.readAgain(job.fileName),
    });
    if (ok) onClose();
  }

  return (
    <form
      className={styles.editor}
      noValidate
      data-form="mapping"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      {unknown ? <p>{t.unknown}</p> : null}
      <div className={styles.pick}>
        <SelectField
          label={t.readAs}
          name="format"
          value={format}
          onChange={(event) => setFormat(importFormat.parse(event.target.value))}
        >
          {importFormat.options.map((each) => (
            <option key={each} value={each}>
              {formats[each]}
            </option>
          ))}
        </SelectField>
        {byColumns ? <SavedMappings {...props} mapping={mapping} onUse={setMapping} /> : null}
      </div>
      {byColumns ? (
        <>
          <ColumnTable columns={job.columns} mapping={mapping} onChange={setMapping} />
          <MappingDetails mapping={mapping} onChange={setMapping} />
        </>
      ) : (
        <p className={lines.facts}>{t.readAsNamed(formats[format])}</p>
      )}
      {asked && fault ? (
        <p role="alert" className={styles.fault}>
          {t[fault]}
        </p>
      ) : null}
      <div className={lines.acts}>
        <Button type="submit" kind="marketing" busy={says.busy} data-action="try-import">
          {t.read}
        </Button>
        {unknown ? (
          props.forget
        ) : (
          <Button
            kind="quiet"
            data-action="keep-mapping"
            onClick={(event) => {
              const card = event.currentTarget.closest('article');
              onClose();
              thenFocus(card, '[data-action="edit-mapping"]');
            }}
          >
            {t.leave}
          </Button>
        )}
      </div>
    </form>
  );
}
