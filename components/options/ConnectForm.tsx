import { useEffect, useId, useRef, useState } from 'react';
import { invitationIn, inviteCode } from '../../lib/contract/access.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import own from './ConnectForm.module.css';
import styles from './Forms.module.css';
import { originOf } from './origin.ts';
import type { OptionsCallbacks } from './props.ts';

type Props = Pick<OptionsCallbacks, 'onConnect' | 'onAskProvider' | 'onSignOn'> & { store: string };

/**
 * Three ways in, of which only those are shown that there are: an invitation link says it all; at an address people sign in
 * with their company, where there is that, or enter a code. A code may be typed with or without its dash, in any case.
 */
export function ConnectForm({ store, onConnect, onAskProvider, onSignOn }: Props) {
  const t = optionsWords().connect;
  const [typed, setTyped] = useState({ store, code: '' });
  const [tried, setTried] = useState(false);
  const connecting = useSaving();
  const signing = useSaving();
  const invitation = invitationIn(typed.store);
  const address = invitation ? null : originOf(typed.store);
  const [provider, askProvider] = useProvider(address, onAskProvider);
  const noCode = !inviteCode.safeParse(typed.code).success;
  const name = useId();

  async function connect() {
    if (signing.busy) return;
    signing.clear();
    if (invitation) return void (await connecting.run(() => onConnect(invitation)));
    // Whoever presses Enter after the address wants to know what comes next.
    if (address && typed.code.trim() === '' && (await askProvider())) return;
    setTried(true);
    if (!address || noCode) return;
    await connecting.run(() => onConnect({ store: address, code: typed.code.trim() }));
  }

  function signOn() {
    if (!address || connecting.busy) return;
    connecting.clear();
    setTried(false);
    void signing.run(() => onSignOn({ store: address }));
  }

  const problem = signing.problem ?? connecting.problem;
  return (
    <form
      className={styles.form}
      noValidate
      data-form="connect"
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <div className={provider || invitation ? styles.full : undefined}>
        <Field
          label={t.address}
          name="store"
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
          placeholder="https://truce.example.com"
          value={typed.store}
          error={tried && !address && !invitation ? t.noAddress : null}
          onChange={(event) => setTyped({ ...typed, store: event.target.value })}
          onBlur={() => void askProvider()}
        />
      </div>
      {provider ? (
        <div className={own.signOn}>
          <Button kind="marketing" busy={signing.busy} data-action="sign-on" onClick={signOn}>
            {t.signIn(provider.name)}
          </Button>
          <p className={own.note} role="status">
            {signing.busy ? t.window : null}
          </p>
        </div>
      ) : null}
      {invitation ? (
        <p className={own.invited} id={name}>
          <Fill text={t.invited} store={<bdi>{new URL(invitation.store).host}</bdi>} />
        </p>
      ) : (
        <Field
          label={provider ? t.orCode : t.code}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="7K3M-QX2P"
          value={typed.code}
          error={tried && noCode ? t.noCode : null}
          onChange={(event) => setTyped({ ...typed, code: event.target.value })}
        />
      )}
      <div className={invitation ? own.beside : styles.act}>
        <Button
          type="submit"
          kind={provider ? 'plain' : 'marketing'}
          busy={connecting.busy}
          data-action="connect"
          aria-describedby={invitation ? name : undefined}
        >
          {connecting.busy ? t.connecting : t.connect}
        </Button>
      </div>
      {problem ? (
        <div className={styles.full}>
          <ProblemNotice problem={problem} />
        </div>
      ) : null}
    </form>
  );
}

interface Provider {
  name: string;
}

/**
 * @returns how people of the store at this address sign in, when that is known; and a function that asks, once for each
 * address. A store that does not answer is no news here: connecting says so.
 */
function useProvider(
  address: string | null,
  onAskProvider: Props['onAskProvider'],
): [Provider | null, () => Promise<Provider | null>] {
  const [known, setKnown] = useState<{ address: string; provider: Provider | null } | null>(null);
  const asked = useRef<{ address: string; answer: Promise<Provider | null> } | null>(null);

  async function ask(): Promise<Provider | null> {
    if (address === null) return null;
    if (asked.current?.address === address) return asked.current.answer;
    const answer = onAskProvider({ store: address }).then((said) =>
      said.ok ? said.value.provider : null,
    );
    asked.current = { address, answer };
    const provider = await answer;
    if (asked.current?.address === address) setKnown({ address, provider });
    return provider;
  }

  // Of a store that was known before, nobody has to leave a field first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later addresses are typed
  useEffect(() => void ask(), []);
  return [known !== null && known.address === address ? known.provider : null, ask];
}
