/** What the steps of the demo share. */
import type { Progress } from './progress.ts';
import type { Stopping } from './stopping.ts';
import type { StoreClient } from './store-client.ts';

export interface Tools {
  progress: Progress;
  stopping: Stopping;
}

/** What there is to show. */
export interface Stage {
  client: StoreClient;
  /** Token of the demo's own admin. */
  admin: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** The CRM page to open. */
  leadUrl: string;
  /** Kept profile; null for a temporary one. */
  profile: string | null;
  /** Where to save a picture; null to stay open for a person. */
  picture: string | null;
}
