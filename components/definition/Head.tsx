import { type ChangeEvent, type RefObject, useRef, useState } from 'react';
import type { DefinitionIssue } from '../../lib/contract/definition-issues.ts';
import { mayActAs } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import text from '../ui/text.module.css';
import { shortDay } from '../ui/time.ts';
import styles from './DefinitionRoom.module.css';
import type { RoomParts } from './props.ts';
import { pathOf, sayIssue } from './say-issue.ts';

type Props = RoomParts & { titleRef: RefObject<HTMLHeadingElement | null> };

/** Which definition this is, who has signed it, what is in force, and the file in and out. */
export function Head(props: Props) {
  const t = definitionWords();
  const { state, now, place, onExport, titleRef } = props;
  const { current, draft, versions } = state.answer;
  const { unsaved } = state.edits;
  const proposed = draft !== null || unsaved;
  const signed = Object.values(draft?.signatures ?? {}).filter(Boolean).length;
  const since = versions.find(({ version }) => version === current.version)?.at;
  const both = current.signedBy.marketing && current.signedBy.sales;
  return (
    <div className={styles.head}>
      <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
        {t.title(proposed ? current.version + 1 : current.version)}
      </h1>
      <Chip outlined={proposed}>{unsaved ? t.editChip : draft ? t.draftChip : t.inForceChip}</Chip>
      {draft ? (
        // A long form lies between here and there, for whoever goes by keyboard.
        <Button kind="link" data-action="to-signatures" onClick={toSignatures}>
          {t.signatures[signed === 0 ? 0 : signed === 1 ? 1 : 2]}
        </Button>
      ) : null}
      <span className={styles.rest}>
        <span className={styles.muted}>
          {since ? (
            <Fill
              text={proposed ? t.inForceSince : t.sinceOf}
              version={current.version}
              when={<time dateTime={since}>{shortDay(since, now, place)}</time>}
            />
          ) : null}{' '}
          {both ? <TruceMark label={t.signedByBoth} /> : null}
        </span>
        {mayActAs(state.member.role, 'marketer') ? <Import {...props} /> : null}
        <Button size="small" data-action="export" onClick={onExport}>
          {t.export}
        </Button>
      </span>
    </div>
  );
}

const toSignatures = () => document.getElementById('definition-signatures')?.focus();

/** A file lands among the edits, or nowhere, with the reason. */
function Import({ onImport }: Pick<RoomParts, 'onImport'>) {
  const t = definitionWords();
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<DefinitionIssue[] | null>(null);

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const field = event.target;
    const file = field.files?.[0];
    if (!file) return;
    setFound(onImport(await file.text()));
    // The same file may be chosen again once it is corrected.
    field.value = '';
  }

  return (
    <>
      <Button size="small" data-action="import" onClick={() => input.current?.click()}>
        {t.import}
      </Button>
      <input
        ref={input}
        type="file"
        name="definition-file"
        accept="application/json,.json"
        className={text.hidden}
        tabIndex={-1}
        aria-label={t.importLabel}
        onChange={(event) => void take(event)}
      />
      {found ? (
        <div className={styles.import}>
          <Notice tone="strong" role={found.length > 0 ? 'alert' : 'status'}>
            {found.length === 0 ? (
              <p>{t.imported}</p>
            ) : (
              <>
                <p className={text.strong}>{t.importFailed}</p>
                <ul>
                  {found.map((issue) => (
                    <li key={`${pathOf(issue)} ${issue.is}`}>
                      <code>{pathOf(issue)}</code> {sayIssue(issue)}
                    </li>
                  ))}
                </ul>
                <p>{t.importSafe}</p>
              </>
            )}
          </Notice>
        </div>
      ) : null}
    </>
  );
}
