import { useState } from 'react';
import type { TeamAnswer } from '../../lib/contract/people.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import { Invitations } from './Invitations.tsx';
import { Invite } from './Invite.tsx';
import lines from './Lines.module.css';
import { MemberLine } from './MemberLine.tsx';
import styles from './People.module.css';
import type { Common, PeopleProps } from './props.ts';
import { Room } from './Room.tsx';
import { Said, useSaid } from './Said.tsx';

/** Who is in, with which browsers, and who is invited. */
export function PeopleRoom(props: Common & PeopleProps) {
  const [inviting, setInviting] = useState(false);
  const t = storeWords();
  const says = useSaid();
  return (
    <Room
      title={t.rooms.people}
      lead={t.people.lead}
      state={props.state}
      onRefresh={props.onRefresh}
      act={
        <Button
          kind={inviting ? 'plain' : 'marketing'}
          aria-expanded={inviting}
          data-action="invite"
          onClick={() => setInviting(!inviting)}
        >
          {inviting ? t.people.closeInvite : t.people.invite}
        </Button>
      }
    >
      {(team) => (
        <>
          {inviting ? (
            <Invite
              store={props.store}
              now={props.now}
              place={props.place}
              onInvite={props.onInvite}
            />
          ) : null}
          {team.invites.length > 0 ? (
            <Invitations
              invites={team.invites}
              now={props.now}
              place={props.place}
              says={says}
              onRevoke={props.onRevokeInvite}
            />
          ) : null}
          <Members {...props} team={team} says={says} />
          <Said says={says} />
        </>
      )}
    </Room>
  );
}

type MembersProps = Common & PeopleProps & { team: TeamAnswer; says: ReturnType<typeof useSaid> };

function Members({ team, ...props }: MembersProps) {
  const t = storeWords().people;
  const admins = team.members.filter(({ role }) => role === 'admin').length;
  const browsers = team.members.reduce((sum, { devices }) => sum + devices.length, 0);
  return (
    <section className={lines.box} aria-labelledby="members">
      <div className={lines.head}>
        <h2 id="members" className={lines.title}>
          {t.members(team.members.length)}
        </h2>
        <p className={lines.aside}>{t.browsers(browsers)}</p>
      </div>
      <ul className={styles.members}>
        {team.members.map((each) => (
          <MemberLine
            key={each.memberId}
            {...props}
            shown={each}
            me={each.memberId === props.member.memberId}
            onlyAdmin={each.role === 'admin' && admins === 1}
          />
        ))}
      </ul>
      {team.members.length === 1 ? <p className={styles.alone}>{t.alone}</p> : null}
    </section>
  );
}
