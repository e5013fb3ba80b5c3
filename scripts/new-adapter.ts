/**
 * `npm run new:adapter -- --name "My CRM" --hosts crm.example.com`: everything a new CRM consists of, to be filled in
 * (docs/add-a-crm.md). Nothing is written when anything of it is there already.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { done, failed, type Result } from '../lib/contract/problem.ts';
import { recipe } from '../lib/contract/recipe.ts';
import { crmId } from '../lib/contract/record.ts';
import { addressRows, type NewCrm, readmeRow, recipeFile, savedPages } from './adapter-parts.ts';

const ROOT = join(import.meta.dirname, '..');
const REGISTRY = 'lib/crm/registry.ts';
const ADDRESSES = 'tests/unit/crm/addresses.test.ts';
const README = 'README.md';

const USAGE = `Use: npm run new:adapter -- --name "My CRM" --hosts crm.example.com
  --name   as people say it
  --hosts  where the vendor's cloud is, separated by commas: crm.example.com, *.example.com; left out for a CRM that people install themselves
  --id     its short name in the code; without it, made of the name`;

const answer = newAdapter(process.argv.slice(2), new Date());
if (answer.ok) console.log(answer.value);
else console.error(`${answer.problem.title}. ${answer.problem.detail}`);
process.exitCode = answer.ok ? 0 : 2;

/** @returns what to tell: what was written, and what comes next */
function newAdapter(args: string[], now: Date): Result<string> {
  const crm = readWords(args, now.toISOString().slice(0, 10));
  if (!crm.ok) return crm;
  const made = filesOf(crm.value);
  const there = [...made.keys()].find((file) => existsSync(join(ROOT, file)));
  if (there)
    return failed('conflict', `${there} is there already`, 'Choose another --name or --id.');
  const changed = changesFor(crm.value);
  if (!changed.ok) return changed;
  for (const [file, text] of [...made, ...changed.value]) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, file), text);
  }
  return done(
    [
      `${crm.value.name} is there, with made-up pages. Written:`,
      ...[...made.keys()].map((file) => `  ${file}`),
      `and a line in ${[...changed.value.keys()].join(', ')}.`,
      '',
      'What is yours to say is marked FILL IN; this lists what is left:',
      '  npx vitest run --project unit tests/unit/crm',
      'and this tries it on its pages, in a real browser:',
      '  npm test -- tests/crm tests/unit/crm',
    ].join('\n'),
  );
}

function readWords(args: string[], day: string): Result<NewCrm> {
  const words = wordsOf(args);
  const name = words?.name?.trim() ?? '';
  if (!words || name === '') return failed('bad-request', 'That is not enough to begin', USAGE);
  const id =
    words.id ??
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
  if (!crmId.safeParse(id).success) {
    return failed(
      'bad-request',
      `“${id}” cannot be its short name`,
      'Give one of small letters, digits and hyphens with --id.',
    );
  }
  const hosts = (words.hosts ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean)
    .map((host) => `https://${host.replace(/^https:\/\//, '').replace(/\/.*$/, '')}/*`);
  const wrong = recipe.shape.hosts.safeParse(hosts).success ? undefined : hosts.join(', ');
  if (wrong)
    return failed(
      'bad-request',
      `“${wrong}” is no host`,
      'Name hosts like crm.example.com or *.example.com.',
    );
  const host = hosts[0]?.slice('https://'.length, -2).replace('*', 'acme') ?? `${id}.acme.example`;
  const constant = id.replaceAll(/-(\w)/g, (_, next: string) => next.toUpperCase());
  return done({ id, constant, name, hosts, origin: `https://${host}`, day });
}

function wordsOf(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { name: text, hosts: text, id: text } }).values;
  } catch {
    return null;
  }
}

/** @returns the files that are new, by path */
function filesOf(crm: NewCrm): Map<string, string> {
  const pages = savedPages(crm).flatMap(({ what, html, expected }) => {
    const file = `tests/fixtures/crm/${crm.id}/${crm.day}-${what}`;
    return [
      [`${file}.html`, html],
      [`${file}.json`, `${JSON.stringify(expected, null, 2)}\n`],
    ] as const;
  });
  return new Map([[`lib/crm/recipes/${crm.id}.ts`, recipeFile(crm)], ...pages]);
}

/** @returns the files that get a line, by path, with it */
function changesFor(crm: NewCrm): Result<Map<string, string>> {
  const registry = readFileSync(join(ROOT, REGISTRY), 'utf8');
  const line = `import { ${crm.constant} } from './recipes/${crm.id}.ts';`;
  const imports = registry.match(/^import \{ \w+ \} from '\.\/recipes\/.+$/gm) ?? [];
  const after = imports.findLast((one) => fileIn(one) < fileIn(line)) ?? imports[0];
  const rows = readFileSync(join(ROOT, README), 'utf8').match(
    /^\| .+ \| (?:verified live|from|inferred).*\n/gm,
  );
  const [last, end] = [rows?.at(-1), /^\];\n\nconst addresses = /m];
  const addresses = readFileSync(join(ROOT, ADDRESSES), 'utf8');
  if (after === undefined || last === undefined || !end.test(addresses)) {
    return failed(
      'conflict',
      'The house has changed',
      'Mend scripts/new-adapter.ts: it no longer finds where a CRM is registered.',
    );
  }
  const registered = registry
    .replace(after, fileIn(after) < fileIn(line) ? `${after}\n${line}` : `${line}\n${after}`)
    .replace(/\n\];\n$/, `\n  ${crm.constant},\n];\n`);
  return done(
    new Map([
      [REGISTRY, registered],
      [README, readFileSync(join(ROOT, README), 'utf8').replace(last, `${last}${readmeRow(crm)}`)],
      [ADDRESSES, addresses.replace(end, (found) => `${addressRows(crm)}${found}`)],
    ]),
  );
}

/** What imports are sorted by. */
function fileIn(line: string): string {
  return line.slice(line.indexOf("'"));
}
