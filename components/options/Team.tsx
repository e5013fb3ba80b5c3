import type { Role } from '../../lib/contract/words.ts';
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

const LEADS: Record<Props['role'], string> = {
  admin:
    'Who is in, which tools send events, files to bring in, what a person asked to be given or erased.',
  marketer: 'Which tools send events, files to bring in, and people who turned out to be one.',
};

/** The way to where the store is run; for an administrator who is alone, to letting the others in. */
export function Team({ role, alone, onOpenStore }: Props) {
  return (
    <Card anchor="team" title="Your store" lead={LEADS[role]}>
      {alone ? (
        <Notice tone="strong">
          <p className={text.strong}>You are the only one in this store</p>
          <p>
            Invite the people who work leads, and a second administrator, so that nobody is locked
            out when you are away.
          </p>
        </Notice>
      ) : null}
      <div>
        <Button
          kind={alone ? 'marketing' : 'plain'}
          data-action="open-store"
          onClick={() => onOpenStore(alone ? 'people' : null)}
        >
          {alone ? 'Invite somebody' : 'Open your store'}
        </Button>
      </div>
    </Card>
  );
}
