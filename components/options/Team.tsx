import type { Role } from '../../lib/contract/words.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import text from '../ui/text.module.css';
import { Card } from './Card.tsx';
import type { OptionsCallbacks } from './props.ts';

type Props = Pick<OptionsCallbacks, 'onOpenStore'> & {
  role: Exclude<Role, 'rep'>;
  /** Nobody else is in the store yet. */
  alone: boolean;
};

/** The way to where the store is run; for an administrator who is alone, to letting the others in. */
export function Team({ role, alone, onOpenStore }: Props) {
  const t = optionsWords().team;
  return (
    <Card anchor="team" title={t.title} lead={t[role]}>
      {alone ? (
        <Notice tone="strong">
          <p className={text.strong}>{t.alone}</p>
          <p>{t.aloneHelp}</p>
        </Notice>
      ) : null}
      <div>
        <Button
          kind={alone ? 'marketing' : 'plain'}
          data-action="open-store"
          onClick={() => onOpenStore(alone ? 'people' : null)}
        >
          {alone ? t.invite : t.open}
        </Button>
      </div>
    </Card>
  );
}
