import { useState } from 'react';
import type { Device, TeamMember } from '../../lib/contract/people.ts';
import type { Role } from '../../lib/contract/words.ts';
import { storeWords } from '../../lib/words/store.ts';
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
  const t = storeWords().people;
  const [asking, setAsking] = useState(false);
  const { memberId, name } = shown;
  const since = shortDay(shown.createdAt, now, place);

  const changeRole = (role: Role) => {
    const before = shown.role;
    return says.act(() => props.onChangeRole(memberId, role), {
      text: t.is[role](name),
      undo: {
        text: t.isAgain[before](name),
        how: () => props.onChangeRole(memberId, before),
      },
    });
  };

  return (
    <li className={styles.member} data-member={memberId}>
      <div className={styles.who}>
        <p className={lines.name}>
          <bdi>{name}</bdi>
          {me ? <span className={styles.you}> {t.you}</span> : null}
        </p>
        <p className={lines.facts}>
          {shown.email ? (
            <>
              <bdi>{shown.email}</bdi>,{' '}
            </>
          ) : null}
          {shown.via === 'sign-on' ? t.sinceSignOn(since) : t.since(since)}
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
            aria-label={t.removeOf(name)}
            data-action="remove-member"
            onClick={() => setAsking(true)}
          >
            {storeWords().page.remove}
          </Button>
        )}
      </div>
      {asking ? (
        <Confirm
          title={me ? t.removeYourself : t.removeThem(name)}
          act={storeWords().page.remove}
          keep={me ? t.stay : t.keepThem(name)}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void says.act(() => props.onRemoveMember(memberId), { text: t.out(name) });
          }}
        >
          <p>{me ? t.youWill : t.theyWill}</p>
        </Confirm>
      ) : null}
    </li>
  );
}

function Devices({ shown, now, place, says, onRevokeDevice }: Props) {
  const t = storeWords().people;
  if (shown.devices.length === 0) {
    return <p className={`${styles.devices} ${lines.facts}`}>{t.noBrowser}</p>;
  }
  const revoke = ({ deviceId, label }: Device) =>
    void says.act(() => onRevokeDevice(deviceId), {
      text: t.signedOut(label, shown.name),
    });
  return (
    <ul className={styles.devices} aria-label={t.browsersOf(shown.name)}>
      {shown.devices.map((device) => (
        <li key={device.deviceId} className={styles.device} data-device={device.deviceId}>
          <span>
            <bdi>{device.label}</bdi>
            <span className={lines.facts}>
              {' '}
              {device.current ? (
                t.thisOne
              ) : device.lastSeenAt ? (
                <When at={device.lastSeenAt} now={now} place={place} />
              ) : (
                t.neverUsed
              )}
            </span>
          </span>
          {device.current ? null : (
            <Button
              size="small"
              kind="quiet"
              busy={says.busy}
              aria-label={t.signOutOf(device.label, shown.name)}
              data-action="revoke-device"
              onClick={() => revoke(device)}
            >
              {t.signOut}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
