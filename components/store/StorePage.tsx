import { storeWords } from '../../lib/words/store.ts';
import { Fill } from '../ui/Fill.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import { mayActAs } from '../../lib/contract/words.ts';
import { Message } from '../review/Message.tsx';
import { Button } from '../ui/Button.tsx';
import text from '../ui/text.module.css';
import { AuditRoom } from './AuditRoom.tsx';
import { HooksRoom } from './HooksRoom.tsx';
import { ImportsRoom } from './ImportsRoom.tsx';
import { MergesRoom } from './MergesRoom.tsx';
import { PeopleRoom } from './PeopleRoom.tsx';
import { PrivacyRoom } from './PrivacyRoom.tsx';
import type { Common, StorePageProps } from './props.ts';
import { NEEDS } from './rooms.ts';
import { SourcesRoom } from './SourcesRoom.tsx';
import { StoreHeader } from './StoreHeader.tsx';
import styles from './StorePage.module.css';

const HERE = {};

/** Where the store is run: who is in, what comes in, who is who, what goes out, what is forgotten. */
export function StorePage(props: StorePageProps) {
  const { connection, room } = props;
  return (
    <div className={styles.page} data-room={room}>
      <StoreHeader member={connection?.member ?? null} room={room} />
      {face(props)}
    </div>
  );
}

function face(props: StorePageProps) {
  const { connection, room, onConnect, now, place = HERE } = props;
  const t = storeWords().page;
  if (connection === undefined) {
    return (
      <Message title={t.title} busy>
        <p className={text.muted}>{t.oneMoment}</p>
      </Message>
    );
  }
  if (connection === null) {
    return (
      <Message title={t.notConnected}>
        <p>{t.notConnectedHelp}</p>
        <Button kind="marketing" data-action="connect" onClick={onConnect}>
          {t.connect}
        </Button>
      </Message>
    );
  }
  const { member } = connection;
  if (!mayActAs(member.role, 'marketer')) {
    return (
      <Message title={t.notMarketer}>
        <p>
          <Fill text={t.forSales} name={<bdi>{member.name}</bdi>} />
        </p>
        <p>
          <Fill text={t.askAdmin} workspace={<bdi>{member.workspace.name}</bdi>} />
        </p>
      </Message>
    );
  }
  if (!mayActAs(member.role, NEEDS[room])) {
    return (
      <Message title={t.forAdmins(storeWords().rooms[room])}>
        <p>
          <Fill
            text={t.forMarketing}
            name={<bdi>{member.name}</bdi>}
            workspace={<bdi>{member.workspace.name}</bdi>}
          />
        </p>
        <p>
          <a href="#sources">{t.toSources}</a>
        </p>
      </Message>
    );
  }
  return roomOf(props, { member, store: connection.store, now, place });
}

function roomOf(props: StorePageProps, common: Common) {
  switch (props.room) {
    case 'people':
      return <PeopleRoom {...common} {...props.people} />;
    case 'sources':
      return <SourcesRoom {...common} {...props.sources} />;
    case 'imports':
      return <ImportsRoom {...common} {...props.imports} />;
    case 'merges':
      return <MergesRoom {...common} {...props.merges} />;
    case 'privacy':
      return <PrivacyRoom {...common} {...props.privacy} />;
    case 'hooks':
      return <HooksRoom {...common} {...props.hooks} />;
    case 'audit':
      return <AuditRoom {...common} {...props.audit} />;
  }
}
