import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../lib/contract/recipe.ts';
import { recordKey } from '../../../lib/contract/record-key.ts';
import { addressOf } from '../../../lib/crm/address-of.ts';
import { addressesBy } from '../../../lib/crm/outlines.ts';
import { RECIPES } from '../../../lib/crm/registry.ts';

const of = (id: string) => RECIPES.find((recipe) => recipe.id === id) as Recipe;
const back = (id: string, address: string, sites: string[] = []) => {
  const named = addressesBy(of(id)).detect(new URL(address));
  if (named?.is !== 'record') throw new Error(`${address} names no record`);
  return addressOf(of(id), named.record, sites)?.href ?? null;
};

describe('the address of a record', () => {
  it.each([
    ['atomic', 'http://localhost:4861/#/contacts/2/show', ['http://localhost:4861']],
    [
      'espocrm',
      'https://intranet.example/espo/#Lead/view/5f0c3a9e7d52c0e9a',
      ['https://intranet.example'],
    ],
    ['close', 'https://app.close.com/lead/lead_AbCdEf123/', []],
  ])('%s: is what its template says', (id, address, sites) => {
    expect(back(id, address, sites)).toBe(address.replace(/\/$/, ''));
  });

  it('is that of the installation, not of another site with the same CRM', () => {
    const sites = ['http://other.example', 'http://localhost:4861'];
    expect(back('atomic', 'http://localhost:4861/#/contacts/2/show', sites)).toBe(
      'http://localhost:4861/#/contacts/2/show',
    );
    expect(
      back('atomic', 'http://localhost:4861/#/contacts/2/show', ['http://other.example']),
    ).toBe(null);
  });

  it('is not guessed where the template leaves a gap', () => {
    const key = `http://localhost:8000/#demo/model/party.party/7`;
    expect(back('tryton', key, ['http://localhost:8000'])).toBe(null);
  });

  it('never names another record, whatever the CRM', () => {
    let made = 0;
    for (const recipe of RECIPES) {
      const source = readFileSync(
        join(import.meta.dirname, `../../../lib/crm/recipes/${recipe.id}.ts`),
        'utf8',
      );
      for (const [, example = ''] of source.matchAll(/^\/\/ (https?:\/\/\S+)$/gm)) {
        if (!URL.canParse(example)) continue;
        const named = addressesBy(recipe).detect(new URL(example));
        if (named?.is !== 'record') continue;
        const address = addressOf(recipe, named.record, [new URL(example).origin]);
        if (!address) continue;
        made += 1;
        const again = addressesBy(recipe).detect(address);
        expect(again?.is === 'record' && recordKey(again.record)).toBe(recordKey(named.record));
      }
    }
    expect(made).toBeGreaterThan(20);
  });
});
