/**
 * components/options: the extension's options page, and the first page a new user sees.
 *
 * In: connection, CRMs and their sites, what is stored, the outbox, and callbacks. Out: what the person wants changed.
 */
import type { Member } from '../../lib/contract/access.ts';
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import type { Device, SignOn } from '../../lib/contract/people.ts';
import type { Result } from '../../lib/contract/problem.ts';
import type { Place, Saving } from '../ui/views.ts';
import type { CrmProps } from './crm-props.ts';
import type { FirstStepsProps } from './FirstSteps.tsx';
import type { KeysProps, LooksProps } from './looks-props.ts';
import type { ManagedView } from './ManagedCard.tsx';

/** The connection to a team's store. `store` is its address, to prefill the form with when there is none. */
export type ConnectionView =
  | { is: 'loading' }
  | {
      is: 'none';
      store: string;
      /** It was connected, and the store no longer takes it. */
      refused?: boolean;
    }
  | {
      is: 'connected';
      store: string;
      member: Member;
      /** One's own browsers; empty until the store has said, or when it does not. */
      devices: readonly Device[];
    };

/** One entry of the outbox. */
export type OutboxItemView = {
  id: string;
  item: FeedbackItem;
  /** Whom it is about, when the cache knows. */
  lead: string | null;
  state: 'waiting' | 'sending' | 'attention';
  /** Said by somebody else, or for another store: it leaves only as what it was saved as. */
  foreign?: boolean;
  /** Why it is not sent yet or was refused, and what to do; null when nothing was tried. */
  message: string | null;
  /** When it is tried again, in ms; null when unknown or never by itself. */
  nextTryAt: number | null;
};

/** What this browser keeps. */
export type StoredView = {
  leads: number;
  /** Null when the browser does not say. */
  bytes: number | null;
  /** When the oldest cached lead was seen, in ms. */
  oldestAt: number | null;
};

export type OptionsCallbacks = {
  onConnect: (said: { store: string; code: string }) => Saving;
  /** Whether people of this store sign in with their company. */
  onAskProvider: (said: { store: string }) => Promise<Result<SignOn>>;
  /** Ends when the person has signed in, cancelled, or was refused. */
  onSignOn: (said: { store: string }) => Saving;
  /** Ends the connection of another browser of one's own. */
  onLetGo: (deviceId: string) => Saving;
  /** Called with what the person wants of what is unsent: sent before that, kept for the same member, or thrown away. */
  onDisconnect: (unsent: 'send' | 'keep' | 'drop') => Saving;
  onForgetLeads: () => Saving;
  /** Called after the person confirmed, and was told what is unsent. Everything kept in this browser goes. */
  onForgetAll: () => Saving;
  /** Try this entry again now. */
  onRetryItem: (id: string) => Saving;
  /** Try everything again now. */
  onRetryAll: () => Saving;
  /** Save the whole outbox as a file. */
  onSaveOutbox: () => void;
  /** Drop a refused entry for good, after the person confirmed. */
  onDropItem: (id: string) => Saving;
  /** The review desk; for sales, who sign there too, its lead definition. */
  onOpenReview: () => void;
  /** Opens the page on which the store is run, in this room of it. */
  onOpenStore: (room: 'people' | null) => void;
};

export type OptionsPageProps = OptionsCallbacks &
  CrmProps &
  LooksProps &
  KeysProps &
  Pick<FirstStepsProps, 'sample' | 'browser'> & {
    connection: ConnectionView;
    /** What the organisation has set; without it nothing is. */
    managed?: ManagedView;
    /** The organisation keeps this browser connected, so nobody disconnects it here. */
    keptConnected?: boolean;
    /** An administrator who is the only member of the store. */
    alone: boolean;
    stored: StoredView;
    outbox: OutboxItemView[];
    /** It cannot be read just now: what is in `outbox` may not be all. */
    outboxUnread?: boolean;
    version: string;
    /** Milliseconds; tick every half minute. */
    now: number;
    place?: Place;
  };
