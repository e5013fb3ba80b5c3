/** What Truce can do in the tab in front. */
import type { TabView } from '../../components/popup/props.ts';
import { guessCrm } from '../../lib/crm/hosts.ts';
import { askScout, frontTab } from '../../lib/desk/tab.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import { isBlocked } from '../../lib/platform/toolbar.ts';
import { readRecipes } from '../../lib/sites/recipes.ts';
import { crmAt, isGranted, patternOf } from '../../lib/sites/sites.ts';

interface Front {
  tab: TabView;
  id: number | null;
  /** Where the site would be added; null where Truce cannot be. */
  origin: string | null;
}

/** @returns what to show for the tab in front, with its id and origin for the buttons */
export async function lookAtFrontTab(): Promise<Front> {
  const front = await frontTab();
  const web = front?.url && /^https?:$/.test(front.url.protocol) ? front.url : null;
  if (!front || !web) {
    const tab: TabView = { is: 'impossible', why: 'this is a page of the browser, not of a CRM' };
    return { tab, id: front?.id ?? null, origin: null };
  }
  const { origin } = web;
  return { tab: await viewOf(front.id, web), id: front.id, origin };
}

async function viewOf(tabId: number, { origin, host }: URL): Promise<TabView> {
  const [crm, recipes] = await Promise.all([crmAt(origin), readRecipes()]);
  if (!crm) return { is: 'other', site: host, guess: guessCrm(recipes, origin)?.id ?? null };
  if (!(await isGranted([patternOf(origin)]))) return { is: 'noPermission', crm, site: host };
  const where = { crmName: recipes.find(({ id }) => id === crm)?.name ?? crm, site: host };
  if (await isBlocked(tabId)) {
    return { is: 'impossible', why: 'this page’s security headers keep frames out' };
  }
  const report = await askScout(tabId, 'panel.state');
  if (!report?.seen) return { is: 'crm', ...where };
  const kept = await cardCache().ofRecord(report.seen.record);
  const lead = kept?.card.who.name ?? report.seen.facts.name ?? null;
  return { is: 'record', ...where, lead, known: kept !== null, open: report.open };
}
