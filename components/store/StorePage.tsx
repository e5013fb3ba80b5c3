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
import { ROOMS } from './rooms.ts';
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
  if (connection === undefined) {
    return (
      <Message title="Your store" busy>
        <p className={text.muted}>One moment.</p>
      </Message>
    );
  }
  if (connection === null) {
    return (
      <Message title="This browser is not connected">
        <p>Here your team’s store is run. Connect to it first.</p>
        <Button kind="marketing" data-action="connect" onClick={onConnect}>
          Connect
        </Button>
      </Message>
    );
  }
  const { member } = connection;
  if (!mayActAs(member.role, 'marketer')) {
    return (
      <Message title="The store is run by marketing and administrators">
        <p>
          You are connected as <bdi>{member.name}</bdi>, for sales. What you need of it is in the
          sidebar and behind the toolbar button.
        </p>
        <p>
          If something should change here, ask the administrator of{' '}
          <bdi>{member.workspace.name}</bdi>.
        </p>
      </Message>
    );
  }
  if (!mayActAs(member.role, ROOMS[room].needs)) {
    return (
      <Message title={`${ROOMS[room].name}: for administrators`}>
        <p>
          You are connected as <bdi>{member.name}</bdi>, for marketing. Sources, imports and merges
          are open to you; the rest is up to the administrator of <bdi>{member.workspace.name}</bdi>
          .
        </p>
        <p>
          <a href="#sources">Go to the sources</a>
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
