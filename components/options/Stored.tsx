import { useState } from 'react';
import { optionsWords } from '../../lib/words/options.ts';
import { locale } from '../../lib/words/speak.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import text from '../ui/text.module.css';
import { ago } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { Card } from './Card.tsx';
import type { OptionsCallbacks, StoredView } from './props.ts';
import styles from './Stored.module.css';

type Props = Pick<OptionsCallbacks, 'onForgetLeads' | 'onForgetAll' | 'onSaveOutbox'> & {
  stored: StoredView;
  /** So many things said are not in the store yet, and only here. */
  unsent: number;
  now: number;
  place: Place;
};

/** What this browser keeps of other people, and the buttons that end it. */
export function Stored({ stored, unsent, now, place, onForgetLeads, ...rest }: Props) {
  const t = optionsWords().stored;
  const [forgotten, setForgotten] = useState(false);
  const saving = useSaving();
  const none = stored.leads === 0;
  return (
    <Card anchor="stored" title={t.title} lead={t.lead}>
      <p role={forgotten ? 'status' : undefined}>{words(stored, now, place)}</p>
      <p>{t.also}</p>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      <div className={styles.buttons}>
        <Button
          size="small"
          busy={saving.busy}
          off={none}
          data-action="forget-leads"
          onClick={async () => setForgotten(await saving.run(onForgetLeads))}
        >
          {t.forget}
        </Button>
        <ForgetAll unsent={unsent} {...rest} />
      </div>
    </Card>
  );
}

type AllProps = Pick<Props, 'unsent' | 'onForgetAll' | 'onSaveOutbox'>;

/** Everything goes, after a question; what is nowhere else is named in it. */
function ForgetAll({ unsent, onForgetAll, onSaveOutbox }: AllProps) {
  const { stored: t, ...all } = optionsWords();
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        busy={saving.busy}
        data-action="forget-all"
        onClick={() => setAsking(true)}
      >
        {t.all}
      </Button>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      {asking ? (
        <Confirm
          title={t.ask}
          act={t.deleteAll}
          keep={all.keep}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void saving.run(onForgetAll);
          }}
        >
          <p>{t.help}</p>
          {unsent > 0 ? (
            <>
              <p className={text.strong}>{t.unsent(unsent)}</p>
              <p>
                <Button size="small" onClick={onSaveOutbox}>
                  {all.saveAsFile}
                </Button>
              </p>
            </>
          ) : null}
        </Confirm>
      ) : null}
    </>
  );
}

function words({ leads, bytes, oldestAt }: StoredView, now: number, place: Place): string {
  const t = optionsWords().stored;
  if (leads === 0) return t.none;
  const size = bytes === null ? '' : `, ${sizeWords(bytes, place)}`;
  const oldest = oldestAt === null ? '' : `, ${t.oldest(ago(oldestAt, now, place))}`;
  return `${t.leads(leads)}${size}${oldest}.`;
}

function sizeWords(bytes: number, place: Place): string {
  const big = bytes >= 1_000_000;
  return new Intl.NumberFormat(place.locale ?? locale(), {
    style: 'unit',
    unit: big ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: big ? 1 : 0,
  }).format(big ? bytes / 1_000_000 : bytes / 1000);
}
