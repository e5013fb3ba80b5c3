/** What the options page is given of how Truce shows itself in this browser, and what can be wanted of it. */
import type { CrmId } from '../../lib/contract/record.ts';
import type { Saving } from '../ui/views.ts';

export type LooksView = {
  /** Null in a browser that has no place of its own for it, and where the organisation has chosen. */
  home: 'page' | 'panel' | null;
  /** The CRMs in use whose lists Truce can read. */
  lists: readonly { crm: CrmId; name: string; on: boolean }[];
  notices: { on: boolean; names: boolean };
  /** What of notifications the organisation leaves to people; all of it, unless it says so. */
  mayNotify?: 'allowed' | 'nameless' | 'off';
};

/** One of the extension's keys: what it does, as the browser has it from the manifest, and which it is now. */
export type KeyView = { name: string; does: string; key: string };

export type LooksProps = {
  looks: LooksView;
  onHome: (home: 'page' | 'panel') => Saving;
  onLists: (crm: CrmId, on: boolean) => Saving;
  /** Called inside the click, so that the browser's permission question may be asked. */
  onNotices: (wanted: LooksView['notices']) => Saving;
};

export type KeysProps = {
  keys: readonly KeyView[];
  /** False where the browser opens its page of keys for nobody: then the way there is said. */
  canOpenKeys: boolean;
  onOpenKeys: () => void;
};
