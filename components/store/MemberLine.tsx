import { useState } from 'react';
import type { Device, TeamMember } from '../../lib/contract/people.ts';
import type { Role } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { shortDay } from '../ui/time.ts';
import { When } from '../ui/When.tsx';
import lines from './Lines.module.css';
import styles from './People.module.css';
import type { Common, PeopleProps } from './props.ts';
import { RoleChoice } from './RoleChoice.tsx';
import type { Says } from './Said.tsx';

type Props = Pick<Common, 'now' | 'place'> &
  Pick<PeopleProps, 'onChangeRole' | 'onRemoveMember' | 'onRevokeDevice'> & {
    shown: TeamMember;
    me: boolean;
    onlyAdmin: boolean;
    says: Says;
  };

/** One member: who, as what, from where. */
export function MemberLine(props: Props) {
  const { shown, me, onlyAdmin, says, now, place } = props;
  const [asking, setAsking] = useState(false);
  const { memberId, name } = shown;

  const changeRole = (role: Role) => {
    const before = shown.role;
    return says.act(() => props.onChangeRole(memberId, role), {
      text: `${name} is ${DOES[role]} now.`,
      undo: {
        text: `${name} is ${DOES[before]} again.`,
        how: () => props.onChangeRole(memberId, before),
      },
    });
  };

  return (
    <li className={styles.member} data-member={memberId}>
      <div className={styles.who}>
        <p className={lines.name}>
          <bdi>{name}</bdi>
          {me ? <span className={styles.you}> you</span> : null}
        </p>
        <p className={lines.facts}>
          {shown.email ? (
            <>
              <bdi>{shown.email}</bdi>,{' '}
            </>
          ) : null}
          since {shortDay(shown.createdAt, now, place)}
          {shown.via === 'sign-on' ? ', by your company’s sign-on' : ''}
        </p>
      </div>
      <RoleChoice
        key={shown.role}
        name={name}
        role={shown.role}
        fixed={onlyAdmin}
        onChange={changeRole}
      />
      <Devices {...props} />
      <div className={styles.out}>
        {onlyAdmin ? null : (
          <Button
            size="small"
            kind="quiet"
            aria-label={`Remove ${name}`}
            data-action="remove-member"
            onClick={() => setAsking(true)}
          >
            Remove
          </Button>
        )}
      </div>
      {asking ? (
        <Confirm
          title={me ? 'Remove yourself?' : `Remove ${name}?`}
          act="Remove"
          keep={me ? 'Stay' : `Keep ${name}`}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => props.onRemoveMember(memberId), { text: `${name} is out.` });
          }}
        >
          <p>
            {me ? 'You' : 'They'} can no longer see anything in the store, from any browser, from
            this moment on. What {me ? 'you' : 'they'} said about leads stays, with{' '}
            {me ? 'your' : 'their'} name.
          </p>
        </Confirm>
      ) : null}
    </li>
  );
}

const DOES: Record<Role, string> = {
  rep: 'in sales',
  marketer: 'in marketing',
  admin: 'an administrator',
};

function Devices({ shown, now, place, says, onRevokeDevice }: Props) {
  if (shown.devices.length === 0) {
    return <p className={`${styles.devices} ${lines.facts}`}>No browser connected.</p>;
  }
  const revoke = ({ deviceId, label }: Device) =>
    void says.act(() => onRevokeDevice(deviceId), {
      text: `${label} of ${shown.name} is signed out. A new code lets it in again.`,
    });
  return (
    <ul className={styles.devices} aria-label={`Browsers of ${shown.name}`}>
      {shown.devices.map((device) => (
        <li key={device.deviceId} className={styles.device} data-device={device.deviceId}>
          <span>
            <bdi>{device.label}</bdi>
            <span className={lines.facts}>
              {' '}
              {device.current ? (
                'this one'
              ) : device.lastSeenAt ? (
                <When at={device.lastSeenAt} now={now} place={place} />
              ) : (
                'never used'
              )}
            </span>
          </span>
          {device.current ? null : (
            <Button
              size="small"
              kind="quiet"
              busy={says.busy}
              aria-label={`Sign out ${device.label} of ${shown.name}`}
              data-action="revoke-device"
              onClick={() => revoke(device)}
            >
              Sign out
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
