import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linksOf, type Page, pathsOf, ROOT, readPages } from '../../docs/pages.ts';

const pages = readPages();
const byFile = new Map(pages.map((page) => [page.file, page]));

/** @returns why a link leads nowhere, or null */
function objectionTo(page: Page, link: string): string | null {
  if (/^(?:https?|mailto):/.test(link)) return null;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page.file : normalize(join(dirname(page.file), path));
  if (!existsSync(join(ROOT, target))) return 'there is no such file';
  if (anchor === undefined) return null;
  const there = byFile.get(target);
  if (!there) return 'only pages have headings';
  return there.anchors.has(anchor) ? null : 'there is no such heading';
}

describe('the pages', () => {
  it('have no link that leads nowhere', () => {
    const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, ...link })));
    expect(links.length).toBeGreaterThan(50);
    const wrong = links.flatMap(({ page, text, at }) => {
      const why = objectionTo(page, text);
      return why === null ? [] : [`${at} ${text}: ${why}`];
    });
    expect(wrong).toEqual([]);
  });

  it('speak only of files and folders that are there', () => {
    const paths = pages.flatMap(pathsOf);
    expect(paths.length).toBeGreaterThan(100);
    const wrong = paths.filter(
      ({ text }) => globSync(text.endsWith('*') ? `${text}*` : text, { cwd: ROOT }).length === 0,
    );
    expect(wrong).toEqual([]);
  });

  it('can all be reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const file of reached) {
      const page = byFile.get(file);
      for (const { text } of page ? linksOf(page) : []) {
        const target = normalize(join(dirname(file), text.replace(/#.*/, '')));
        if (byFile.has(target)) reached.add(target);
      }
    }
    expect(pages.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([]);
  });

  it('show or list every picture that is there', () => {
    const shown = new Set(
      pages.flatMap((page) =>
        linksOf(page)
          .filter(({ text }) => text.endsWith('.png'))
          .map(({ text }) => normalize(join(dirname(page.file), text))),
      ),
    );
    const listed = new Set(byFile.get('docs/images/README.md')?.code.map(({ text }) => text));
    const stray = globSync('docs/images/*.png', { cwd: ROOT }).filter(
      (one) => !shown.has(one) && !listed.has(one.replace('docs/images/', '')),
    );
    expect(stray).toEqual([]);
  });
});

describe('the pages for people', () => {
  /** Everything that screens say, with what is filled in as anything. */
  const catalogs = globSync(['lib/words/**/en*.ts', 'lib/{page,lead,sync}/*.ts'], { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n')
    .replaceAll(/\$\{[^}]*\}|\{\w+\}/g, '…');
  const problems = readFileSync(join(ROOT, 'docs/reference/messages.md'), 'utf8');
  const spoken = `${catalogs}\n${problems}`.toLowerCase();
  const ours = pages.filter(({ file }) => /docs\/(?:start-|faq|troubleshooting)/.test(file));

  it('call what is on the screen by its name', () => {
    const labels = ours.flatMap(({ prose }) =>
      prose.flatMap(({ text, at }) =>
        [...text.replaceAll('**', '').matchAll(/\*([^*]+)\*/g)].map(([, label = '']) => ({
          label,
          at,
        })),
      ),
    );
    expect(labels.length).toBeGreaterThan(80);
    const said = (label: string) => spoken.includes(label.toLowerCase().replace(/\.$/, ''));
    expect(labels.filter(({ label }) => !said(label))).toEqual([]);
  });
});
