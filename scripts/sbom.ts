/**
 * `npm run sbom`: writes .output/truce.cdx.json, the parts list (CycloneDX) of a release. The same packages give the same
 * bytes: npm's time and random number are left out, and the name is ours instead of the folder's.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { run } from './run.ts';
import { shipped } from './shipped.ts';

const ROOT = join(import.meta.dirname, '..');

const parts = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string() })),
});
type Parts = z.infer<typeof parts>;

/**
 * npm is asked for everything and what does not go out is taken away here: told to leave out what is for development,
 * it also leaves out what a development tool happens to use as well, the database's driver among it.
 *
 * @returns the parts list of what goes out
 */
export async function partsList(): Promise<Parts> {
  const printed = await run('npm sbom', 'npm', ['sbom', '--silent', '--sbom-format', 'cyclonedx'], {
    cwd: ROOT,
  });
  const { serialNumber: _, ...known } = parts.parse(JSON.parse(printed));
  const { timestamp: __, ...metadata } = known.metadata;
  const component = { ...metadata.component, name: 'truce' };
  const out = new Set(shipped().map(({ name, version }) => `${name}@${version}`));
  return {
    ...known,
    metadata: { ...metadata, component },
    components: known.components.filter((part) => out.has(part['bom-ref'])),
    dependencies: known.dependencies.filter(({ ref }) => out.has(ref)),
  };
}

if (import.meta.main) {
  const list = await partsList();
  mkdirSync(join(ROOT, '.output'), { recursive: true });
  writeFileSync(join(ROOT, '.output/truce.cdx.json'), `${JSON.stringify(list, null, 2)}\n`);
  console.log(`.output/truce.cdx.json: ${list.components.length} parts`);
}
