/** What the options page is given of CRMs, and what can be wanted of them. */
import type { Result } from '../../lib/contract/problem.ts';
import type { FactName, Recipe, Sureness } from '../../lib/contract/recipe.ts';
import type { CrmId, RecordKind } from '../../lib/contract/record.ts';
import type { CrmChoice, Saving } from '../ui/views.ts';

/** One CRM that Truce can read, and where it is in use. */
export type CrmView = CrmChoice & {
  /** Of its vendor's cloud, as people write them: `*.hubspot.com`. None when it is only self-hosted. */
  hosts: readonly string[];
  /** Whether its vendor's cloud is switched on; `missing`: it is, but the browser's permission was taken away. */
  cloud: 'none' | 'off' | 'on' | 'missing';
  /** Origins that were added by hand. */
  sites: readonly string[];
  sureness: Sureness;
  /** The day its selectors were checked, or it was taught. */
  checkedOn: string;
  /** The organisation has switched its cloud on, and nobody else switches it off. */
  fixed?: boolean;
  /** Who shared it with the team and when, as far as the store said so. */
  shared: { by: string | null; at: string } | null;
};

/** One site Truce works on by its own address. */
export type SiteView = {
  /** `https://acme.lightning.force.com` */
  origin: string;
  crmName: string;
  /** Whether the browser still lets Truce read this site. */
  permission: 'granted' | 'missing';
  /** Came with the extension or from the administrator: cannot be removed here. */
  fixed: boolean;
};

/** A fact that used to be found on a CRM's pages and is not any more. */
export type ComplaintView = {
  crm: CrmId;
  kind: RecordKind;
  fact: FactName;
  /** Missing on so many of the last `of` records. */
  missing: number;
  of: number;
  /** In ms. */
  since: number;
};

export type CrmCallbacks = {
  /** Called inside the click, so that the browser's permission question may be asked. */
  onSwitchCloud: (id: CrmId, on: boolean) => Saving;
  /** Called inside the click, too. */
  onAddSite: (said: { origin: string; crm: CrmId }) => Saving;
  onRemoveSite: (origin: string) => Saving;
  /** Ask again for a permission that is missing. Called inside the click. */
  onGrantSite: (origin: string) => Saving;
  /** @returns which CRM a typed address probably is */
  guessCrm: (typed: string) => CrmId | null;
  /** Forget what was counted for this CRM. */
  onCountAnew: (id: CrmId) => Saving;
  /** Save a recipe as a file. */
  onSaveRecipe: (id: CrmId) => void;
  /** Forget a recipe and the sites that use it, after the person confirmed. */
  onForgetRecipe: (id: CrmId) => Saving;
  /** For administrators. */
  onShareRecipe: (id: CrmId) => Saving;
  onUnshareRecipe: (id: CrmId) => Saving;
  /** Looks into a file; nothing is kept yet. */
  onOpenRecipe: (file: File) => Promise<Result<Recipe>>;
  onAddRecipe: (recipe: Recipe) => Saving;
};

export type CrmProps = CrmCallbacks & {
  /** All CRMs, the best known first; empty while they are being read. */
  crms: readonly CrmView[];
  sites: readonly SiteView[];
  complaints: readonly ComplaintView[];
  /** The organisation lets people add no other site. */
  sitesClosed?: boolean;
  /** The organisation lets nobody take in what Truce does not know. */
  teachClosed?: boolean;
};
