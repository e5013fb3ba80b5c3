import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from './Card.tsx';
import styles from './Keys.module.css';
import type { KeysProps } from './looks-props.ts';

/** The keys as they are now, and the way to the browser's own page where they are changed. */
export function Keys({ keys, canOpenKeys, onOpenKeys }: KeysProps) {
  const t = optionsWords().keys;
  if (keys.length === 0) return null;
  return (
    <Card anchor="keys" title={t.title} lead={t.lead}>
      <dl className={styles.keys}>
        {keys.map(({ name, does, key }) => (
          <div key={name} data-key={name}>
            <dt>{does}</dt>
            <dd>{key ? <kbd>{key}</kbd> : <span className={styles.none}>{t.none}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.none}>{t.inside}</p>
      {canOpenKeys ? (
        <div>
          <Button size="small" data-action="keys" onClick={onOpenKeys}>
            {t.change}
          </Button>
        </div>
      ) : (
        <p>{t.whereFirefox}</p>
      )}
    </Card>
  );
}
