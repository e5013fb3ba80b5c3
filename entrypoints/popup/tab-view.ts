/** What Truce can do in the tab in front. */
import type { TabView } from '../../components/popup/props.ts';
import { mayTeach } from '../../lib/contract/managed.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { askScout, frontTab } from '../../lib/desk/tab.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import { readHome } from '../../lib/platform/home.ts';
import { managedNow } from '../../lib/platform/managed.ts';
import { isBlocked } from '../../lib/platform/toolbar.ts';
import { guessFrom } from '../../lib/sites/guess.ts';
import { type KnownRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import { cloudPatterns, crmAt, isGranted, patternOf, readSites } from '../../lib/sites/sites.ts';

export interface Front {
  tab: TabView;
  id: number | null;
  /** Where the site would be added; null where Truce cannot be. */
  origin: string | null;
  /** What to ask the browser for, so that Truce works here: this site, or the whole cloud that is switched on. */
  patterns: string[];
  /** What the organisation has switched off. */
  closed: { sites: boolean; teach: boolean };
}

/** Before anything is known. */
export const LOOKING: Front = {
  tab: { is: 'loading' },
  id: null,
  origin: null,
  patterns: [],
  closed: { sites: true, teach: true },
};

/** @returns what to show for the tab in front, with its id and origin for the buttons */
export async function lookAtFrontTab(): Promise<Front> {
  const [front, set] = await Promise.all([frontTab(), managedNow()]);
  const closed = { sites: set.ownSites === 'off', teach: !mayTeach(set) };
  const web = front?.url && /^https?:$/.test(front.url.protocol) ? front.url : null;
  if (!front || !web) {
    const tab: TabView = { is: 'impossible', why: 'browser' };
    return { tab, id: front?.id ?? null, origin: null, patterns: [], closed };
  }
  const { origin } = web;
  const [crm, recipes, sites] = await Promise.all([crmAt(origin), readRecipes(), readSites()]);
  const listed = !crm || sites.some((site) => site.origin === origin);
  const patterns = listed ? [patternOf(origin)] : await cloudPatterns(crm);
  const tab = await viewOf(front.id, web, crm, recipes, patterns);
  return { tab, id: front.id, origin, patterns, closed };
}

async function viewOf(
  tabId: number,
  url: URL,
  crm: CrmId | null,
  recipes: KnownRecipe[],
  patterns: string[],
): Promise<TabView> {
  const site = url.host;
  if (!crm) return { is: 'other', site, guess: guessFrom(recipes, url.href) };
  if (!(await isGranted(patterns))) return { is: 'noPermission', site };
  const where = { crmName: recipes.find(({ id }) => id === crm)?.name ?? crm, site };
  if (await isBlocked(tabId)) {
    return { is: 'impossible', why: 'headers' };
  }
  const report = await askScout(tabId, 'panel.state');
  if (!report?.seen) return { is: 'crm', ...where };
  const kept = await cardCache().ofRecord(report.seen.record);
  const beside = (await readHome()) === 'panel';
  const lead = kept?.card.who.name ?? report.seen.facts.name ?? null;
  return { is: 'record', ...where, lead, known: kept !== null, open: report.open, beside };
}
