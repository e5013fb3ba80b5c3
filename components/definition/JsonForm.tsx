import { useId, useState } from 'react';
import { mayActAs } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import styles from './JsonForm.module.css';
import type { RoomParts } from './props.ts';
import { pathOf, sayIssue } from './say-issue.ts';

/** The same as the form, for who would rather type it. What is no definition yet stays as it was typed. */
export function JsonForm({ state, onTypeJson }: RoomParts) {
  const t = definitionWords().json;
  const id = useId();
  const { json, issues } = state.edits;
  // While somebody types it is theirs, spaces and all; afterwards it is written as we write it.
  const [typing, setTyping] = useState<string | null>(null);
  const text = typing ?? json ?? JSON.stringify(state.shown, null, 2);
  return (
    <section className={styles.json}>
      <label htmlFor={id}>{t.label}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t.hint}
      </p>
      <textarea
        id={id}
        name="json"
        className={styles.area}
        rows={40}
        spellCheck={false}
        dir="ltr"
        readOnly={!mayActAs(state.member.role, 'marketer')}
        aria-describedby={`${id}-hint ${id}-said`}
        aria-invalid={issues.length > 0 || undefined}
        value={text}
        onChange={(event) => {
          setTyping(event.target.value);
          onTypeJson(event.target.value);
        }}
        onBlur={() => setTyping(null)}
      />
      <div id={`${id}-said`} className={styles.said} role="status">
        {issues.length === 0 ? (
          <p>{t.fine}</p>
        ) : (
          <ul>
            {issues.map((issue) => (
              <li key={`${pathOf(issue)} ${issue.is}`}>
                <code>{pathOf(issue)}</code> {sayIssue(issue)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
