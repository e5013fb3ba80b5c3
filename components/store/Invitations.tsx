import type { OpenInvite } from '../../lib/contract/people.ts';
import { Button } from '../ui/Button.tsx';
import type { Place, Saving } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { count, roles } from '../ui/words.ts';
import lines from './Lines.module.css';
import type { Says } from './Said.tsx';

type Props = {
  invites: OpenInvite[];
  now: number;
  place: Place;
  says: Says;
  onRevoke: (inviteId: string) => Saving;
};

/** Doors that stand open: for whom, and how long. */
export function Invitations({ invites, now, place, says, onRevoke }: Props) {
  return (
    <section className={lines.box} aria-labelledby="invitations">
      <div className={lines.head}>
        <h2 id="invitations" className={lines.title}>
          {count(invites.length, 'invitation')} not used yet
        </h2>
      </div>
      <ul>
        {invites.map((each) => (
          <li key={each.inviteId} className={lines.line} data-invite={each.inviteId}>
            <div className={`${lines.row} ${lines.level}`}>
              <div className={lines.what}>
                <span className={lines.name}>
                  <bdi>{each.name}</bdi>
                </span>{' '}
                <span className={lines.facts}>
                  {each.email ? (
                    <>
                      <bdi>{each.email}</bdi>,{' '}
                    </>
                  ) : null}
                  {roles()[each.role]}, by {each.kind}, ends{' '}
                  <When at={each.expiresAt} now={now} place={place} />
                </span>
              </div>
              <span className={lines.end}>
                <Button
                  size="small"
                  kind="quiet"
                  busy={says.busy}
                  aria-label={`Take back the invitation of ${each.name}`}
                  data-action="revoke-invite"
                  onClick={() =>
                    void says.act(() => onRevoke(each.inviteId), {
                      text: `The ${each.kind} for ${each.name} no longer works.`,
                    })
                  }
                >
                  Take back
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
