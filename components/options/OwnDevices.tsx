import { useState } from 'react';
import type { Device } from '../../lib/contract/people.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './OwnDevices.module.css';
import type { OptionsCallbacks } from './props.ts';

type Props = Pick<OptionsCallbacks, 'onLetGo'> & {
  devices: readonly Device[];
  now: number;
  place: Place;
};

/** Where else one is connected: shown when there is somewhere else. */
export function OwnDevices({ devices, now, place, onLetGo }: Props) {
  const others = devices.filter(({ current }) => !current);
  if (others.length === 0) return null;
  return (
    <section aria-label="Your other browsers">
      <h3 className={styles.title}>Your other browsers</h3>
      <ul className={styles.devices}>
        {others.map((device) => (
          <Line key={device.deviceId} device={device} now={now} place={place} onLetGo={onLetGo} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = Omit<Props, 'devices'> & { device: Device };

function Line({ device, now, place, onLetGo }: LineProps) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { deviceId, label, createdAt, lastSeenAt } = device;
  return (
    <li data-device={label}>
      <div className={styles.device}>
        <p className={styles.what}>
          <bdi className={styles.label}>{label}</bdi>
          <span className={styles.facts}>
            {lastSeenAt ? 'last used ' : 'not used since it was connected '}
            <When at={lastSeenAt ?? createdAt} now={now} place={place} />
          </span>
        </p>
        <Button
          size="small"
          kind="quiet"
          busy={saving.busy}
          aria-label={`Let go: ${label}`}
          data-action="let-go"
          onClick={() => setAsking(true)}
        >
          Let go
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      {asking ? (
        <Confirm
          title={`Let go of ${label}?`}
          act="Let go"
          keep="Keep it"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void saving.run(() => onLetGo(deviceId));
          }}
        >
          <p>
            It can do nothing with your name from then on, and has to be connected again. What was
            said there and not sent yet stays in it.
          </p>
        </Confirm>
      ) : null}
    </li>
  );
}
