import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** What `npm run new:adapter` leaves to whoever knows the CRM. */
it('has nothing left to fill in of any CRM', () => {
  const files = ['README.md', 'tests/unit/crm/addresses.test.ts'].concat(
    globSync(['lib/crm/recipes/*.ts', 'tests/fixtures/crm/*/*.html'], { cwd: ROOT }),
  );
  const left = files.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const [, what] = /FILL IN\W*(.*)/.exec(line) ?? [];
        return what === undefined ? [] : [`${file}:${index + 1} ${what}`];
      }),
  );
  expect(left).toEqual([]);
});
