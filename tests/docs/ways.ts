/**
 * How each command that the pages print is kept true. Whatever matches nothing here is found by
 * tests/unit/docs/commands.test.ts: a command that nobody runs is a sentence that nobody checks.
 */

export type Way =
  /** Run as printed, in CI, against a store (tests/server/docs.test.ts). */
  | { is: 'here' }
  /** `npm test` does the same; where. */
  | { is: 'ci'; where: string }
  /** `npm run test:docs -- --all` runs it in a fresh copy: as printed, or the same with less to do. */
  | { is: 'hand'; types?: string; until?: RegExp; minutes?: number }
  /** Cannot be run here; why. Its script, files and options are looked at all the same. */
  | { is: 'not'; why: string };

const here: Way = { is: 'here' };
const ci = (where: string): Way => ({ is: 'ci', where });
const hand = (types?: string, more: { until?: RegExp; minutes?: number } = {}): Way => ({
  is: 'hand',
  ...(types === undefined ? {} : { types }),
  ...more,
});
const not = (why: string): Way => ({ is: 'not', why });

/** By the command without its settings; the first that matches counts. */
export const WAYS: readonly (readonly [RegExp, Way])[] = [
  [/^npm run store -- drill --into /, ci('tests/server/drill.test.ts')],
  [/^npm run store\b/, here],
  [/^curl /, here],
  [/^node scripts\/repairs\.ts /, ci('tests/unit/docs/repairs.test.ts')],
  [/^npm start -- --help$/, here],
  [/^npm start\b/, hand('npm start -- --no-browser --data try', { until: /Ctrl-C/, minutes: 10 })],
  [/^npm (?:install|ci)\b/, hand('npm ci', { minutes: 10 })],
  [/^npm test$/, ci('itself')],
  [/^npm test -- /, hand('npm test -- tests/unit/docs', { minutes: 15 })],
  [/^npm run build$/, hand()],
  [/^npm run check$/, ci('scripts/test.ts')],
  [/^npm run fix$/, hand()],
  [/^npm run roll-out\b/, ci('tests/unit/docs/roll-out.test.ts')],
  [/^npm run zip$/, ci('tests/unit/supply')],
  [/^npm run (?:licences|sbom|audit)\b/, ci('tests/unit/supply')],
  [/^npm run test:reproducible$/, hand(undefined, { minutes: 15 })],
  [/^npm run shots\b/, hand('npm run shots -- ui-', { minutes: 10 })],
  [
    /^npm run (?:docs:pictures|listing:pictures|icons)\b/,
    hand('npm run docs:pictures -- try-pictures', { minutes: 15 }),
  ],
  [/^npm run test:faults\b(?!:)/, hand('npm run test:faults -- --schedules 50 --processes 1')],
  [/^npm run test:docs\b/, ci('tests/unit/docs')],
  [/^npm run test:fuzz\b/, hand('npm run test:fuzz -- --requests 500', { minutes: 15 })],
  [
    /^npm run test:(?:faults:real|hostile|kills|walks|long|screens)\b/,
    not('takes from minutes to hours; CI runs shares'),
  ],
  [/^npm run bench:score\b/, not('needs data that is not part of the project')],
  [/^npm run bench\b/, not('measures for minutes; a figure from a busy machine is none')],
  [/^npm run new:adapter\b/, ci('tests/unit/docs/new-adapter.test.ts')],
  [/^npx vitest run /, hand(undefined, { minutes: 10 })],
  [/^npx wxt build\b/, ci('scripts/test.ts')],
  [/^npx vite tests\/gallery$/, hand(undefined, { until: /localhost/ })],
  [/^docker /, not('needs Docker')],
  [/^cp deploy\//, ci('tests/unit/deploy.test.ts')],
  [/^pg_restore /, not('is PostgreSQL’s')],
  [/^npm run check:packages$/, hand('npm run zip && npm run check:packages', { minutes: 15 })],
  [/^npm run test:upgrade$/, not('builds a former release; takes minutes')],
  [/^npm run (?:release|submit)\b/, not('makes a release, with accounts of the extension stores')],
  [/^git checkout /, not('is Git’s')],
  [/^openssl genrsa /, not('makes a key for good')],
  [/^npm ping$/, not('asks a registry')],
];

/** Settings before a command: `A=1 B="two" npm run store`. */
const SETTINGS = /^(?:[A-Z][A-Z_]+=(?:"[^"]*"|\S*) +)+/;

/** @returns the command itself, and what is set for it */
export function apart(text: string): { settings: string[]; command: string } {
  const [before = ''] = SETTINGS.exec(text) ?? [];
  const settings = [...before.matchAll(/([A-Z][A-Z_]+)=/g)].map(([, name = '']) => name);
  return { settings, command: text.slice(before.length) };
}

/** @returns the parts of a line that runs several, one after the other */
export function eachOf(text: string): string[] {
  return text.split(' && ');
}

/** @returns how it is kept true; undefined when nobody has said */
export function wayOf(text: string): Way | undefined {
  const { command } = apart(text);
  return WAYS.find(([pattern]) => pattern.test(command))?.[1];
}
