import { useState } from 'react';
import type { Source } from '../../lib/contract/sources.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Field } from '../ui/Field.tsx';
import { When } from '../ui/When.tsx';
import { count } from '../ui/words.ts';
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
              aria-label={`Set up ${source.label}`}
              data-action="open-source"
              onClick={() => setOpen(!open)}
            >
              Set up
            </Button>
            <Button
              size="small"
              kind="quiet"
              aria-label={`Remove ${source.label}`}
              data-action="revoke-source"
              onClick={() => setAsking(true)}
            >
              Remove
            </Button>
          </div>
        ) : null}
      </div>
      {open ? <SetUp {...props} onClose={() => setOpen(false)} /> : null}
      {asking ? (
        <Confirm
          title={`Remove ${source.label}?`}
          act="Remove"
          keep="Keep it"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => onRevoke(source.sourceId), {
              text: `${source.label} is removed. What it sends now is refused.`,
            });
          }}
        >
          <p>
            What it has sent stays. What it sends from now on is refused, and its key or secret can
            never be used again.
          </p>
        </Confirm>
      ) : null}
    </li>
  );
}

/** What it is, unless its name says so already; then what it sends. */
function aboutWords(source: Source): string {
  const tool = toolOf(source);
  if (!tool) return 'what somebody brought in under Imports';
  return tool.name.toLowerCase() === source.label.toLowerCase() ? tool.what : tool.name;
}

/** Silence is said before anything else. */
function Heard({ source, now, place }: Props) {
  const { lastAt, ready, refused } = source;
  const theirs = toolOf(source)?.theirs;
  return (
    <div className={styles.heard}>
      <p>
        {!ready ? (
          <span className={lines.loud}>
            waits for its {(theirs?.name ?? 'secret').toLowerCase()}
          </span>
        ) : lastAt === null ? (
          'not heard yet'
        ) : isSilent(source, now) ? (
          <span className={lines.loud}>silent for {silentFor(lastAt, now)}</span>
        ) : (
          <>
            heard <When at={lastAt} now={now} place={place} />
          </>
        )}
      </p>
      {refused > 0 ? (
        <p className={lines.facts}>{count(refused, 'thing')} refused in 7 days</p>
      ) : null}
    </div>
  );
}

function SetUp({ source, says, onChange, onClose }: Props & { onClose: () => void }) {
  const [label, setLabel] = useState(source.label);
  const tool = toolOf(source);
  const wanted = label.trim();
  async function rename() {
    if (!wanted) return;
    const before = source.label;
    await says.act(() => onChange(source.sourceId, { label: wanted }), {
      text: `It is called ${wanted} now.`,
      undo: {
        text: `It is called ${before} again.`,
        how: () => onChange(source.sourceId, { label: before }),
      },
    });
  }
  return (
    <div className={styles.setUp}>
      {source.address ? (
        <Secret label="Where it sends to" value={source.address} note={PROOFS[source.proof]} />
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
          label="Name"
          name="source-label"
          autoComplete="off"
          dir="auto"
          value={label}
          error={wanted ? null : 'It needs a name.'}
          onChange={(event) => setLabel(event.target.value)}
        />
        <Button
          type="submit"
          busy={says.busy}
          off={wanted === source.label}
          data-action="rename-source"
        >
          Rename
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
          Close
        </Button>
      </form>
    </div>
  );
}

const PROOFS: Record<Source['proof'], string> = {
  'write-key':
    'It proves itself with its write key, which was shown once. Lost? Add the source anew.',
  signature: 'It signs what it sends. Its secret was shown once, or is entered below.',
  'secret-address': 'The secret part of the address was shown once. Lost? Add the source anew.',
  none: 'It does not prove itself.',
};
