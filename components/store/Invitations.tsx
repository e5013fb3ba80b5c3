import type { OpenInvite } from '../../lib/contract/people.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import type { Place, Saving } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { roles } from '../ui/words.ts';
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
  const t = storeWords().people;
  return (
    <section className={lines.box} aria-labelledby="invitations">
      <div className={lines.head}>
        <h2 id="invitations" className={lines.title}>
          {t.open(invites.length)}
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
                  <Fill
                    text={each.kind === 'link' ? t.byLink : t.byCode}
                    role={roles()[each.role]}
                    when={<When at={each.expiresAt} now={now} place={place} />}
                  />
                </span>
              </div>
              <span className={lines.end}>
                <Button
                  size="small"
                  kind="quiet"
                  busy={says.busy}
                  aria-label={t.takeBackOf(each.name)}
                  data-action="revoke-invite"
                  onClick={() =>
                    void says.act(() => onRevoke(each.inviteId), {
                      text: each.kind === 'link' ? t.linkEnds(each.name) : t.codeEnds(each.name),
                    })
                  }
                >
                  {t.takeBack}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
