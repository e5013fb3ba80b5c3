/** Nothing of what Truce kept stays in this browser. */
import type { Result } from '../../lib/contract/problem.ts';
import type { Outbox } from '../../lib/feedback/outbox.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { announce } from '../../lib/platform/announce.ts';
import { browser } from '../../lib/platform/browser.ts';

/** Called after the person was told what would be lost. The permissions go as well: what is not used is not needed. */
export async function forgetAll(outbox: Outbox): Promise<Result<unknown>> {
  // Leads, addresses, the rep's day and the token are the background's to forget.
  const forgotten = await ask('connection.forget', {});
  if (!forgotten.ok) return forgotten;
  for (const { item } of await outbox.list()) await outbox.drop(item.id);
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  const { origins = [] } = await browser.permissions.getAll();
  for (const origin of origins) {
    // Those of the manifest stay; browsers say so by refusing.
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  }
  await browser.permissions.remove({ permissions: ['notifications'] }).catch(() => false);
  await announce('outbox');
  await announce('connection');
  return ask('sites.changed', { added: [] });
}
