import { useState } from 'react';
import type { Source } from '../../lib/contract/sources.ts';
import { sourceWords } from '../../lib/words/sources.ts';
import { storeWords } from '../../lib/words/store.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { When } from '../ui/When.tsx';
import lines from './Lines.module.css';
import type { Common, SourcesProps } from './props.ts';
import type { Says } from './Said.tsx';
import { Secret } from './Secret.tsx';
import styles from './Sources.module.css';
import { isSilent, silentFor, toolOf } from './source-words.ts';
import { TheirSecret } from './TheirSecret.tsx';
import { thenFocus } from './then-focus.ts';

type Props = Pick<Common, 'now' | 'place'> &
  Pick<SourcesProps, 'onChange' | 'onRevoke'> & { source: Source; says: Says; admin: boolean };

/** One source: who, when it was last heard, how to reach it; for administrators, what can be done. */
export function SourceLine(props: Props) {
  const { source, admin, says, onRevoke } = props;
  const t = sourceWords();
  const { remove, keepIt } = storeWords().page;
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const tool = toolOf(source);
  return (
    <li className={lines.line} data-source={source.sourceId}>
      <div className={styles.source}>
        <div className={lines.what}>
          <p className={lines.name}>
            <bdi>{source.label}</bdi>
          </p>
          <p className={lines.facts}>{aboutWords(source)}</p>
        </div>
        <Heard {...props} />
        {admin && tool ? (
          <div className={`${lines.acts} ${styles.acts}`}>
            <Button
              size="small"
              aria-expanded={open}
              aria-label={t.setUpOf(source.label)}
              data-action="open-source"
              onClick={() => setOpen(!open)}
            >
              {t.setUp}
            </Button>
            <Button
              size="small"
              kind="quiet"
              aria-label={t.removeOf(source.label)}
              data-action="revoke-source"
              onClick={() => setAsking(true)}
            >
              {remove}
            </Button>
          </div>
        ) : null}
      </div>
      {open ? <SetUp {...props} onClose={() => setOpen(false)} /> : null}
      {asking ? (
        <Confirm
          title={t.ask(source.label)}
          act={remove}
          keep={keepIt}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => onRevoke(source.sourceId), {
              text: t.removed(source.label),
            });
          }}
        >
          <p>{t.will}</p>
        </Confirm>
      ) : null}
    </li>
  );
}

/** What it is, unless its name says so already; then what it sends. */
function aboutWords(source: Source): string {
  const tool = toolOf(source);
  if (!tool) return sourceWords().byFile;
  return tool.name.toLowerCase() === source.label.toLowerCase() ? tool.what : tool.name;
}

/** Silence is said before anything else. */
function Heard({ source, now, place }: Props) {
  const t = sourceWords();
  const { lastAt, ready, refused } = source;
  const theirs = toolOf(source)?.theirs;
  return (
    <div className={styles.heard}>
      <p>
        {!ready ? (
          <span className={lines.loud}>{t.waitsFor[theirs ?? 'secret']}</span>
        ) : lastAt === null ? (
          t.notHeard
        ) : isSilent(source, now) ? (
          <span className={lines.loud}>{silentFor(lastAt, now)}</span>
        ) : (
          <Fill text={t.heard} when={<When at={lastAt} now={now} place={place} />} />
        )}
      </p>
      {refused > 0 ? <p className={lines.facts}>{t.refusedLately(refused)}</p> : null}
    </div>
  );
}

function SetUp({ source, says, onChange, onClose }: Props & { onClose: () => void }) {
  const t = sourceWords();
  const [label, setLabel] = useState(source.label);
  const tool = toolOf(source);
  const wanted = label.trim();
  async function rename() {
    if (!wanted) return;
    const before = source.label;
    await says.act(() => onChange(source.sourceId, { label: wanted }), {
      text: t.called(wanted),
      undo: {
        text: t.calledAgain(before),
        how: () => onChange(source.sourceId, { label: before }),
      },
    });
  }
  return (
    <div className={styles.setUp}>
      {source.address ? (
        <Secret label={t.sendsTo} value={source.address} note={t.proofs[source.proof]} />
      ) : null}
      {tool ? (
        <ol className={styles.steps}>
          {tool.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : null}
      {tool?.theirs ? (
        <TheirSecret
          theirs={tool.theirs}
          ready={source.ready}
          onSave={(secret) => onChange(source.sourceId, { secret })}
        />
      ) : null}
      <form
        className={styles.inline}
        data-form="rename-source"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <Field
          label={t.newName}
          name="source-label"
          autoComplete="off"
          dir="auto"
          value={label}
          error={wanted ? null : t.needsName}
          onChange={(event) => setLabel(event.target.value)}
        />
        <Button
          type="submit"
          busy={says.busy}
          off={wanted === source.label}
          data-action="rename-source"
        >
          {t.rename}
        </Button>
        <Button
          kind="quiet"
          data-action="close-source"
          onClick={(event) => {
            const line = event.currentTarget.closest('li');
            onClose();
            thenFocus(line, '[data-action="open-source"]');
          }}
        >
          {uiWords().close}
        </Button>
      </form>
    </div>
  );
}
