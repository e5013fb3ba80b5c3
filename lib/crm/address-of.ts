/** From a record back to its address: a recipe's templates, filled in. What comes out names the record again, or nothing does. */
import type { Recipe } from '../contract/recipe.ts';
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { addressesBy } from './outlines.ts';

/**
 * @param sites origins at which this CRM is known to live
 * @returns the address of the record's page; null where the recipe leaves open what stands in it
 */
export function addressOf(recipe: Recipe, record: CrmRecord, sites: readonly string[]): URL | null {
  if (record.crm !== recipe.id) return null;
  const addresses = addressesBy(recipe);
  const wanted = recordKey(record);
  for (const origin of [...sites, ...cloudsOf(recipe, record)]) {
    for (const template of recipe.records[record.kind] ?? []) {
      const address = filled(template, record, origin);
      const named = address && addresses.detect(address);
      if (address && named?.is === 'record' && recordKey(named.record) === wanted) return address;
    }
  }
  return null;
}

/** Origins of the vendor's cloud that this record can be at: where the installation is a host, that one. */
function cloudsOf({ hosts }: Recipe, { org }: CrmRecord): string[] {
  const host = org.split('/')[0] ?? '';
  return hosts.flatMap((pattern) => {
    const [scheme, name = ''] = pattern.slice(0, -'/*'.length).split('://');
    if (!name.startsWith('*.')) return [`${scheme}://${name}`];
    return host.endsWith(name.slice(1)) ? [`${scheme}://${host}`] : [];
  });
}

/** @returns the template with the record in it; null where it leaves a gap */
function filled(template: string, record: CrmRecord, origin: string): URL | null {
  const ids = record.id.split('/');
  const last = (template.match(/\{id/g) ?? []).length - 1;
  let next = -1;
  // Several ids in one address were joined by slashes; a single one may have slashes of its own.
  const id = () => {
    next += 1;
    return last === 0 ? record.id : (ids[next] ?? '');
  };
  const path = template
    .replace(/\/\*\*$/, '')
    .replace(/\{id(?::[^}]*)?\}/g, id)
    .replaceAll('{org}', record.org);
  if (/\{\*\}|\*\*/.test(path)) return null;
  const place = path.startsWith('/') ? path : `${folderOf(record, origin)}/${path}`;
  return URL.canParse(place, origin) ? new URL(place, origin) : null;
}

/** The folder a CRM lives in stands in the installation's name, after the host. */
function folderOf({ org }: CrmRecord, origin: string): string {
  const { host } = new URL(origin);
  return org.startsWith(`${host}/`) ? org.slice(host.length) : '';
}
