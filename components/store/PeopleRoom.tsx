import { useState } from 'react';
import type { TeamAnswer } from '../../lib/contract/people.ts';
import { Button } from '../ui/Button.tsx';
import { count } from '../ui/words.ts';
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
  const says = useSaid();
  return (
    <Room
      title="People"
      lead="Who may see your leads, from which browsers. Whoever leaves is out at once."
      state={props.state}
      onRefresh={props.onRefresh}
      act={
        <Button
          kind={inviting ? 'plain' : 'marketing'}
          aria-expanded={inviting}
          data-action="invite"
          onClick={() => setInviting(!inviting)}
        >
          {inviting ? 'Close the invitation' : 'Invite somebody'}
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
  const admins = team.members.filter(({ role }) => role === 'admin').length;
  const browsers = team.members.reduce((sum, { devices }) => sum + devices.length, 0);
  return (
    <section className={lines.box} aria-labelledby="members">
      <div className={lines.head}>
        <h2 id="members" className={lines.title}>
          {count(team.members.length, 'member')}
        </h2>
        <p className={lines.aside}>{count(browsers, 'browser')} connected</p>
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
      {team.members.length === 1 ? (
        <p className={styles.alone}>
          It is only you so far. Invite the people who work leads, and a second administrator, so
          that nobody is locked out when you are away.
        </p>
      ) : null}
    </section>
  );
}
