/** Wires the options page's CRMs: what there is, and what becomes of what the person wants. */
import { useEffect, useState } from 'react';
import type { CrmProps } from '../../components/options/crm-props.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { Recipe } from '../../lib/contract/recipe.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import type { SharedNote } from '../../lib/contract/shared-crms.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { browser } from '../../lib/platform/browser.ts';
import { onManaged } from '../../lib/platform/managed.ts';
import { guessFrom } from '../../lib/sites/guess.ts';
import { forgetLooks } from '../../lib/sites/health-store.ts';
import { forgetRecipe, keepRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import {
  addSite,
  askPermission,
  patternOf,
  removeSite,
  removeSitesOf,
  switchCloud,
} from '../../lib/sites/sites.ts';
import { takeIn } from '../../lib/sites/take-in.ts';
import { NO_CRMS, readCrms } from './crm-views.ts';
import { isSelector, saveAsFile } from './files.ts';
import { siteOrigin } from './site-origin.ts';
import { useRead } from './use-read.ts';

/** @param member changes whenever this browser connects as somebody else: what a team shares is asked for then */
export function useCrms(member: string | null): CrmProps {
  const [now, readAgain] = useRead(NO_CRMS, readCrms);
  const [notes, setNotes] = useState<readonly SharedNote[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is heard is always answered by reading anew
  useEffect(() => onChange(readAgain), []);
  useEffect(() => {
    setNotes([]);
    if (member === null) return;
    let current = true;
    void ask('crms.refresh', {}).then((answer) => {
      if (answer.ok && current) setNotes(answer.value);
    });
    return () => {
      current = false;
    };
  }, [member]);

  const recipeOf = (id: CrmId) => now.recipes.find((recipe) => recipe.id === id);
  const changed = async (added: string[] = []): Promise<Result<unknown>> => {
    const answer = await ask('sites.changed', { added });
    readAgain();
    return answer;
  };
  const shared = async (answer: Promise<Result<SharedNote[]>>) => {
    const result = await answer;
    if (result.ok) setNotes(result.value);
    return result;
  };

  return {
    crms: now.crms.map((crm) => ({
      ...crm,
      shared: notes.find(({ id }) => id === crm.id) ?? null,
    })),
    sites: now.sites,
    complaints: now.complaints,
    sitesClosed: now.sitesClosed,
    teachClosed: now.teachClosed,
    guessCrm: (typed) => guessFrom(now.recipes, typed),
    onSwitchCloud: async (id, on) => {
      const hosts = recipeOf(id)?.hosts ?? [];
      if (on) {
        return granted(hosts, async () => {
          await switchCloud(id, true);
          return changed(hosts);
        });
      }
      await switchCloud(id, false);
      return changed();
    },
    onAddSite: async ({ origin: typed, crm }) => {
      const origin = siteOrigin(typed, crm, now.recipes);
      if (!origin.ok) return origin;
      const patterns = [patternOf(origin.value)];
      return granted(patterns, async () => {
        await addSite({ origin: origin.value, crm });
        return changed(patterns);
      });
    },
    onRemoveSite: async (origin) => {
      await removeSite(origin);
      return changed();
    },
    onGrantSite: (origin) => {
      const patterns = [patternOf(origin)];
      return granted(patterns, () => changed(patterns));
    },
    onCountAnew: async (id) => {
      await forgetLooks(id);
      readAgain();
      return done(null);
    },
    onSaveRecipe: (id) => {
      const known = recipeOf(id);
      if (!known) return;
      const { from, ...recipe } = known;
      saveAsFile(`truce-${id}.json`, recipe);
    },
    onForgetRecipe: async (id) => {
      await forgetRecipe(id);
      await forgetLooks(id);
      // The team's of the same id takes over, and its sites stay.
      if (!(await readRecipes()).some((recipe) => recipe.id === id)) await removeSitesOf(id);
      return changed();
    },
    onShareRecipe: async (id) => {
      const known = recipeOf(id);
      if (!known) return failed('not-found', 'This recipe is gone', 'Reload this page.');
      const { from, ...recipe } = known;
      return shared(ask('crms.share', { recipe }));
    },
    onUnshareRecipe: (id) => shared(ask('crms.unshare', { id })),
    onOpenRecipe: async (file) => takeIn(await file.slice(0, ENOUGH).text(), isSelector),
    onAddRecipe: async (recipe: Recipe) => {
      await keepRecipe(recipe);
      await forgetLooks(recipe.id);
      return changed();
    },
  };
}

/** Bytes; of a longer file no more is read, as it is refused for its length anyway. */
const ENOUGH = 1_000_000;

/** The question must be the first thing in the click; browsers refuse to ask later. */
async function granted(
  patterns: string[],
  then: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const allowed = await askPermission(patterns).catch(() => false);
  if (allowed) return then();
  return failed(
    'not-allowed',
    'The browser was not allowed to',
    'Truce can only show up on sites you allow. Nothing was changed.',
  );
}

const SHOWN = ['sites', 'clouds', 'taughtRecipes', 'teamRecipes', 'health'];

/** Hears of every change that the page shows, whoever made it: the toolbar, another tab, the browser's own settings. */
function onChange(listener: () => void): () => void {
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && SHOWN.some((key) => key in changes)) listener();
  };
  browser.storage.onChanged.addListener(onStored);
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  const deaf = onManaged(listener);
  return () => {
    deaf();
    browser.storage.onChanged.removeListener(onStored);
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
