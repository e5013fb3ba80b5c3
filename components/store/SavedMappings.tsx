import { useState } from 'react';
import type { ColumnMapping } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { storeWords } from '../../lib/words/store.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { Field, SelectField } from '../ui/Field.tsx';
import styles from './Imports.module.css';
import { faultOf } from './mapping.ts';
import type { ImportsProps } from './props.ts';
import type { Says } from './Said.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Pick<ImportsProps, 'mappings' | 'onSaveMapping' | 'onDropMapping'> & {
  mapping: ColumnMapping;
  says: Says;
  onUse: (mapping: ColumnMapping) => void;
};

/** Mappings by name, so that next month's file is read like this month's. */
export function SavedMappings({ mappings, mapping, says, onUse, ...props }: Props) {
  const t = importWords().mapping;
  const [name, setName] = useState('');
  const [used, setUsed] = useState('');
  const wanted = name.trim();
  const chosen = mappings.find(({ mappingId }) => mappingId === used);

  async function save() {
    if (!wanted || faultOf(mapping)) return;
    const ok = await says.act(() => props.onSaveMapping({ name: wanted, mapping }), {
      text: t.savedAs(wanted),
    });
    if (ok) setName('');
  }

  return (
    <>
      {mappings.length > 0 ? (
        <div className={styles.withButton}>
          <SelectField
            label={t.saved}
            name="saved-mapping"
            value={used}
            onChange={(event) => {
              setUsed(event.target.value);
              const saved = mappings.find(({ mappingId }) => mappingId === event.target.value);
              if (saved) onUse(saved.mapping);
            }}
          >
            <option value="">{uiWords().choose}</option>
            {mappings.map((each) => (
              <option key={each.mappingId} value={each.mappingId}>
                {each.name}
              </option>
            ))}
          </SelectField>
          {chosen ? (
            <Button
              kind="quiet"
              size="small"
              busy={says.busy}
              data-action="drop-mapping"
              onClick={(event) => {
                thenFocus(
                  event.currentTarget.form,
                  '[name="saved-mapping"], [name="mapping-name"]',
                );
                setUsed('');
                void says.act(() => props.onDropMapping(chosen.mappingId), {
                  text: t.dropped(chosen.name),
                  undo: {
                    text: t.savedAgain(chosen.name),
                    how: () => props.onSaveMapping({ name: chosen.name, mapping: chosen.mapping }),
                  },
                });
              }}
            >
              {storeWords().page.remove}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div className={styles.withButton}>
        <Field
          label={t.saveAs}
          name="mapping-name"
          autoComplete="off"
          dir="auto"
          placeholder={t.nameExample}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            // Enter here saves the mapping; the form around it reads the file.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void save();
          }}
        />
        <Button
          size="small"
          off={!wanted || faultOf(mapping) !== null}
          busy={says.busy}
          data-action="save-mapping"
          onClick={() => void save()}
        >
          {storeWords().page.save}
        </Button>
      </div>
    </>
  );
}
