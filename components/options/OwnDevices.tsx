import { useState } from 'react';
import type { Device } from '../../lib/contract/people.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Fill } from '../ui/Fill.tsx';
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
  const t = optionsWords().devices;
  const others = devices.filter(({ current }) => !current);
  if (others.length === 0) return null;
  return (
    <section aria-label={t.title}>
      <h3 className={styles.title}>{t.title}</h3>
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
  const words = optionsWords();
  const t = words.devices;
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { deviceId, label, createdAt, lastSeenAt } = device;
  return (
    <li data-device={label}>
      <div className={styles.device}>
        <p className={styles.what}>
          <bdi className={styles.label}>{label}</bdi>
          <span className={styles.facts}>
            <Fill
              text={lastSeenAt ? t.used : t.unused}
              when={<When at={lastSeenAt ?? createdAt} now={now} place={place} />}
            />
          </span>
        </p>
        <Button
          size="small"
          kind="quiet"
          busy={saving.busy}
          aria-label={t.letGoOf(label)}
          data-action="let-go"
          onClick={() => setAsking(true)}
        >
          {t.letGo}
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      {asking ? (
        <Confirm
          title={t.ask(label)}
          act={t.letGo}
          keep={words.keep}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void saving.run(() => onLetGo(deviceId));
          }}
        >
          <p>{t.help}</p>
        </Confirm>
      ) : null}
    </li>
  );
}
