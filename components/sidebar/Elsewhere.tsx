import { panelWords } from '../../lib/words/panel.ts';
import { Button } from '../ui/Button.tsx';
import { Plain } from './Plain.tsx';
import styles from './Sidebar.module.css';

type Props = {
  /** `nobody`: a page of a CRM that is no person's record. `elsewhere`: a page Truce does not read. */
  why: 'nobody' | 'elsewhere';
  onOptions: () => void;
};

/** The browser's own panel beside a page that is nobody's record. */
export function Elsewhere({ why, onOptions }: Props) {
  const t = panelWords();
  return (
    <div className={styles.sidebar} data-state={why}>
      <Plain title={why === 'nobody' ? t.nobody : t.elsewhere} toolbar={null}>
        <p>{why === 'nobody' ? t.nobodyHelp : t.elsewhereHelp}</p>
        {why === 'elsewhere' ? (
          <div>
            <Button data-action="options" onClick={onOptions}>
              {t.options}
            </Button>
          </div>
        ) : null}
      </Plain>
    </div>
  );
}
