import { useId } from 'react';
import { optionsWords } from '../../lib/words/options.ts';
import { Choices } from '../ui/Choices.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Saving } from '../ui/views.ts';
import { Card } from './Card.tsx';
import styles from './Looks.module.css';
import type { LooksProps } from './looks-props.ts';

/** Where the sidebar lives, scores in lists, notifications. */
export function Looks({ looks, onHome, onLists, onNotices }: LooksProps) {
  const t = optionsWords().looks;
  const { home, lists, notices, mayNotify = 'allowed' } = looks;
  if (home === null && lists.length === 0 && mayNotify === 'off') return null;
  return (
    <Card anchor="looks" title={t.title} lead={t.lead}>
      {home === null ? null : (
        <div>
          <Choices
            legend={t.where}
            choices={[
              { value: 'page', label: t.inPage },
              { value: 'panel', label: t.inPanel },
            ]}
            chosen={home}
            side="marketing"
            onChoose={(chosen) => void onHome(chosen)}
          />
          <p className={styles.help}>{t.panelHelp}</p>
        </div>
      )}
      <ul className={styles.lines}>
        {mayNotify === 'off' ? null : (
          <Line
            name={t.notify}
            help={t.notifyHelp}
            on={notices.on}
            what="notices"
            onSwitch={(on) => onNotices({ ...notices, on })}
          />
        )}
        {notices.on && mayNotify === 'allowed' ? (
          <Line
            name={t.names}
            help={t.namesHelp}
            on={notices.names}
            what="notice-names"
            onSwitch={(names) => onNotices({ ...notices, names })}
          />
        ) : null}
        {lists.map(({ crm, name, on }) => (
          <Line
            key={crm}
            name={t.listsOn(name)}
            help={t.listsHelp}
            on={on}
            what={`lists-${crm}`}
            onSwitch={(next) => onLists(crm, next)}
          />
        ))}
      </ul>
    </Card>
  );
}

type LineProps = {
  name: string;
  help: string;
  on: boolean;
  /** For tests. */
  what: string;
  onSwitch: (on: boolean) => Saving;
};

function Line({ name, help, on, what, onSwitch }: LineProps) {
  const id = useId();
  const saving = useSaving();
  return (
    <li data-look={what}>
      <div className={styles.line}>
        <div>
          <p id={`${id}-name`} className={styles.name}>
            {name}
          </p>
          <p id={`${id}-help`} className={styles.help}>
            {help}
          </p>
        </div>
        <Switch
          on={on}
          labelledBy={`${id}-name`}
          describedBy={`${id}-help`}
          busy={saving.busy}
          onSwitch={(next) => void saving.run(() => onSwitch(next))}
        />
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </li>
  );
}
